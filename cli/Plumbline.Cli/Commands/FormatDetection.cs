using Plumbline.Cli.Inputs;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary>Tells bundled formats apart by the first examples of a file: each format judges them, and the one that most of them fit is taken.</summary>
internal static class FormatDetection
{
    /// <summary>The word for <c>--format</c> that asks for it.</summary>
    public const string Auto = "auto";

    private const int Examined = 20;
    private const int MostNamed = 6;

    /// <summary>What the first examples of a file say.</summary>
    /// <param name="Format">The format that they fit best, or come nearest to.</param>
    /// <param name="IsFit">Whether at least half of them fit it.</param>
    /// <param name="Words">That, and by what, in words.</param>
    public sealed record Guess(BundledFormat Format, bool IsFit, string Words);

    /// <summary>Looks at a file; null where it holds no JSON to look at.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Guess? Of(string path)
    {
        byte[][] lines = File.Exists(path) && RegularFile.LengthOf(path) == 0 ? [] : FirstLines(path);
        if (lines.Length == 0)
        {
            return null;
        }

        Score[] scores = [.. BundledFormats.All.Where(format => !format.IsGeneric)
            .Select((format, place) => ScoreOf(format, place, lines))
            .OrderByDescending(score => score.Fitting).ThenBy(score => score.Distance).ThenBy(score => score.Place)];
        Score best = scores[0];
        if (best.Fitting * 2 < lines.Length)
        {
            string difference = best.First is { } first ? $" ({Place(first)}: {first.Message})" : "";
            return new Guess(best.Format, false, $"the first lines of {path} fit no format: the nearest is {best.Format.Name}{difference}");
        }

        string[] others = [.. scores.Skip(1).TakeWhile(score => score.Fitting == best.Fitting).Select(score => score.Format.Name)];
        string more = others.Length > MostNamed ? $" and {others.Length - MostNamed} more" : "";
        string beside = others.Length == 0
            ? scores[1].Fitting > 0 ? $"; next is {scores[1].Format.Name} with {scores[1].Fitting}" : ""
            : $"; it fits {string.Join(", ", others.Take(MostNamed))}{more}: --format NAME chooses";
        string fitting = $"{best.Fitting} of its first {lines.Length} examples fit it, with the members {MembersOf(lines[0])}";
        return new Guess(best.Format, true, $"{path} is read as {best.Format.Name}: {fitting}{beside}");
    }

    // Examples are counted, not lines: of an array they stand anywhere.
    private static string Place(Finding finding) =>
        $"example {finding.Line}, {(finding.Pointer is { Length: > 0 } pointer ? pointer : $"column {finding.Column}")}";

    private static Score ScoreOf(BundledFormat format, int place, byte[][] lines)
    {
        int fitting = 0;
        long distance = 0;
        Finding? first = null;
        for (int i = 0; i < lines.Length; i++)
        {
            var sink = new Distance();
            format.Validator.Validate(lines[i], sink, ValidationOptions.DatasetLines);
            fitting += sink.First is null ? 1 : 0;
            distance += sink.Sum;
            first ??= sink.First is { } found ? found with { Line = i + 1 } : null;
        }

        return new Score(format, place, fitting, distance, first);
    }

    private static byte[][] FirstLines(string path)
    {
        using JsonArrayStream? array = JsonArrayStream.IsArray(path) ? new JsonArrayStream(File.OpenRead(path)) : null;
        using JsonLines lines = array is null ? JsonLines.Open(path) : JsonLines.Read(array);
        var first = new List<byte[]>();
        foreach (JsonLine line in lines)
        {
            if (JsonSyntax.FindFault(line.Text, ValidationOptions.DatasetLines.MaxDepth) is null && line.Text.Length > 0)
            {
                first.Add(line.Text.ToArray());
            }

            if (first.Count == Examined || line.Number == Examined * 2)
            {
                break;
            }
        }

        return [.. first];
    }

    private static string MembersOf(byte[] line)
    {
        using var document = System.Text.Json.JsonDocument.Parse(line);
        return document.RootElement.ValueKind != System.Text.Json.JsonValueKind.Object
            ? "of no object"
            : string.Join(", ", document.RootElement.EnumerateObject().Take(MostNamed).Select(member => member.Name));
    }

    private readonly record struct Score(BundledFormat Format, int Place, int Fitting, long Distance, Finding? First);

    // The nearer to the root an error lies, the less the example was meant for the format. Advice tells formats apart that an example fits alike.
    private sealed class Distance : IFindingSink
    {
        public long Sum { get; private set; }

        public Finding? First { get; private set; }

        public void Add(Finding finding)
        {
            int depth = finding.Pointer?.Count(c => c == '/') ?? 0;
            Sum += finding.Severity != Severity.Error ? 1 : depth == 0 ? 10_000 : depth < 3 ? 1_000 : 100;
            First ??= finding.Severity == Severity.Error ? finding : null;
        }
    }
}
