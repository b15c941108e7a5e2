namespace Plumbline.Cli.Fixing;

/// <summary>What <c>plumbline fix</c> was asked to change; what no switch asks for stays as it is, byte for byte.</summary>
internal sealed record FixSwitches
{
    /// <summary>Take a byte order mark away.</summary>
    public bool Mark { get; init; }

    /// <summary>End lines with a line feed alone.</summary>
    public bool LineEnds { get; init; }

    /// <summary>Leave out lines of nothing but white space.</summary>
    public bool EmptyLines { get; init; }

    /// <summary>Take away white space before and after the JSON of a line.</summary>
    public bool TrimLines { get; init; }

    /// <summary>Take away white space at both ends of strings: this changes what is learnt.</summary>
    public bool TrimTexts { get; init; }

    /// <summary>The name of the member that says who speaks, <c>role</c> or <c>author</c>, where messages have the other one; null leaves it.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>What takes the place of a line break inside a string, where an example that was broken over several lines is put on one; null leaves such
    /// examples.</summary>
    public string? BreakInText { get; init; }

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => this == new FixSwitches();
}
