namespace Plumbline;

/// <summary>
/// Judges the lines of a dataset, one at a time: the seam between reading files and the engines that know schemas. A generated validator
/// and the interpreter run through the same dataset code by one adapter each; an engine that wants to see one line at a time derives
/// from <see cref="LineTextJudge"/>.
/// </summary>
/// <remarks>A run makes one judge for each of its threads; a judge need not be safe for concurrent use.</remarks>
public abstract class LineJudge
{
    /// <summary>The faults of the line last judged, settled; offsets count from the start of the line.</summary>
    public abstract FaultList Faults { get; }

    /// <summary>What the line last judged adds to the totals of the dataset, in their order. Means nothing where the line is malformed.</summary>
    public abstract ReadOnlySpan<long> Counters { get; }

    /// <summary>Whether the line last judged is not JSON. Then nothing else is said of it: malformed text wins when faults are settled.</summary>
    public bool IsMalformed => Faults.Count > 0 && MalformedText.Includes(Faults[0].Assertion.Rule);

    /// <summary>The strings of the line last judged whose tokens were counted; null where nothing is known of that.</summary>
    internal virtual CountedStrings? CountedStrings => null;

    /// <summary>Judges the line that starts at an offset of a buffer of lines, in place.</summary>
    /// <param name="lines">Whole lines, sealed by <see cref="PaddedBuffer.SealLines"/>.</param>
    /// <param name="at">Where the line starts; it is not empty.</param>
    /// <returns>Offset of the line feed that ends the line. An engine that notices it by itself saves a search over every byte.</returns>
    protected internal abstract nint JudgeAt(PaddedBuffer lines, nint at);
}
