using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Ranges;

/// <summary>Whether summaries belong together: ranges of one file, judged alike, that cover it from its first byte to its last, each byte once.</summary>
internal static class RangeCover
{
    /// <summary>The summaries in the order of their ranges.</summary>
    /// <exception cref="UsageException">They do not belong together; the message says which, and why.</exception>
    public static RangeSummary[] Of(IReadOnlyList<RangeSummary> summaries)
    {
        RangeSummary[] ranges = [.. summaries.OrderBy(summary => summary.Header.Start).ThenBy(summary => summary.Header.End)];
        foreach (RangeSummary other in ranges[1..])
        {
            ThrowUnlessAlike(ranges[0], other);
        }

        if (ranges[0].Header.Start > 0)
        {
            throw new UsageException($"no summary covers bytes 0 to {ranges[0].Header.Start}, before {ranges[0].Path}");
        }

        for (int i = 1; i < ranges.Length; i++)
        {
            ThrowUnlessAdjacent(ranges[i - 1], ranges[i]);
        }

        RangeHeader last = ranges[^1].Header;
        return last.End == last.Identity.Length
            ? ranges
            : throw new UsageException($"no summary covers bytes {last.End} to {last.Identity.Length}, after {ranges[^1].Path}");
    }

    private static void ThrowUnlessAdjacent(RangeSummary before, RangeSummary after)
    {
        long end = before.Header.End;
        long start = after.Header.Start;
        if (start > end)
        {
            throw new UsageException($"no summary covers bytes {end} to {start}, between {before.Path} and {after.Path}");
        }

        if (start < end)
        {
            throw new UsageException($"{before.Path} and {after.Path} overlap: both cover bytes {start} to {Math.Min(end, after.Header.End)}");
        }
    }

    private static void ThrowUnlessAlike(RangeSummary one, RangeSummary other)
    {
        string both = $"{one.Path} and {other.Path}";
        if (one.Header.Version != other.Header.Version)
        {
            throw new UsageException($"{both} were written by different versions of plumbline: {one.Header.Version} and {other.Header.Version}");
        }

        if (one.Header.Identity != other.Header.Identity)
        {
            throw new UsageException($"{both} are ranges of different files: {Told(one.Header)} and {Told(other.Header)}");
        }

        string? different = one.Header.Options.Keys.Union(other.Header.Options.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(name => one.Header.Option(name) != other.Header.Option(name));
        if (different is not null)
        {
            throw new UsageException(different == RangeHeader.SchemaText
                ? $"{both} were validated against different schemas"
                : $"{both} were validated with different options: --{different} {Shown(one, different)} and {Shown(other, different)}");
        }

        if (one.Header.SchemaId != other.Header.SchemaId)
        {
            throw new UsageException($"{both} were validated against different schemas: {one.Header.SchemaId} and {other.Header.SchemaId}");
        }
    }

    private static string Told(RangeHeader header) => $"{header.File} of {header.Identity.Length} bytes";

    private static string Shown(RangeSummary summary, string option) => summary.Header.Option(option) ?? "not given";
}
