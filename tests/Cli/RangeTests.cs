using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Reports;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline validate --range</c> and <c>plumbline merge</c>: the report of one run, from ranges that were validated apart.</summary>
public sealed partial class RangeTests : IDisposable
{
    private static readonly string[] Kinds = [.. NamedReport.All.Select(kind => kind.Name).Where(name => name != OutputUnitReport.Basic)];

    private const string Schema = """
        {
          "type": "object", "properties": { "n": { "type": "array", "items": { "type": ["integer", "string"] } }, "t": { "maxLength": 2 } },
          "x-dataset": {
            "examples": { "min": 20, "recommended": 100 },
            "totals": [{ "count": "/n/*", "max": 4 }],
            "uniform": [{ "at": ["/t"], "by": "value", "optional": true }, { "at": ["/n", "/t"], "by": "presence", "severity": "warning" }]
          }
        }
        """;

    private const string Nasty =
        "\uFEFF{\"n\":[1,2,\"\u00e9\"]}\n{\"n\":[3]}\r\n\n\r\n{\"n\":\n[\"odd\"]\n{\"n\":[1.5]} x\n\"a\rb\"\n{\"t\":\"ab\"}\n{\"t\":\"cde\",\"t\":\"\ud83d\ude00\"}\n"
        + "   \n{\"n\":[4,5,6],\"t\":\"ab\"}\n\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"\r\n{\"n\":[7,8.5]}\n\n{\"n\":[9]}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n", 7)]
    [InlineData("\r\n\n", 7)]
    public void A_file_may_be_cut_at_any_byte(string end, int step)
    {
        byte[] file = Encoding.UTF8.GetBytes(Nasty + end);
        string data = Data(file);
        string[] judged = [data, "--schema", _folder.Write("schema.json", Schema), "--max-line-bytes", "60", "--threads", "1"];
        string[] expected = Reports("whole", ["validate", .. judged]);
        Assert.Contains("first exceeds the limit", expected[0], StringComparison.Ordinal);
        Assert.Contains("PLB5009", expected[1], StringComparison.Ordinal);
        string[] noted = [.. judged, "--report", "html"];

        // The last bytes differ: there every cut is tried.
        foreach (int cut in Enumerable.Range(0, file.Length + 1).Where(cut => cut % step == 0 || cut > file.Length - 12))
        {
            string[] ranges = [Range(noted, $":{cut}"), Range(noted, $"{cut}:")];
            File.Move(data, data + ".away");
            string[] merged = Reports("merged", ["merge", .. ranges]);
            File.Move(data + ".away", data);
            Assert.True(expected.SequenceEqual(merged), $"cut at {cut}:\n{string.Join('\n', expected)}\n{string.Join('\n', merged)}");
        }
    }

    [Fact]
    public void More_findings_than_sarif_tells_merge_to_the_same_sample_on_a_machine_without_the_file()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 9000; i++)
        {
            lines.Append((i % 4) switch
            {
                0 => $"{{\"t\":\"long enough {i}\"}}\n",
                1 => $"{{\"n\":[{i}.5]}}\n",
                2 when i % 100 == 2 => "{\n",
                _ => $"{{\"n\":{i},\"t\":\"abc\"}}\n",
            });
        }

        string data = Data(Encoding.UTF8.GetBytes(lines.ToString()));
        string[] judged = [data, "--schema", _folder.Write("schema.json", Schema), "--report", "html"];
        string[] expected = Reports("whole", ["validate", .. judged[..3]]);
        long length = new FileInfo(data).Length;
        string[] ranges = [.. Enumerable.Range(0, 4).Select(i => Range(judged, $"{length * i / 4}:{length * (i + 1) / 4}"))];
        File.Delete(data);
        Assert.Equal(expected, Reports("merged", ["merge", .. ranges]));
        Assert.Contains("occurrenceCount", expected[Array.IndexOf(Kinds, "sarif")], StringComparison.Ordinal);
    }

    [Fact]
    public void More_fields_than_are_told_apart_are_one_field_also_when_ranges_are_merged()
    {
        static string Line(int from) => $"{{{string.Join(',', Enumerable.Range(from, 700).Select(i => $"\"f{i}\":\"{i}\""))}}}\n";

        foreach (int[] froms in (int[][])[[0, 300], [0, 700], [0, 700, 1400]])
        {
            string data = Data(Encoding.UTF8.GetBytes(string.Concat(froms.Select(Line))));
            string[] judged = [data, "--schema", _folder.Write("any.json", "{}"), "--report", "html"];
            string[] expected = Reports("whole", ["validate", .. judged[..3]]);
            Assert.Equal(froms[^1] > 300, expected[Array.IndexOf(Kinds, "html")].Contains("(all fields)", StringComparison.Ordinal));
            Assert.Equal(expected, Reports("merged", ["merge", Range(judged, ":2"), Range(judged, "2:")]));
        }
    }

    [Theory]
    [InlineData("samples/broken/chat.jsonl --format vertex/chat --tokenizer o200k_base --tokens")]
    [InlineData("samples/broken/chat.jsonl --format vertex/chat --max-errors 3 --strict")]
    [InlineData("samples/broken/chat.jsonl --format vertex/chat --model chat-bison-32k@002 --tokenizer cl100k_base --default-context Hello")]
    [InlineData("samples/broken/chat.jsonl --format vertex/chat --ignore alternates,PLB50 --select PLB4,too-few-examples")]
    [InlineData("samples/evaluation.jsonl --format vertex/text --evaluation --training samples/text.jsonl")]
    [InlineData("samples/broken/tickets.jsonl --schema samples/schemas/ticket.schema.json")]
    [InlineData("samples/chat.jsonl --format auto")]
    public void Samples_in_five_ranges_come_to_the_report_of_one_run(string arguments)
    {
        string[] judged = arguments.Split(' ');
        long length = new FileInfo(Repository.PathOf(judged[0].Split('/'))).Length;
        string[] summaries = new string[5];
        for (int i = 0; i < summaries.Length; i++)
        {
            summaries[i] = _folder.PathOf($"{i}.range");
            string range = $"{length * i / 5}:{length * (i + 1) / 5}";
            ToolResult result = Tool.Run(["validate", .. judged, "--range", range, "--summary", summaries[i], "--report", "html"]);
            Assert.True(result.ExitCode is 0 or 1, result.Error);
            Assert.Equal("", result.Output);
        }

        Array.Reverse(summaries);
        foreach (string kind in Kinds.Where(kind => kind != "flag" || !arguments.Contains("--max-errors", StringComparison.Ordinal)))
        {
            ToolResult whole = Tool.Run(["validate", .. judged, "--report", kind]);
            ToolResult merged = Tool.Run(["merge", .. summaries, "--report", kind]);
            Assert.Equal((whole.ExitCode, WithoutTimes(whole.Output)), (merged.ExitCode, WithoutTimes(merged.Output)));
            Assert.Equal("", merged.Error);
        }
    }

    [Fact]
    public void The_report_that_tells_references_is_noted_beforehand()
    {
        string[] judged = ["samples/broken/chat.jsonl", "--format", "vertex/chat"];
        string[] noted = [Range([.. judged, "--report", "basic"], ":400"), Range([.. judged, "--report", "basic"], "400:")];
        Assert.Equal(Tool.Run(["validate", .. judged, "--report", "basic"]).Output, Tool.Run(["merge", .. noted, "--report", "basic"]).Output);
        Assert.Contains("these ranges were validated for --report basic", Tool.Run(["merge", .. noted]).Error, StringComparison.Ordinal);
        string plain = Range(judged, ":");
        Assert.Equal(Tool.Run(["validate", .. judged, "--report", "flag"]).Output, Tool.Run(["merge", plain, "--report", "flag"]).Output);
        ToolResult result = Tool.Run("merge", plain, "--report", "basic");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("validate them with --report basic too", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_overlaps_and_mixed_runs_are_told_by_name()
    {
        string[] judged = [Data(Encoding.UTF8.GetBytes("{}\n{}\n{}\n")), "--schema", _folder.Write("schema.json", Schema)];
        string first = Range(judged, "0:3");
        string second = Range(judged, "3:6");
        string third = Range(judged, "6:9");
        string wide = Range(judged, "2:6");
        Refused($"no summary covers bytes 0 to 3, before {second}", second, third);
        Refused($"no summary covers bytes 3 to 6, between {first} and {third}", third, first);
        Refused($"no summary covers bytes 6 to 9, after {second}", second, first);
        Refused($"{first} and {wide} overlap: both cover bytes 2 to 3", first, wide, third);
        Refused($"{second} and {second} overlap: both cover bytes 3 to 6", first, second, second, third);
        Refused($"{first} and {Range([.. judged, "--strict"], "3:")} were validated with different options: --strict not given and true", first, Last);
        Refused($"{first} and {Range([judged[0], "--schema", _folder.Write("other.json", "{}")], "3:")} were validated against different schemas", first, Last);
        string other = Data(Encoding.UTF8.GetBytes("{}\n{}\n[]\n"));
        Refused($"{first} and {Range([other, "--schema", judged[2]], "3:")} are ranges of different files: ", first, Last);
        Refused($"{first} and {Range([judged[0], "--format", "vertex/chat"], "3:")} were validated with different options: --format ", first, Last);
        string whole = Range(judged, ":");
        string[] lines = File.ReadAllLines(whole);
        Refused("is no summary of a range: it is not JSON Lines", _folder.Write("text.range", "text"));
        Refused("is no summary of a range: it is empty", _folder.Write("empty.range", ""));
        Refused("is no summary of a range: it does not begin as one", _folder.Write("json.range", "{}"));
        Refused("is no summary of a range: it ends before the range does", _folder.Write("cut.range", string.Join('\n', lines[..^1]) + "\n"));
        string later = File.ReadAllText(whole).Replace("Range\":2", "Range\":9", StringComparison.Ordinal);
        Refused("is a summary of format 9: this plumbline reads format 2", _folder.Write("new.range", later));
        string earlier = File.ReadAllText(second).Replace("\"version\":\"", "\"version\":\"0.", StringComparison.Ordinal);
        Refused("were written by different versions of plumbline: ", first, _folder.Write("old.range", earlier));
        ToolResult absent = Tool.Run("merge", first, "absent.range");
        Assert.Equal((3, "plumbline: cannot read absent.range: there is no such file\n"), (absent.ExitCode, absent.Error));
    }

    [Fact]
    public void The_report_with_histograms_is_noted_beforehand()
    {
        string plain = Range(["samples/broken/chat.jsonl", "--format", "vertex/chat"], ":");
        Refused("--report html tells more than these ranges have noted: validate them with --report html too", plain, "--report", "html");
        string noted = Range(["samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "html"], ":");
        Refused("--report basic tells more than these ranges have noted", noted, "--report", "basic");
        string[] lines = File.ReadAllLines(noted);
        string unmeasured = _folder.Write("unmeasured.range", string.Join('\n', lines).Replace("\"statistics\":", "\"other\":", StringComparison.Ordinal));
        Refused("it has no statistics", unmeasured, "--report", "html");
    }

    [Theory]
    [InlineData("samples/chat.jsonl", "--range 0:10")]
    [InlineData("samples/chat.jsonl", "--summary s")]
    [InlineData("samples/chat.jsonl", "--range 10 --summary s")]
    [InlineData("samples/chat.jsonl", "--range 10:5 --summary s")]
    [InlineData("samples/chat.jsonl", "--range -1:5 --summary s")]
    [InlineData("samples/chat.jsonl", "--range a:b --summary s")]
    [InlineData("samples/chat.jsonl", "--range 1000000: --summary s")]
    [InlineData("samples/chat.jsonl", "--range 0:10 --summary s --report json")]
    [InlineData("samples/chat.jsonl", "--range 0:10 --summary samples/chat.jsonl")]
    [InlineData("samples/chat.jsonl samples/text.jsonl", "--range 0:10 --summary s")]
    [InlineData("samples/chat.jsonl", "--range 0:10 --summary s --fail-fast")]
    [InlineData("-", "--range 0:10 --summary s")]
    [InlineData("GZIP", "--range 0:10 --summary s")]
    [InlineData("ARRAY", "--range 0:2 --summary s")]
    public void What_has_no_ranges_is_a_usage_error_and_writes_nothing(string files, string arguments)
    {
        string summary = _folder.PathOf("s");
        IEnumerable<string> options = arguments.Split(' ').Select(argument => argument == "s" ? summary : argument);
        ToolResult result = Tool.Run(["validate", .. files.Split(' ').Select(Given), "--format", "vertex/chat", .. options]);
        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
        Assert.StartsWith("plumbline: ", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(summary));
    }

    [Fact]
    public void An_absent_file_gives_3() =>
        Assert.Equal(3, Tool.Run("validate", "absent.jsonl", "--format", "vertex/chat", "--range", "0:1", "--summary", _folder.PathOf("s")).ExitCode);

    [Fact]
    public void A_summary_is_json_lines_from_its_header_to_its_part()
    {
        string summary = Range(["samples/broken/chat.jsonl", "--format", "vertex/chat"], "300:900");
        JsonElement[] lines = [.. File.ReadLines(summary).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([2, 300, 900], ((string[])["plumblineRange", "start", "end"]).Select(name => lines[0].GetProperty(name).GetInt64()));
        Assert.Equal("vertex/chat", lines[0].GetProperty("options").GetProperty("format").GetString());
        Assert.True(lines[^1].TryGetProperty("part", out _));
        Assert.All(lines[1..^1], line => Assert.True(line.TryGetProperty("source", out _)));
    }

    // The summary that was made last.
    private string Last => _folder.PathOf($"{_made}.range");

    private int _made;

    private string Given(string file) => file switch
    {
        "GZIP" => Data(Gzip("{}\n"u8)),
        "ARRAY" => Data("[{}]"u8.ToArray()),
        _ => file,
    };

    private static byte[] Gzip(ReadOnlySpan<byte> text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }

    private string Data(byte[] bytes)
    {
        string path = _folder.PathOf($"{(_made == 0 ? "" : _made)}data.jsonl");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    // In this process: most tests here need hundreds of runs.
    private string Range(string[] judged, string range)
    {
        string summary = _folder.PathOf($"{++_made}.range");
        string[] arguments = ["validate", .. judged, "--range", range, "--summary", summary];
        Assert.True((judged[0].StartsWith("samples/", StringComparison.Ordinal) ? Tool.Run(arguments).ExitCode : CommandLine.Run(arguments)) is 0 or 1);
        return summary;
    }

    private string[] Reports(string name, string[] arguments)
    {
        CommandLine.Run([.. arguments, .. Kinds.SelectMany(kind => (string[])["--report", $"{kind}={_folder.PathOf($"{name}.{kind}")}"])]);
        return [.. Kinds.Select(kind => WithoutTimes(_folder.Read($"{name}.{kind}")))];
    }

    private static void Refused(string sentence, params string[] summaries)
    {
        ToolResult result = Tool.Run(["merge", .. summaries]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    private static string WithoutTimes(string output) => Times().Replace(output, "TIME");

    [GeneratedRegex("""in [0-9.]+ m?s \([0-9.]+ MB/s\)|"seconds": ?[0-9.E-]+|time="[0-9.]+"|"(start|end)TimeUtc": "[^"]*" """)]
    private static partial Regex Times();
}
