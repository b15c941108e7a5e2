using System.Globalization;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Schemas;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>
/// Each format's samples, which are valid, and its broken lines (tests/Conformance/Formats), one rule broken a line: what is found, where, and in
/// which words, by both engines alike. What is expected stands beside the lines: line, column, severity, rule, pointer, message.
/// </summary>
public sealed class FormatFixtureTests
{
    private static readonly Lazy<Dictionary<string, SchemaProgram>> Programs = new(ReadPrograms);

    public static TheoryData<string> Formats =>
        [.. BundledFormats.All.Select(format => format.Name).Where(name => !name.StartsWith("vertex/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Broken_lines_are_told_at_their_places_by_both_engines(string name)
    {
        string fixture = Repository.PathOf("tests", "Conformance", "Formats", name.Replace('/', '.') + ".jsonl");
        (string[] generated, string[] interpreted) = Judge(name, fixture);

        string told = string.Concat(generated.Select(finding => finding + "\n"));
        Assert.Equal(GoldenText.Beside(told, "tests", "Conformance", "Formats", name.Replace('/', '.') + ".expected.txt"), told);
        Assert.Equal(generated, interpreted);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Samples_are_valid_by_both_engines(string name)
    {
        (string[] generated, string[] interpreted) = Judge(name, DatasetSample.PathOf(name));

        Assert.DoesNotContain(generated, finding => !finding.Contains(" note PLB5022 ", StringComparison.Ordinal));
        Assert.Equal(generated, interpreted);
    }

    // A broken line of one format is a line like any other to the next: here only that the engines agree matters.
    [Theory]
    [MemberData(nameof(Formats))]
    public void Lines_of_other_formats_are_judged_alike(string name)
    {
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("tests", "Conformance", "Formats"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            (string[] generated, string[] interpreted) = Judge(name, path);
            Assert.Equal(generated, interpreted);
        }
    }

    private static (string[] Generated, string[] Interpreted) Judge(string name, string path)
    {
        JsonValidator validator = BundledFormats.Find(name)!.Validator;
        SchemaProgram program = Programs.Value["urn:plumbline:" + name];
        DatasetRules? rules = new SchemaInterpreter(program).Dataset;
        return (
            Findings(new DatasetRun(validator), path),
            Findings(new DatasetRun(() => new InterpretedLines(new SchemaInterpreter(program, ValidationOptions.DatasetLines)), rules), path));
    }

    private static string[] Findings(DatasetRun run, string path)
    {
        var sink = new Sink();
        run.ReadFile(path, sink);
        return [.. sink.Findings];
    }

    private static Dictionary<string, SchemaProgram> ReadPrograms()
    {
        SchemaFile[] files = [.. Directory.EnumerateFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => SchemaFile.Parse(path, Path.GetRelativePath(Repository.PathOf("schemas"), path).Replace('\\', '/'), File.ReadAllBytes(path)))];
        SchemaSet set = SchemaSet.Of(files);
        return files.Select(file => set.Compile(file).Program!).ToDictionary(program => program.Id, StringComparer.Ordinal);
    }

    private sealed class InterpretedLines(SchemaInterpreter interpreter) : LineTextJudge(interpreter.Counters)
    {
        protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters) => interpreter.Read(line, faults, counters);
    }

    private sealed class Sink : IFindingSink
    {
        public List<string> Findings { get; } = [];

        public void Add(Finding finding) => Findings.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Line}:{finding.Column} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Pointer} {finding.Message}"));
    }
}
