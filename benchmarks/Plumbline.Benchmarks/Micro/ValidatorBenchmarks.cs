using System.Text;
using BenchmarkDotNet.Attributes;
using Plumbline.Schemas.Vertex;

namespace Plumbline.Benchmarks.Micro;

/// <summary>One line, one document, one finding: what a call costs.</summary>
[MemoryDiagnoser]
[InProcess]
public class ValidatorBenchmarks
{
    private readonly PaddedBuffer _lines = new(4096);
    private readonly Validation _reader = new(ValidationOptions.DatasetLines);
    private byte[] _valid = [];
    private byte[] _invalid = [];

    /// <summary>Characters in the answer.</summary>
    [Params(20, 2000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        string answer = new('x', Characters);
        _valid = Encoding.UTF8.GetBytes($$$"""{"messages":[{"author":"user","content":"Which?"},{"author":"assistant","content":"{{{answer}}}"}]}""");
        _invalid = Encoding.UTF8.GetBytes($$$"""{"messages":[{"author":"user","content":"Which?"},{"author":"robot","content":"{{{answer}}}"}]}""");
        _valid.CopyTo(_lines.Span);
        _lines.SealLines(_valid.Length);
    }

    [Benchmark(Baseline = true)]
    public LineVerdict Line() => _reader.JudgeLine(ChatValidator.Instance, _lines, 0, out _);

    [Benchmark]
    public bool Document() => ChatValidator.Instance.IsValid(_valid);

    [Benchmark]
    public bool InvalidDocument() => ChatValidator.Instance.IsValid(_invalid);
}
