namespace Plumbline;

/// <summary>What became of one value.</summary>
public enum LineVerdict : byte
{
    /// <summary>Valid, and nothing to report.</summary>
    Clean,

    /// <summary>Valid, with warnings or notes to report.</summary>
    Advised,

    /// <summary>Well-formed JSON that breaks its schema.</summary>
    Invalid,

    /// <summary>Not JSON: exactly one fault says where it stops being so, and counters are zero.</summary>
    Malformed,
}
