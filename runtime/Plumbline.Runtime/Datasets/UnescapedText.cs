using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Plumbline.Datasets;

/// <summary>
/// Reads JSON strings: where one ends and what it says are found in one pass, 64 bytes at a time, into a buffer that is kept.
/// </summary>
/// <remarks>Blocks are written whole before it is known how much of them counts; what is too much is overwritten next.</remarks>
internal sealed class UnescapedText
{
    private const int Block = 64;
    private const int LongestEscape = 12;

    // What is read from the start of a block on: an escape that begins with its last byte, and a block behind that.
    private const int Readable = Block + LongestEscape + Block;

    // By the letter after a backslash, of all but \u.
    private static readonly byte[] Meanings = MakeMeanings();

    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>Reads the string at a quote.</summary>
    /// <param name="wellFormed">JSON.</param>
    /// <param name="quote">Where the string starts.</param>
    /// <param name="end">The offset behind the closing quote.</param>
    /// <returns>The text without escapes; good until the next one is read.</returns>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> wellFormed, int quote, out int end)
    {
        if (_buffer.Length < wellFormed.Length + Block)
        {
            _buffer = new byte[2 * wellFormed.Length + Block];
        }

        ref byte text = ref MemoryMarshal.GetReference(wellFormed);
        ref byte unescaped = ref MemoryMarshal.GetArrayDataReference(_buffer);
        int at = quote + 1, written = 0;
        if (!ReadBlocks(ref text, ref at, wellFormed.Length - Readable, ref unescaped, ref written))
        {
            ReadRest(wellFormed, ref at, ref unescaped, ref written);
        }

        end = at + 1;
        return _buffer.AsSpan(0, written);
    }

    // Reads on to the closing quote; false where it lies beyond the last place at which a block may start.
    private static bool ReadBlocks(ref byte text, ref int position, int last, ref byte unescaped, ref int length)
    {
        int at = position, written = length;
        bool isClosed = false;
        while (at <= last && !isClosed)
        {
            Vector512<byte> block = Vector512.LoadUnsafe(ref text, (nuint)at);
            block.StoreUnsafe(ref unescaped, (nuint)written);
            Vector512<byte> ends = Vector512.Equals(block, Vector512.Create((byte)'"')) | Vector512.Equals(block, Vector512.Create((byte)'\\'));
            ulong stops = ends.ExtractMostSignificantBits();
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

                from += Unescape(ref escape, LongestEscape, ref unescaped, ref written);
                Vector512.LoadUnsafe(ref text, (nuint)(at + from)).StoreUnsafe(ref unescaped, (nuint)written);
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

    private static void ReadRest(ReadOnlySpan<byte> wellFormed, ref int at, ref byte unescaped, ref int written)
    {
        while (true)
        {
            ReadOnlySpan<byte> plain = wellFormed.Slice(at, wellFormed[at..].IndexOfAny((byte)'"', (byte)'\\'));
            plain.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref unescaped, written), plain.Length));
            at += plain.Length;
            written += plain.Length;
            if (wellFormed[at] == '"')
            {
                return;
            }

            ReadOnlySpan<byte> escape = wellFormed.Slice(at, wellFormed[at + 1] == 'u' ? Math.Clamp(wellFormed.Length - at, 6, LongestEscape) : 2);
            at += Unescape(ref MemoryMarshal.GetReference(escape), escape.Length, ref unescaped, ref written);
        }
    }

    // Writes what the escape at a backslash says, of which so many bytes can be read; returns its length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Unescape(ref byte escape, int readable, ref byte unescaped, ref int written)
    {
        int letter = Unsafe.Add(ref escape, 1);
        if (letter == 'u')
        {
            return UnescapeUnit(ref escape, readable, ref unescaped, ref written);
        }

        Unsafe.Add(ref unescaped, written++) = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Meanings), letter);
        return 2;
    }

    private static int UnescapeUnit(ref byte escape, int readable, ref byte unescaped, ref int written)
    {
        uint codePoint = Unit(ref escape);
        int length = LongestEscape / 2;
        if ((codePoint & 0xF800) == 0xD800)
        {
            ref byte second = ref Unsafe.Add(ref escape, length);
            bool isPair = codePoint < 0xDC00 && readable >= LongestEscape
                && second == '\\' && Unsafe.Add(ref second, 1) == 'u' && (Unit(ref second) & 0xFC00) == 0xDC00;
            codePoint = isPair ? 0x10000 + ((codePoint & 0x3FF) << 10) + (Unit(ref second) & 0x3FF) : (uint)Rune.ReplacementChar.Value;
            length = isPair ? LongestEscape : length;
        }

        written += new Rune(codePoint).EncodeToUtf8(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref unescaped, written), 4));
        return length;
    }

    // The number that the four digits after \u write: of a digit the low four bits count, and a letter (bit 6) is nine more than these.
    private static uint Unit(ref byte escape)
    {
        uint digits = BinaryPrimitives.ReadUInt32BigEndian(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref escape, 2), sizeof(uint)));
        uint values = (digits & 0x0F0F0F0F) + (9 * ((digits >> 6) & 0x01010101));
        uint pairs = values | (values >> 4);
        return ((pairs >> 8) & 0xFF00) | (pairs & 0xFF);
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
}
