using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// The classes of every code point, one byte each. The runs are written by <c>tools/Plumbline.Tokenizers.Tools classes</c> and are those of
/// Unicode 16.0, which is what tiktoken's regular expressions know; the running .NET may know another version, so it is not asked.
/// </summary>
internal static partial class CharacterClasses
{
    /// <summary>One past the last code point.</summary>
    public const int CodePoints = 0x110000;

    // Flat, because a second look-up stage is on the way of every non-ASCII character; only the pages of the scripts in use are ever touched again.
    private static readonly byte[] Table = Expand();

    /// <summary>The classes of a code point below <see cref="CodePoints"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass Of(int codePoint) =>
        (CharacterClass)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Table), codePoint);

    private static byte[] Expand()
    {
        byte[] table = new byte[CodePoints];
        int position = 0;
        for (ReadOnlySpan<byte> runs = Runs; !runs.IsEmpty;)
        {
            byte value = runs[0];
            int length = 0, shift = 0, read = 1;
            byte part;
            do
            {
                part = runs[read++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);

            table.AsSpan(position, length).Fill(value);
            position += length;
            runs = runs[read..];
        }

        return table;
    }
}
