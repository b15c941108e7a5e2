using System.Text;
using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>--schema FILE</c> with much to read: the schema is compiled, the findings stay those of the interpreter, and no other run pays for it.</summary>
public sealed class CompiledEngineTests(CacheFolder cache) : IClassFixture<CacheFolder>
{
    private static readonly string[] Tickets = ["validate", "samples/tickets.jsonl", "--schema", "samples/schemas/ticket.schema.json", "--report", "json"];

    [Fact]
    public void Both_engines_find_the_same_in_many_broken_lines_whatever_the_number_of_threads()
    {
        byte[] lines = [.. BrokenLines.All.Where(line => line.Bytes.Length < 1_000_000).SelectMany(line => (byte[])[.. line.Bytes, (byte)'\n'])];
        using var file = new TemporaryFile([.. Enumerable.Repeat(lines, 50).SelectMany(block => block)]);
        string[] arguments = ["validate", file.Path, "--schema", "schemas/vertex/chat.schema.json", "--report", "json"];
        JsonReport interpreted = JsonReport.Of(Tool.Run(arguments, input: null, CacheFolder.Interpreted));
        Assert.True(interpreted.Findings.Count > 1000);
        foreach (string threads in (string[])["1", "3"])
        {
            JsonReport.Of(Tool.Run([.. arguments, "--threads", threads], input: null, cache.Compiled)).AssertSame(interpreted);
        }
    }

    [Fact]
    public void The_second_run_finds_the_schema_compiled_and_loads_no_compiler()
    {
        using var own = new CacheFolder();
        ObservedRun first = ObservedRun.Of(Tickets, environment: own.Compiled);
        ObservedRun second = ObservedRun.Of(Tickets, environment: own.Compiled);
        Assert.Equal((true, true), (first.HasCompiledSchema, first.HasCompiler));
        Assert.Equal((true, false), (second.HasCompiledSchema, second.HasCompiler));
        Assert.Single(own.Entries);
        JsonReport.Of(first.Result).AssertSame(JsonReport.Of(second.Result));
    }

    [Fact]
    public void What_there_is_to_say_about_a_schema_is_said_whether_it_was_compiled_before_or_not()
    {
        using var own = new CacheFolder();
        using var schema = new TemporaryFile("""{ "type": "integer", "x-advise": [] }""");
        using var file = new TemporaryFile("17\n");
        string[] arguments = ["validate", file.Path, "--schema", schema.Path];
        ObservedRun first = ObservedRun.Of(arguments, environment: own.Compiled);
        ObservedRun second = ObservedRun.Of(arguments, environment: own.Compiled);
        Assert.Equal((true, true, false), (second.HasCompiledSchema, first.HasCompiler, second.HasCompiler));
        Assert.Contains("x-advise", first.Result.Error, StringComparison.Ordinal);
        Assert.Equal(first.Result.Error, second.Result.Error);

        ObservedRun small = ObservedRun.Of(arguments, environment: [("PLUMBLINE_CACHE", own.Path)]);
        Assert.Equal((true, first.Result.Error), (small.HasCompiledSchema, small.Result.Error));
    }

    [Fact]
    public void The_cache_can_be_turned_off()
    {
        using var own = new CacheFolder();
        ObservedRun run = ObservedRun.Of(Tickets, environment: [("PLUMBLINE_COMPILE_FROM", "0"), ("PLUMBLINE_CACHE", "off"), ("XDG_CACHE_HOME", own.Path)]);
        Assert.True(run.HasCompiledSchema);
        Assert.Empty(Directory.GetFileSystemEntries(own.Path));
    }

    [Theory]
    [InlineData("a small file and a schema, which may have been compiled before", "samples/tickets.jsonl --schema samples/schemas/ticket.schema.json", true)]
    [InlineData("a bundled format", "samples/chat.jsonl --format vertex/chat", false)]
    [InlineData("a bundled format and standard input", "- --format vertex/chat", false)]
    [InlineData("a file that is absent", "samples/absent.jsonl --schema samples/schemas/ticket.schema.json", true)]
    public void The_compiler_is_not_loaded_for(string what, string arguments, bool looksForCompiled)
    {
        ObservedRun run = ObservedRun.Of(["validate", .. arguments.Split(' ')]);
        Assert.Contains("plumbline", run.Assemblies);
        Assert.True(!run.HasCompiler && run.HasCompilation == looksForCompiled, $"{what}: {string.Join(" ", run.Assemblies)}");
    }

    [Fact]
    public void Standard_input_has_no_length_and_is_taken_to_be_long()
    {
        byte[] input = File.ReadAllBytes(Repository.PathOf("samples", "tickets.jsonl"));
        string[] arguments = ["validate", "-", .. Tickets[2..]];
        ObservedRun compiled = ObservedRun.Of(arguments, input, ("PLUMBLINE_CACHE", cache.Path));
        ObservedRun interpreted = ObservedRun.Of(arguments, input, CacheFolder.Interpreted);
        Assert.Equal((true, false), (compiled.HasCompiledSchema, interpreted.HasCompiledSchema));
        JsonReport.Of(compiled.Result).AssertSame(JsonReport.Of(interpreted.Result));
    }

