using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Datasets;

/// <summary>
/// Reads JSON strings: where one ends and what it says are found in one pass, 32 bytes at a time, into a buffer that is kept.
/// </summary>
/// <remarks>Blocks are written whole before it is known how much of them counts; what is too much is overwritten next.</remarks>
internal sealed class UnescapedText
{
    private const int Block = 32;

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
        while (true)
        {
            int plain = 0;
            uint found = 0;
            for (; at + Block <= wellFormed.Length; at += Block, written += Block)
            {
                Vector256<byte> block = Vector256.LoadUnsafe(ref text, (nuint)at);
                block.StoreUnsafe(ref unescaped, (nuint)written);
                Vector256<byte> ends = Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\'));
                found = ends.ExtractMostSignificantBits();
                if (found != 0)
                {
                    plain = BitOperations.TrailingZeroCount(found);
                    break;
                }
            }

            if (found == 0)
            {
                plain = wellFormed[at..].IndexOfAny((byte)'"', (byte)'\\');
                wellFormed.Slice(at, plain).CopyTo(_buffer.AsSpan(written));
            }

            at += plain;
            written += plain;
            if (Unsafe.Add(ref text, at) == '"')
            {
                end = at + 1;
                return _buffer.AsSpan(0, written);
            }

            int letter = Unsafe.Add(ref text, at + 1);
            if (letter == 'u')
            {
                int length = UnicodeEscapeLength(wellFormed[at..]);
                written += JsonString.Unescape(wellFormed.Slice(at, length), _buffer.AsSpan(written));
                at += length;
            }
            else
            {
                Unsafe.Add(ref unescaped, written++) = letter switch
                {
                    'n' => (byte)'\n',
                    't' => (byte)'\t',
                    'r' => (byte)'\r',
                    'b' => (byte)'\b',
                    'f' => (byte)'\f',
                    _ => (byte)letter,
                };
                at += 2;
            }
        }
    }

    // A run of \uXXXX belongs together: two of them may be the halves of one character.
    private static int UnicodeEscapeLength(ReadOnlySpan<byte> text)
    {
        int length = 6;
        while (text.Length > length + 6 && text[length] == '\\' && text[length + 1] == 'u')
        {
            length += 6;
        }

        return length;
    }
}
