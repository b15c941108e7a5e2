using System.Collections.Concurrent;

namespace Plumbline;

/// <summary>Where and why a text is not JSON.</summary>
/// <param name="Rule">One of the rules PLB5001 to PLB5006.</param>
/// <param name="Offset">The first byte that cannot continue a JSON text; the text's length where it ends too early.</param>
/// <param name="Expected">What could have continued it, ending the words "expected …".</param>
public readonly record struct SyntaxFault(Rule Rule, int Offset, string Expected)
{
    // Few: one for each place in the grammar, and one for each depth limit in use. By rule and then by words, as a key of both would be a value, for which
    // the dictionary has to be compiled when the first malformed line is met.
    private static readonly ConcurrentDictionary<Rule, ConcurrentDictionary<string, Assertion>> Assertions = new();

    /// <summary>The same as a fault of a value.</summary>
    public Fault ToFault()
    {
        ConcurrentDictionary<string, Assertion> ofRule = Assertions.GetOrAdd(Rule, static _ => new());
        return new(ofRule.TryGetValue(Expected, out Assertion? known) ? known : ofRule.GetOrAdd(Expected, new Assertion(Rule, "", Expected)), Offset);
    }
}

/// <summary>
/// The grammar of JSON (RFC 8259), byte by byte. Fast readers only notice <em>that</em> a text is malformed; this says where and why,
/// so that every reader reports the same byte.
/// </summary>
public static partial class JsonSyntax
{
    // Nesting up to here needs no memory of its own.
    private const int InlineDepth = 512;

    /// <summary>Finds the first fault of a text.</summary>
    /// <param name="text">A text that should be exactly one JSON value with optional white space around it.</param>
    /// <param name="maxDepth">The most arrays and objects that may be open at once.</param>
    /// <returns>The fault, or null when the text is well-formed.</returns>
    public static SyntaxFault? FindFault(ReadOnlySpan<byte> text, int maxDepth)
    {
        Span<byte> open = maxDepth <= InlineDepth ? stackalloc byte[InlineDepth] : new byte[Math.Min(maxDepth, text.Length)];
        var reader = new SyntaxReader(text);
        int depth = 0;
        bool wantsValue = true;
        while (true)
        {
            reader.SkipSpace();
            if (wantsValue)
            {
                if (reader.Peek() is (byte)'{' or (byte)'[')
                {
                    if (depth >= maxDepth)
                    {
                        return new(Rules.TooDeep, reader.At, $"at most {maxDepth} arrays and objects inside each other");
                    }

                    byte bracket = open[depth++] = reader.Take();
                    reader.SkipSpace();
                    if (reader.Peek() == bracket + 2)
                    {
                        reader.Take();
                        depth--;
                        wantsValue = false;
                    }
                    else if (bracket == '{' && !reader.Name("a member name in quotes or \"}\""))
                    {
                        return reader.Fault;
                    }

                    continue;
                }

                bool firstItem = depth > 0 && open[depth - 1] == '[' && reader.IsAfter((byte)'[');
                if (!reader.Scalar(firstItem ? "a value or \"]\"" : "a value"))
                {
                    return reader.Fault;
                }

                wantsValue = false;
                continue;
            }

            if (depth == 0)
            {
                return reader.AtEnd ? null : reader.TextAfterValue();
            }

            byte close = (byte)(open[depth - 1] + 2);
            if (reader.Peek() == close)
            {
                reader.Take();
                depth--;
            }
            else if (reader.Peek() != ',')
            {
                reader.Malformed(close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
                return reader.Fault;
            }
            else
            {
                reader.Take();
                wantsValue = true;
                if (close == '}')
                {
                    reader.SkipSpace();
                    if (!reader.Name("a member name in quotes"))
                    {
                        return reader.Fault;
                    }
                }
            }
        }
    }

    /// <summary>The end of the value (or of the member name) that starts at an offset of a well-formed text.</summary>
    /// <remarks>Text that is not well-formed ends the value no later than the text; it is never read beyond.</remarks>
    public static int SkipValue(ReadOnlySpan<byte> wellFormed, int offset)
    {
        if (offset >= wellFormed.Length)
        {
            return wellFormed.Length;
        }

        switch (wellFormed[offset])
        {
            case (byte)'"':
                return SkipString(wellFormed, offset);
            case (byte)'{' or (byte)'[':
                return SkipToClose(wellFormed, offset + 1);
            default:
                int end = offset + 1;
                while (end < wellFormed.Length && !IsSpace(wellFormed[end]) && wellFormed[end] is not ((byte)',' or (byte)']' or (byte)'}'))
                {
                    end++;
                }

                return end;
        }
    }

    /// <summary>The first offset from here that is not white space.</summary>
    internal static int SkipSpace(ReadOnlySpan<byte> text, int offset)
    {
        while (offset < text.Length && IsSpace(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The end of the array or object around an offset that lies between two of its tokens.</summary>
    internal static int SkipToClose(ReadOnlySpan<byte> wellFormed, int offset)
    {
        int depth = 1;
        while (true)
        {
            int next = offset >= wellFormed.Length ? -1 : wellFormed.Slice(offset).IndexOfAny("\"{}[]"u8);
            if (next < 0)
            {
                return wellFormed.Length;
            }

            offset += next;
            switch (wellFormed[offset])
            {
                case (byte)'"':
                    offset = SkipString(wellFormed, offset);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    offset++;
                    break;
                default:
                    offset++;
                    if (--depth == 0)
                    {
                        return offset;
                    }

                    break;
            }
        }
    }

    internal static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static int SkipString(ReadOnlySpan<byte> wellFormed, int offset)
    {
        offset++;
#if NET
        if (SkipBlocks(wellFormed, ref offset))
        {
            return offset;
        }
#endif
        while (offset < wellFormed.Length)
        {
            int next = wellFormed.Slice(offset).IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                break;
            }

            offset += next;
            if (wellFormed[offset] == '"')
            {
                return offset + 1;
            }

            offset += 2;
        }

        return wellFormed.Length;
    }
}
