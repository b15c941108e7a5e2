namespace Plumbline.Analyzers.Literals;

/// <summary>A run of a text and the source that it stands for.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="Length">Units of the text.</param>
/// <param name="SourceStart">First character in the source file.</param>
/// <param name="SourceLength">Characters in the source file.</param>
/// <param name="Style">How the source writes it.</param>
/// <param name="IsPlain">Whether each unit is written as itself; else the whole run stands for the whole source: an escape, a hole.</param>
public readonly record struct LiteralSegment(int Start, int Length, int SourceStart, int SourceLength, LiteralStyle Style, bool IsPlain)
{
    /// <summary>The unit behind the last.</summary>
    public int End => Start + Length;

    /// <summary>Where the source of a unit begins.</summary>
    public int SourceOf(int unit) => IsPlain ? SourceStart + (unit - Start) : SourceStart;

    /// <summary>Where the source of a unit ends.</summary>
    public int SourceEndOf(int unit) => IsPlain ? SourceStart + (unit - Start) + 1 : SourceStart + SourceLength;
}
