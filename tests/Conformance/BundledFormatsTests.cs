using System.Text;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Schemas.Vertex;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>The validators generated for the bundled formats and the interpreter, over the same lines: equal verdicts, faults and counters.</summary>
public sealed class BundledFormatsTests
{
    private static readonly (string Name, JsonValidator Validator)[] Formats =
    [
        ("text", TextValidator.Instance), ("code", CodeValidator.Instance), ("distillation", DistillationValidator.Instance),
        ("chat", ChatValidator.Instance), ("codechat", CodechatValidator.Instance), ("llama-chat", LlamaChatValidator.Instance),
    ];

    // One token for each two bytes: low enough for some lines to pass the limits and some not.
    private static readonly ValidationOptions Options = ValidationOptions.DatasetLines with
    {
        TokenCounter = new HalfByteCounter(),
        DefaultTexts = [new DefaultText("/context", Encoding.UTF8.GetBytes(new string('c', 300)))],
    };

    public static TheoryData<string> FormatNames => [.. Formats.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Samples_and_shared_datasets_are_judged_alike(string format)
    {
        using var both = new BothEngines(format);
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("samples"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            both.JudgeLines(path, int.MaxValue);
        }

        if (SharedData.PathOf("datasets") is { } folder)
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
            {
                // A file of another format fails the same way line by line: its first lines do.
                both.JudgeLines(path, path.Contains(format, StringComparison.Ordinal) ? int.MaxValue : 50);
            }
        }
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Broken_lines_are_judged_alike(string format)
    {
        using var both = new BothEngines(format);
        foreach (byte[] line in BrokenLines.All)
        {
            both.Judge(line);
        }
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Lines_with_random_changes_are_judged_alike(string format)
    {
        using var both = new BothEngines(format);
        var random = new Random(format.Length);
        byte[][] seeds = [.. File.ReadLines(Repository.PathOf("samples", format + ".jsonl")).Take(5).Select(Encoding.UTF8.GetBytes)];
        byte[] alphabet = "{}[],:\"\\u0129aethorsunl.-e \t\n"u8.ToArray();
        for (int i = 0; i < 3000; i++)
        {
            byte[] line = [.. seeds[random.Next(seeds.Length)]];
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                line[random.Next(line.Length)] = random.Next(20) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            }

            both.Judge([.. line.Where(b => b != '\n')]);
        }
    }

    private sealed class BothEngines : IDisposable
    {
        private readonly JsonValidator _validator;
        private readonly Validation _validation = new(Options);
        private readonly SchemaInterpreter _interpreter;
        private PaddedBuffer _buffer = new(1 << 16);

        public BothEngines(string format)
        {
            _validator = Formats.Single(entry => entry.Name == format).Validator;
            string path = Repository.PathOf("schemas", "vertex", format + ".schema.json");
            var file = SchemaFile.Parse(path, $"vertex/{format}.schema.json", File.ReadAllBytes(path));
            _interpreter = new SchemaInterpreter(SchemaSet.Of([file]).Compile(file).Program!, Options);
            Assert.Equal(_validator.SchemaId, _interpreter.SchemaId);
        }

        public void JudgeLines(string path, int count)
        {
            foreach (string line in File.ReadLines(path).Where(line => line.Length > 0).Take(count))
            {
                Judge(Encoding.UTF8.GetBytes(line));
            }
        }

        public void Judge(byte[] line)
        {
            if (_buffer.Capacity < line.Length)
            {
                _buffer = new PaddedBuffer(line.Length * 2);
            }

            line.CopyTo(_buffer.Span);
            _buffer.SealLines(line.Length);
            _validation.JudgeLine(_validator, _buffer, 0, out _);
            long[] generatedCounters = _validation.Counters.ToArray();

            var faults = new FaultList();
            long[] counters = new long[_interpreter.Counters];
            _interpreter.Read(line, faults, counters);
            Assert.True(
                Told(faults).SequenceEqual(Told(_validation.Faults)),
                $"{Encoding.UTF8.GetString(line.AsSpan(0, Math.Min(line.Length, 2000)))}\n"
                    + $"interpreted:\n{string.Join('\n', Told(faults))}\ngenerated:\n{string.Join('\n', Told(_validation.Faults))}");
            if (JsonSyntax.FindFault(line, 64) is null)
            {
                Assert.Equal(counters, generatedCounters);
            }
        }

        public void Dispose() => GC.KeepAlive(_buffer);

        // Everything that reaches a finding.
        private static List<string> Told(FaultList faults) =>
            [.. Enumerable.Range(0, faults.Count).Select(i => faults[i]).Select(fault => fault.Assertion).Select((assertion, i) =>
                $"{faults[i].Offset} {assertion.Rule} {assertion.Severity} {assertion.Location} {faults[i].Actual} {faults[i].Name} {assertion.Expected} " +
                $"{assertion.Message} {assertion.Advice} {string.Join('|', assertion.Candidates)}")];
    }

    private sealed class HalfByteCounter : ITokenCounter
    {
        public string Name => "half bytes";

        public long MaxTokens(long utf8Bytes) => (utf8Bytes + 1) / 2;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => (utf8.Length + 1) / 2;
    }
}
