namespace Plumbline.Datasets;

/// <summary>Faults of a line as a whole, whatever its schema: their text is empty, and what they span is known beside it.</summary>
internal static class LineFaults
{
    /// <summary>A byte order mark.</summary>
    public static Fault Mark { get; } = new(MalformedText.ByteOrderMark, 0);

    /// <summary>An empty line that is not the last.</summary>
    public static Fault Empty { get; } = new(MalformedText.EmptyLine, 0);

    /// <summary>How many bytes such a fault spans; -1 for a fault of a value, whose extent is the value's.</summary>
    public static int Extent(in Fault fault) =>
        ReferenceEquals(fault.Assertion.Rule, Rules.EmptyLine) ? 0
        : ReferenceEquals(fault.Assertion.Rule, Rules.ByteOrderMark) ? 3
        : ReferenceEquals(fault.Assertion.Rule, Rules.LineTooLong) ? (int)Math.Min(fault.Actual, int.MaxValue)
        : -1;
}
