#if NET
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Plumbline;

// Where a string ends and what it says, found in one pass.
public static partial class JsonString
{
    private const int LongestEscape = 12;

    /// <summary>Reads the string at a quote: finds its end, and unescapes it into a buffer if it has escapes.</summary>
    /// <param name="wellFormed">JSON; a surrogate without the other half of its pair becomes U+FFFD.</param>
    /// <param name="quote">Where the string starts.</param>
    /// <param name="buffer">Has room for all that follows the quote.</param>
    /// <param name="end">The offset behind the closing quote.</param>
    /// <returns>The text in UTF-8: where it stands in the JSON, else in the buffer.</returns>
    /// <exception cref="ArgumentException">The buffer is too short, or the string does not end.</exception>
    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> wellFormed, int quote, Span<byte> buffer, out int end)
    {
        int at = quote + 1;
        if (buffer.Length < wellFormed.Length - at)
        {
            throw new ArgumentException("The buffer is shorter than what follows the quote.", nameof(buffer));
        }

        int written = PlainLength(wellFormed, at);
        ReadOnlySpan<byte> plain = wellFormed.Slice(at, written);
        at += written;
        if (wellFormed[at] == '"')
        {
            end = at + 1;
            return plain;
        }

        plain.CopyTo(buffer);
#if NET
        if (ReadBlocks(wellFormed, ref at, buffer, ref written))
        {
            end = at + 1;
            return buffer.Slice(0, written);
        }
#endif
        while (true)
        {
            plain = wellFormed.Slice(at, PlainLength(wellFormed, at));
            plain.CopyTo(buffer.Slice(written));
            at += plain.Length;
            written += plain.Length;
            if (wellFormed[at] == '"')
            {
                end = at + 1;
                return buffer.Slice(0, written);
            }

            written += WriteUtf8(DecodeEscape(wellFormed.Slice(at), out int length), buffer.Slice(written));
            at += length;
        }
    }

    private static int PlainLength(ReadOnlySpan<byte> text, int at)
    {
        int length = text.Slice(at).IndexOfAny((byte)'"', (byte)'\\');
        return length >= 0 ? length : throw new ArgumentException("The string does not end.", nameof(text));
    }

#if NET
    private const int Block = 64;
    private const int Half = 32;

    // What is read from the start of a block on: an escape that begins with its last byte, and a block behind that.
    private const int Readable = Block + LongestEscape + Block;

    // By the letter after a backslash, of all but \u.
    private static readonly byte[] Meanings = MakeMeanings();

    // Reads on, 64 bytes at a time, to the closing quote; false where that lies beyond the last place at which a block may start. Blocks are written whole
    // before it is known how much of them counts: what is too much is overwritten next.
    private static bool ReadBlocks(ReadOnlySpan<byte> wellFormed, ref int position, Span<byte> buffer, ref int length)
    {
        ref byte text = ref MemoryMarshal.GetReference(wellFormed);
        ref byte target = ref MemoryMarshal.GetReference(buffer);
        int at = position, written = length, last = wellFormed.Length - Readable;
        bool isClosed = false;
        while (at <= last && !isClosed)
        {
            Copy(ref Unsafe.Add(ref text, at), ref Unsafe.Add(ref target, written));
            ulong stops = Stops(ref Unsafe.Add(ref text, at)) | ((ulong)Stops(ref Unsafe.Add(ref text, at + Half)) << Half);
            int from = 0;
            while (stops != 0)
            {
                int stop = BitOperations.TrailingZeroCount(stops);
                written += stop - from;
                from = stop;
                ref byte escape = ref Unsafe.Add(ref text, at + stop);
                if (escape == '"')
                {
                    isClosed = true;
                    break;
                }

                from += Unescape(ref escape, ref Unsafe.Add(ref target, written), ref written);
                Copy(ref Unsafe.Add(ref text, at + from), ref Unsafe.Add(ref target, written));
                stops = from < Block ? stops & (ulong.MaxValue << from) : 0;
            }

            if (isClosed || from >= Block)
            {
                at += from;
            }
            else
            {
                at += Block;
                written += Block - from;
            }
        }

        position = at;
        length = written;
        return isClosed;
    }

    // Bits for the bytes at which plain text ends.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(ref byte text)
    {
        Vector256<byte> block = Vector256.LoadUnsafe(ref text);
        return (Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte text, ref byte target)
    {
        Vector256.LoadUnsafe(ref text).StoreUnsafe(ref target);
        Vector256.LoadUnsafe(ref text, Half).StoreUnsafe(ref target, Half);
    }

    // Writes what the escape at a backslash says; returns its length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Unescape(ref byte escape, ref byte target, ref int written)
    {
        int letter = Unsafe.Add(ref escape, 1);
        if (letter != 'u')
        {
            target = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Meanings), letter);
            written++;
            return 2;
        }

        int codePoint = Unit(ref escape);
        int length = LongestEscape / 2;
        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            codePoint = DecodeEscape(MemoryMarshal.CreateReadOnlySpan(ref escape, LongestEscape), out length);
        }

        written += WriteUtf8(codePoint, MemoryMarshal.CreateSpan(ref target, 4));
        return length;
    }

    // The number that the four digits after \u write: of a digit the low four bits count, and a letter (bit 6) is nine more than these.
    private static int Unit(ref byte escape)
    {
        uint digits = BinaryPrimitives.ReadUInt32BigEndian(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref escape, 2), sizeof(uint)));
        uint values = (digits & 0x0F0F0F0F) + (9 * ((digits >> 6) & 0x01010101));
        uint pairs = values | (values >> 4);
        return (int)(((pairs >> 8) & 0xFF00) | (pairs & 0xFF));
    }

    private static byte[] MakeMeanings()
    {
        byte[] meanings = new byte[256];
        for (int letter = 0; letter < meanings.Length; letter++)
        {
            meanings[letter] = (byte)letter;
        }

        (meanings['n'], meanings['t'], meanings['r'], meanings['b'], meanings['f']) = ((byte)'\n', (byte)'\t', (byte)'\r', (byte)'\b', (byte)'\f');
        return meanings;
    }
#endif
}
