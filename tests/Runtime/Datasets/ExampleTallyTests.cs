using System.Text;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>What follows the examples of a run: it sees each once, and hands on in the order of the file, whatever the threads and the cuts.</summary>
public sealed class ExampleTallyTests
{
    [Theory]
    [InlineData(1, 1 << 19)]
    [InlineData(1, 20)]
    [InlineData(2, 50)]
    [InlineData(7, 50)]
    [InlineData(7, 300)]
    public void Examples_come_with_their_lines_in_their_order(int threads, int bufferBytes)
    {
        // Every fourth line is no example.
        string[] lines = [.. Enumerable.Range(1, 500).Select(line => (line % 4) switch { 0 => "", 1 => "{", _ => $"{{\"a\":{line}}}" })];
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, string.Join('\n', lines));
            var seen = new List<(long Line, string Text)>();
            var run = new DatasetRun(
                () => new Grammar(), options: new DatasetOptions { Threads = threads, BufferBytes = bufferBytes, Examples = () => new Notes(seen) });
            DatasetSummary summary = run.ReadFile(path, new ListSink());
            Assert.Equal(lines.Index().Where(line => line.Item.Length > 1).Select(line => ((long)line.Index + 1, line.Item)), seen);
            Assert.Equal(summary.Examples, seen.Count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Grammar : LineTextJudge
    {
        protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters)
        {
            if (JsonSyntax.FindFault(line, 64) is { } fault)
            {
                faults.Add(fault.ToFault());
            }
        }
    }

    private sealed class Notes(List<(long Line, string Text)> seen) : ExampleTally
    {
        private readonly List<(long Index, string Text)> _notes = [];

        public override void Add(ReadOnlySpan<byte> example, long index) => _notes.Add((index, Encoding.UTF8.GetString(example)));

        public override void Deliver(long linesBefore) => seen.AddRange(_notes.Select(note => (linesBefore + note.Index + 1, note.Text)));

        public override void Clear() => _notes.Clear();
    }
}
