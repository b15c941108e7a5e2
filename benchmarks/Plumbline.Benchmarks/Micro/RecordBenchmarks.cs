using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Plumbline.Schemas.Vertex;

namespace Plumbline.Benchmarks.Micro;

/// <summary>From UTF-8 to a record and back, beside a <see cref="JsonDocument"/> of the same text.</summary>
[MemoryDiagnoser]
[InProcess]
public class RecordBenchmarks
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(
        """{"context":"Short answers.","messages":[{"author":"user","content":"Which?"},{"author":"assistant","content":"The second one, \"b\"."}]}""");

    private Chat _record = null!;

    [GlobalSetup]
    public void Prepare() => _record = Chat.Parse(_utf8);

    [Benchmark(Baseline = true)]
    public int Document()
    {
        using JsonDocument document = JsonDocument.Parse(_utf8);
        return document.RootElement.GetProperty("messages").GetArrayLength();
    }

    [Benchmark]
    public Chat Parse() => Chat.Parse(_utf8);

    [Benchmark]
    public byte[] Write() => _record.ToUtf8Json();
}
