using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>
/// Normalization form C over UTF-8 (Unicode Standard Annex 15). Nearly all text is in it already: then nothing is written. Belongs to one thread.
/// </summary>
/// <remarks>
/// A text is taken in pieces of one settled character and the unsettled ones behind it (<see cref="CanonicalMappings.IsUnsettled"/>); nothing happens
/// across their ends. Bytes that are not UTF-8 stay as they are.
/// </remarks>
internal sealed class CanonicalComposer
{
    // The lead byte of U+0300; all characters before that are settled.
    private const byte FirstLead = 0xCC;

    // Class << 32 | position: marks are ordered by class, those of one class stay in their order.
    private readonly List<long> marks = [];
    private readonly List<int> piece = [];
    private readonly List<int> ordered = [];

    /// <summary>Whether a text is in form C as far as one can see without composing it.</summary>
    public static bool IsSettled(ReadOnlySpan<byte> text) => NextUnsettled(text, 0) == text.Length;

    /// <summary>Appends the normal form of a text.</summary>
    public void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        for (int at = 0; at < text.Length;)
        {
            int unsettled = NextUnsettled(text, at);
            int start = unsettled == text.Length ? unsettled : StartOfCharacterBefore(text, at, unsettled);
            output.Append(text[at..start]);
            at = AppendPiece(text, start, output);
        }
    }

    private static int NextUnsettled(ReadOnlySpan<byte> text, int at)
    {
        ref byte first = ref MemoryMarshal.GetReference(text);
        while (true)
        {
            int next = text[at..].IndexOfAnyInRange(FirstLead, byte.MaxValue);
            if (next < 0)
            {
                return text.Length;
            }

            // Where one such character is, there are often more.
            for (at += next; at < text.Length && text[at] >= 0x80;)
            {
                if (CanonicalMappings.IsUnsettled(Utf8Reader.Decode(ref first, at, text.Length, out int length)))
                {
                    return at;
                }

                at += length;
            }
        }
    }

    private static int StartOfCharacterBefore(ReadOnlySpan<byte> text, int from, int at)
    {
        int start = at;
        while (start > from && (text[--start] & 0xC0) == 0x80)
        {
        }

        Utf8Reader.Decode(ref MemoryMarshal.GetReference(text), start, text.Length, out int length);
        return start + length == at ? start : at; // broken bytes do not compose
    }

    private int AppendPiece(ReadOnlySpan<byte> text, int start, ByteBuffer output)
    {
        int at = start;
        piece.Clear();
        while (at < text.Length)
        {
            bool isWhole = Rune.DecodeFromUtf8(text[at..], out Rune character, out int length) == OperationStatus.Done;
            if (at == start && !isWhole)
            {
                output.Append(text.Slice(at, length));
                return at + length;
            }

            if (at > start && !(isWhole && CanonicalMappings.IsUnsettled(character.Value)))
            {
                break;
            }

            Decompose(character.Value);
            at += length;
        }

        Order();
        Compose();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (int character in ordered)
        {
            output.Append(utf8[..new Rune(character).EncodeToUtf8(utf8)]);
        }

        return at;
    }

    private void Decompose(int character)
    {
        if (!CanonicalMappings.Decompose(character, out int first, out int second))
        {
            piece.Add(character);
            return;
        }

        Decompose(first);
        if (second != 0)
        {
            Decompose(second);
        }
    }

    private void Order()
    {
        ordered.Clear();
        for (int i = 0; i <= piece.Count; i++)
        {
            int combining = i < piece.Count ? CanonicalMappings.ClassOf(piece[i]) : 0;
            if (combining != 0)
            {
                marks.Add((long)combining << 32 | (uint)i);
                continue;
            }

            CollectionsMarshal.AsSpan(marks).Sort();
            foreach (long mark in marks)
            {
                ordered.Add(piece[(int)mark]);
            }

            marks.Clear();
            if (i < piece.Count)
            {
                ordered.Add(piece[i]);
            }
        }
    }

    // Each character joins the last starter before it, unless one of its class or a higher one stands between.
    private void Compose()
    {
        int starter = -1, written = 0, before = 0;
        for (int i = 0; i < ordered.Count; i++)
        {
            int character = ordered[i], combining = CanonicalMappings.ClassOf(character);
            bool isBeside = starter >= 0 && starter == written - 1;
            if (starter >= 0 && (isBeside || before < combining) && CanonicalMappings.Compose(ordered[starter], character) is > 0 and int composed)
            {
                ordered[starter] = composed;
                continue;
            }

            if (combining == 0)
            {
                starter = written;
            }

            before = combining;
            ordered[written++] = character;
        }

        CollectionsMarshal.SetCount(ordered, written);
    }
}
