namespace Plumbline.Cli.Statistics;

/// <summary>How long the texts of one field are.</summary>
/// <param name="path">Where they stand in an example: a JSON Pointer in which <c>*</c> stands for every item of an array.</param>
internal sealed class FieldStatistics(string path)
{
    /// <summary>Where the texts stand in an example.</summary>
    public string Path => path;

    /// <summary>Examples that have at least one text here.</summary>
    public long Examples { get; set; }

    /// <summary>Code points a text.</summary>
    public Distribution CodePoints { get; } = new();

    /// <summary>Bytes of UTF-8 a text.</summary>
    public Distribution Bytes { get; } = new();

    /// <summary>Tokens a text; empty where they are not counted.</summary>
    public Distribution Tokens { get; } = new();

    /// <summary>Adds the texts of another field.</summary>
    public void Absorb(FieldStatistics other)
    {
        Examples += other.Examples;
        CodePoints.Absorb(other.CodePoints);
        Bytes.Absorb(other.Bytes);
        Tokens.Absorb(other.Tokens);
    }

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        Examples = 0;
        CodePoints.Clear();
        Bytes.Clear();
        Tokens.Clear();
    }
}
