using BenchmarkDotNet.Attributes;
using Plumbline.Tokenizers;

namespace Plumbline.Benchmarks.Micro;

/// <summary>Tokens of one message.</summary>
[MemoryDiagnoser]
[InProcess]
public class CounterBenchmarks
{
    private TokenCounter _counter = null!;
    private byte[] _message = [];

    [Params("o200k_base", "cl100k_base")]
    public string Encoding { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _counter = TokenCounter.Load(Encoding);
        _message = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The quick brown fox, 12 times; it's \"naïve\" 日本語. ", 20)));
    }

    [Benchmark]
    public long Count() => _counter.Count(_message);

    [Benchmark]
    public long CountUpTo100() => _counter.Count(_message, stopAfter: 100);
}
