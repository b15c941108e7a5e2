using System.Buffers;

namespace Plumbline.Cli.Fixing;

/// <summary>How many brackets of a text are open, and whether it ends inside a string. A line break may stand in a string here, as it does in an example that
/// was wrapped for print.</summary>
internal sealed class BracketDepth
{
    private static readonly SearchValues<byte> Outside = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> Inside = SearchValues.Create("\"\\"u8);

    private int _depth;
    private bool _isInString;

    /// <summary>Whether more of the value has to come.</summary>
    public bool IsOpen => _depth > 0 || _isInString;

    /// <summary>Whether a line begins with an object.</summary>
    public static bool Begins(ReadOnlySpan<byte> line) =>
        (line.StartsWith("\uFEFF"u8) ? line[3..] : line).TrimStart(" \t"u8) is [(byte)'{', ..];

    /// <summary>What a text leaves open.</summary>
    public static BracketDepth After(ReadOnlySpan<byte> text)
    {
        var depth = new BracketDepth();
        depth.Add(text);
        return depth;
    }

    /// <summary>Reads on.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            int at = text.IndexOfAny(_isInString ? Inside : Outside);
            if (at < 0)
            {
                return;
            }

            byte found = text[at];
            if (found == '"')
            {
                _isInString = !_isInString;
            }
            else if (!_isInString)
            {
                _depth += found is (byte)'{' or (byte)'[' ? 1 : -1;
            }

            // What is escaped ends nothing; a break is not escaped by what ends the line before it.
            bool isEscape = found == '\\' && at + 1 < text.Length && text[at + 1] is not ((byte)'\r' or (byte)'\n');
            text = text[(at + (isEscape ? 2 : 1))..];
        }
    }
}