    [Fact]
    public void Files_count_together_and_what_is_kept_serves_smaller_ones()
    {
        using var file = new TemporaryFile("17\n");
        using var other = new TemporaryFile("18\n");
        using var schema = new TemporaryFile("""{ "type": "integer" }""");
        foreach ((string threshold, bool expected) in (ReadOnlySpan<(string, bool)>)[("7", false), ("6", true), ("7", true)])
        {
            ObservedRun run = ObservedRun.Of(
                ["validate", file.Path, other.Path, "--schema", schema.Path],
                environment: [("PLUMBLINE_CACHE", cache.Path), ("PLUMBLINE_COMPILE_FROM", threshold)]);
            Assert.Equal(expected, run.HasCompiledSchema);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100_000, false)]
    public void Eight_megabytes_are_much_to_read_unless_the_schema_is_long_itself(int commentLength, bool expected)
    {
        string line = $"\"{new string('a', 999_997)}\"\n";
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat(line, 8)));
        using var schema = new TemporaryFile($$"""{ "type": "string", "$comment": "{{new string('c', commentLength)}}" }""");
        ObservedRun run = ObservedRun.Of(["validate", file.Path, "--schema", schema.Path], environment: [("PLUMBLINE_CACHE", cache.Path)]);
        Assert.Equal((0, expected), (run.Result.ExitCode, run.HasCompiledSchema));
    }

    [Fact]
    public void A_schema_that_cannot_be_compiled_is_interpreted()
    {
        // More text than is compiled: 50,000 values of a hundred letters.
        string values = string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"{i}{new string('a', 100)}\""));
        using var schema = new TemporaryFile($$"""{ "enum": [{{values}}] }""");
        using var file = new TemporaryFile($"\"7{new string('a', 100)}\"\n\"b\"\n");
        string[] arguments = ["validate", file.Path, "--schema", schema.Path, "--report", "json"];
        ObservedRun run = ObservedRun.Of(arguments, environment: cache.Compiled);
        Assert.Equal((true, false, ""), (run.HasCompilation, run.HasCompiledSchema, run.Result.Error));
        Assert.Equal((2, "PLB4002"), Assert.Single(JsonReport.Of(run.Result).Findings.Select(finding => (finding.Line, finding.Rule))));

        ToolResult traced = Tool.Run(arguments, input: null, [.. cache.Compiled, ("PLUMBLINE_TRACE", "1")]);
        Assert.StartsWith("plumbline: not compiled: ", traced.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_schema_never_becomes_code()
    {
        string[] texts =
        [
            "*/ } } public class Evil { static Evil() => System.Environment.Exit(77); } /*",
            "\"; System.Environment.Exit(77);//",
            "\r\nSystem.Environment.Exit(77);\n",
            "\u0085class Evil {}\u2028class Evil {}\u2029#error no",
            "{0} {{ }} \\\" + System.Environment.MachineName + \"\\",
            "</summary><evil/><![CDATA[",
            "#endif\n#if true",
            "Instance",
            "SchemaValidator",
            "",
        ];
        using var schema = new TemporaryFile(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["$id"] = "urn:x:" + Uri.EscapeDataString(texts[0]),
            ["title"] = texts[1],
            ["description"] = string.Concat(texts),
            ["$comment"] = texts[3],
            ["type"] = "object",
            ["required"] = texts[..3],
            ["properties"] = texts.ToDictionary(text => text, text => new { title = text, description = text, @enum = new[] { text, text + "!" } }),
            ["additionalProperties"] = new { @const = texts },
            ["x-message"] = new { required = texts[1] },
        }));
        var lines = new StringBuilder();
        lines.AppendLine(JsonSerializer.Serialize(texts.ToDictionary(text => text, text => text)));
        lines.AppendLine(JsonSerializer.Serialize(texts.ToDictionary(text => text, text => text + "?")));
        lines.AppendLine("""{"other": 1}""");
        using var file = new TemporaryFile(lines.ToString());
        string[] arguments = ["validate", file.Path, "--schema", schema.Path, "--report", "json"];
        ObservedRun compiled = ObservedRun.Of(arguments, environment: cache.Compiled);
        Assert.Equal((true, 1, ""), (compiled.HasCompiledSchema, compiled.Result.ExitCode, compiled.Result.Error));
        JsonReport interpreted = JsonReport.Of(Tool.Run(arguments, input: null, CacheFolder.Interpreted));
        JsonReport.Of(compiled.Result).AssertSame(interpreted);
        Assert.Equal(texts.Length, interpreted.Findings.Count(finding => finding.Line == 2));
        Assert.DoesNotContain(interpreted.Findings, finding => finding.Line == 1);
    }
}
