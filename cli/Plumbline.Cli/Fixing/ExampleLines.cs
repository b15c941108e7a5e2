using System.Text;
using System.Text.Unicode;
using Plumbline.Bodies.Repairs;
using Plumbline.Cli.Inputs;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Fixing;

/// <summary>The lines of a stream, in which an example that was broken over several of them is one line again.</summary>
/// <remarks>An object that a line begins and does not end is looked for in the lines after it. Where they do not end it, or what they make together is no
/// JSON, all stay as they are. A line that is an example of its own ends the search, so that one bad line costs no good ones.</remarks>
/// <param name="lines">The lines.</param>
/// <param name="breakInText">What takes the place of a break inside a string; null leaves lines as they are.</param>
internal sealed class ExampleLines(WholeLines lines, string? breakInText)
{
    private const int MostLines = 1000;
    private const int MostBytes = 64 << 20;

    private readonly List<(byte[] Bytes, bool EndsLine)> _ahead = [];
    private bool _isInside;

    /// <summary>The lines that the current one was joined from; none where it is as it was.</summary>
    public IReadOnlyList<byte[]> JoinedFrom { get; private set; } = [];

    /// <summary>Whether a break inside a string was among those that were joined.</summary>
    public bool HasWrappedText { get; private set; }

    /// <summary>Goes to the next line, or to the next piece of a long one.</summary>
    /// <param name="bytes">Its bytes; good until the next call.</param>
    /// <param name="endsLine">Whether the line ends with them.</param>
    /// <returns>False when nothing is left.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Read(out ReadOnlySpan<byte> bytes, out bool endsLine)
    {
        JoinedFrom = [];
        if (_ahead.Count > 0)
        {
            (byte[] next, endsLine) = _ahead[0];
            _ahead.RemoveAt(0);
            bytes = next;
        }
        else if (!lines.Read(out bytes, out endsLine))
        {
            return false;
        }

        bool begins = !_isInside && endsLine;
        _isInside = !endsLine;
        if (begins && breakInText is not null && BracketDepth.Begins(bytes) && BracketDepth.After(bytes) is { IsOpen: true } depth)
        {
            // What comes next is read over these bytes.
            byte[] first = bytes.ToArray();
            bytes = Join(first, depth) ?? first;
        }

        return true;
    }

    private byte[]? Join(byte[] first, BracketDepth depth)
    {
        List<byte[]> parts = [first];
        long length = first.Length;
        for (int next = 0; parts.Count < MostLines && length < MostBytes; next++)
        {
            if (next == _ahead.Count)
            {
                if (!lines.Read(out ReadOnlySpan<byte> read, out bool endsLine))
                {
                    return null;
                }

                _ahead.Add((read.ToArray(), endsLine));
            }

            byte[] line = _ahead[next].Bytes;
            if (!_ahead[next].EndsLine || IsExample(line))
            {
                return null;
            }

            parts.Add(line);
            length += line.Length;
            depth.Add(line);
            if (!depth.IsOpen)
            {
                return JoinedOf(parts);
            }
        }

        return null;
    }

    private byte[]? JoinedOf(List<byte[]> parts)
    {
        byte[] all = [.. parts.SelectMany(part => part)];
        if (!Utf8.IsValid(all))
        {
            return null;
        }

        ReadOnlySpan<byte> text = all.AsSpan().TrimEnd("\r\n"u8);
        (string line, bool hasWrapped) = JoinedLines.Join(Encoding.UTF8.GetString(text), breakInText!);
        byte[] joined = [.. Encoding.UTF8.GetBytes(line), .. all.AsSpan(text.Length)];
        if (!IsJson(joined))
        {
            return null;
        }

        JoinedFrom = parts;
        HasWrappedText = hasWrapped;
        _ahead.RemoveRange(0, parts.Count - 1);
        return joined;
    }

    // Items of what was printed nicely are indented.
    private static bool IsExample(ReadOnlySpan<byte> line) => line is [(byte)'{', ..] && IsJson(line);

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        return PositionedText.Parse(text.ToArray()).IsWellFormed;
    }
}
