namespace Plumbline.Cli.Fixing;

/// <summary>How often each thing was changed.</summary>
internal sealed class FixCounts
{
    public long Lines { get; set; }

    public long ChangedLines { get; set; }

    public long Marks { get; set; }

    public long LineEnds { get; set; }

    public long EmptyLines { get; set; }

    public long TrimmedLines { get; set; }

    public long TrimmedTexts { get; set; }

    public long RenamedMembers { get; set; }

    /// <summary>Examples that were put on one line.</summary>
    public long JoinedExamples { get; set; }

    /// <summary>Those among them that were broken inside a text.</summary>
    public long WrappedExamples { get; set; }

    /// <summary>Lines that are no JSON, or too long to look into, where looking into them was asked for.</summary>
    public long NotLookedInto { get; set; }
}
