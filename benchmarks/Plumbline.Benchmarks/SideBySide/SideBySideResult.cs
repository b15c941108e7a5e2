using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Benchmarks.Measuring;
using Plumbline.Benchmarks.RealSchemas;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>What a run came to, as it is told: kept in <c>benchmarks/results</c>, and printed into a page. A test holds the two against each other.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Notes">Sentences after them.</param>
internal sealed record SideBySideResult(IReadOnlyList<ResultTable> Tables, IReadOnlyList<string> Notes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the tables of figures.</summary>
    /// <param name="corpus">The file that was read.</param>
    /// <param name="memory">Contestants in memory, in the order of <see cref="Contest.Names"/>.</param>
    /// <param name="processes">Whole processes.</param>
    /// <param name="real">The schemas that people use, or null.</param>
    /// <param name="loadBefore">How busy the machine was before.</param>
    public static SideBySideResult Of(
        string corpus, IReadOnlyList<Turn> memory, IReadOnlyList<ProcessTime> processes, RealSchemaResult? real, string? loadBefore)
    {
        long megabytes = new FileInfo(corpus).Length / 1_000_000;
        List<string> notes =
        [
            Text($"Medians of one run in turns, {megabytes} MB of `chat.jsonl`, which ajv reads from the file in both tables. ")
                + Text($"{Machine.Name}; load {loadBefore} before, {Machine.Load} after."),
        ];
        if (real is not null)
        {
            double speed = real.Bytes / real.Seconds / 1e9;
            notes.Add(Text($"{real.Schemas} schemas that people use, {real.Documents:N0} documents of {real.Bytes / real.Documents} bytes: ")
                + Text($"parsed and validated at {speed:F2} GB/s, one thread (medians of processor time)."));
        }

        double ajv = processes.First(time => time.Name.StartsWith("ajv", StringComparison.Ordinal)).Milliseconds;
        return new SideBySideResult(
            [
                new(
                    ["in memory", "GB/s", "Plumbline, 1 thread, is … as fast", "lines valid / not"],
                    [.. memory.Select((turn, i) => (string[])
                    [
                        Contest.Names[i],
                        Text($"{turn.Speed:F2}"),
                        Text($"{memory[1].Speed / turn.Speed:F2} ×"),
                        Text($"{turn.Valid:N0} / {turn.Invalid:N0}"),
                    ])]),
                new(
                    ["whole process, by the clock", "reads", "ms", "ajv over the file takes … as long"],
                    [.. processes.Select(time => (string[])[time.Name, time.What, Text($"{time.Milliseconds:F0}"), Text($"{ajv / time.Milliseconds:F1} ×")])]),
            ],
            notes);
    }

    /// <summary>The result as Markdown.</summary>
    public string ToMarkdown() =>
        string.Join("\n\n", [.. Tables.Select(table => string.Join('\n', table.Lines)), .. Notes]);

    /// <summary>Writes the result as data.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A table.</summary>
/// <param name="Columns">Heads of its columns.</param>
/// <param name="Rows">Its cells.</param>
internal sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table as Markdown, line by line.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Lines => [Line(Columns), $"|{string.Concat(Columns.Select(_ => "---|"))}", .. Rows.Select(Line)];

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
