namespace Plumbline.Benchmarks.Measuring;

/// <summary>A file of lines in memory, padded as the validators read it.</summary>
internal sealed class Corpus
{
    private Corpus(PaddedBuffer lines) => Lines = lines;

    /// <summary>The text.</summary>
    public PaddedBuffer Lines { get; }

    /// <summary>Bytes of text.</summary>
    public long Bytes => Lines.Length;

    /// <summary>Reads a file.</summary>
    public static Corpus Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        var lines = new PaddedBuffer(checked((int)file.Length));
        file.ReadExactly(lines.Span);
        lines.SealLines(lines.Capacity);
        return new Corpus(lines);
    }

    /// <summary>Judges every line once, on the calling thread.</summary>
    /// <returns>How many lines are valid, and how many are not.</returns>
    public (long Valid, long Invalid) Judge(JsonValidator validator, Validation reader) => Judge(validator, reader, 0, Lines.Length);

    /// <summary>Judges the lines that start in a range.</summary>
    public (long Valid, long Invalid) Judge(JsonValidator validator, Validation reader, nint from, nint to)
    {
        long valid = 0, invalid = 0;
        for (nint at = from; at < to; at++)
        {
            if (reader.JudgeLine(validator, Lines, at, out at) is LineVerdict.Clean or LineVerdict.Advised)
            {
                valid++;
            }
            else
            {
                invalid++;
            }
        }

        return (valid, invalid);
    }
}
