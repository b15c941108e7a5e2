using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>What happens to a text before SentencePiece looks for pieces in it.</summary>
internal sealed class TextNormalizer
{
    /// <summary>U+2581, which stands for a space in pieces.</summary>
    public static ReadOnlySpan<byte> SpaceSymbol => "▁"u8;

    /// <summary>Rules by character, if any.</summary>
    public CharsMap? Rules { get; init; }

    /// <summary>Texts that are left as they are, if any.</summary>
    public FrozenTexts? Frozen { get; init; }

    /// <summary>Whether a space is put before the text.</summary>
    public bool AddsPrefix { get; init; }

    /// <summary>Whether that space is left out where the text has one there already.</summary>
    public bool PrefixUnlessThere { get; init; }

    /// <summary>Whether a space is put after the text.</summary>
    public bool AddsSuffix { get; init; }

    /// <summary>Whether spaces at the ends go, and of several in a row all but one.</summary>
    public bool RemovesExtraSpaces { get; init; }

    /// <summary>Whether spaces become <see cref="SpaceSymbol"/>.</summary>
    public bool EscapesSpaces { get; init; } = true;

    private ReadOnlySpan<byte> Space => EscapesSpaces ? SpaceSymbol : " "u8;

    /// <summary>The most bytes that so many can become.</summary>
    public long MaxBytes(long bytes) => bytes == 0 ? 0 : checked((bytes * Math.Max(3, Rules?.MaxGrowth() ?? 0)) + SpaceSymbol.Length);

    /// <summary>Writes the normalized text.</summary>
    public void Normalize(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        output.Clear();
        if (RemovesExtraSpaces)
        {
            while (!text.IsEmpty)
            {
                int taken = Next(text, out ReadOnlySpan<byte> first);
                if (!first.SequenceEqual(" "u8))
                {
                    break;
                }

                text = text[taken..];
            }
        }

        if (text.IsEmpty)
        {
            return;
        }

        if (AddsPrefix && !(PrefixUnlessThere && (text.StartsWith(" "u8) || text.StartsWith(SpaceSymbol))))
        {
            output.Append(Space);
        }

        bool afterSpace = RemovesExtraSpaces;
        while (!text.IsEmpty)
        {
            int taken = Plain(text);
            ReadOnlySpan<byte> made = text[..taken];
            if (taken == 0)
            {
                taken = Next(text, out made);
                made = afterSpace ? made.TrimStart((byte)' ') : made;
            }

            if (!made.IsEmpty)
            {
                afterSpace = RemovesExtraSpaces && made[^1] == ' ';
                AppendEscaped(made, output);
            }

            text = text[taken..];
        }

        if (RemovesExtraSpaces)
        {
            while (output.Written.EndsWith(Space))
            {
                output.Truncate(output.Length - Space.Length);
            }
        }

        if (AddsSuffix)
        {
            output.Append(Space);
        }
    }

    // A run of letters that nothing applies to, where that is plain to see.
    private int Plain(ReadOnlySpan<byte> text)
    {
        if (Rules is not null || Frozen is not null)
        {
            return 0;
        }

        int space = text.IndexOf((byte)' ');
        return space < 0 ? text.Length : space;
    }

    private void AppendEscaped(ReadOnlySpan<byte> made, ByteBuffer output)
    {
        while (EscapesSpaces && made.IndexOf((byte)' ') is >= 0 and int space)
        {
            output.Append(made[..space]);
            output.Append(SpaceSymbol);
            made = made[(space + 1)..];
        }

        output.Append(made);
    }

    // The next character or rule's source, and what it becomes.
    private int Next(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> made)
    {
        if (Frozen is not null && Frozen.Match(text) is > 0 and int frozen)
        {
            made = text[..frozen];
            return frozen;
        }

        if (Rules is not null && Rules.Match(text, out made) is > 0 and int ruled)
        {
            return ruled;
        }

        int value = Utf8Reader.Decode(ref MemoryMarshal.GetReference(text), 0, text.Length, out int length);
        made = value == 0xFFFD && length == 1 ? "\uFFFD"u8 : text[..length];
        return length;
    }
}
