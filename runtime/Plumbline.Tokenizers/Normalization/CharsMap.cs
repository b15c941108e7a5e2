using System.Buffers.Binary;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>
/// The normalization rules of a SentencePiece model (<c>precompiled_charsmap</c>): a double-array trie from source bytes to the place of their
/// replacement. Layout: the bytes of the trie (32 bits), the trie in 32-bit units, replacements that end in a zero byte. A unit is, from its lowest bit, a
/// label of 8 bits, a flag for "a value is below", a flag that shifts the offset by 8 bits, and the offset in 21 bits.
/// </summary>
internal sealed class CharsMap
{
    private readonly uint[] units;
    private readonly byte[] replacements;

    private CharsMap(uint[] units, byte[] replacements)
    {
        this.units = units;
        this.replacements = replacements;
    }

    /// <summary>Reads the rules, or null where there are none.</summary>
    /// <exception cref="TokenizerFormatException">The rules are broken.</exception>
    public static CharsMap? Read(string file, string part, ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty)
        {
            return null;
        }

        uint trieBytes = blob.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(blob) : uint.MaxValue;
        if (trieBytes >= blob.Length - 4 || trieBytes % 4 != 0 || trieBytes == 0 || blob[^1] != 0)
        {
            throw new TokenizerFormatException(file, part,
                $"the trie is said to have {trieBytes} bytes, of {blob.Length}; expected whole 32-bit units and replacements that end in a zero byte");
        }

        uint[] units = new uint[trieBytes / 4];
        for (int i = 0; i < units.Length; i++)
        {
            units[i] = BinaryPrimitives.ReadUInt32LittleEndian(blob[(4 + (i * 4))..]);
        }

        return new CharsMap(units, blob[(4 + (int)trieBytes)..].ToArray());
    }

    /// <summary>What the longest rule that the text starts with replaces, in bytes; 0 where no rule applies.</summary>
    public int Match(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement) => Match(text, shortest: false, out replacement);

    /// <summary>Whether a rule applies to the start of the text; of several the shortest tells the replacement.</summary>
    public bool MatchShortest(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement) => Match(text, shortest: true, out replacement) > 0;

    private int Match(ReadOnlySpan<byte> text, bool shortest, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        int matched = 0;
        uint node = Offset(units[0]);
        for (int i = 0; i < text.Length && !(shortest && matched > 0); i++)
        {
            node ^= text[i];
            if (node >= units.Length || (units[node] & 0x800000FF) != text[i])
            {
                break;
            }

            uint unit = units[node];
            node ^= Offset(unit);
            if ((unit >> 8 & 1) != 0 && node < units.Length)
            {
                uint place = units[node] & 0x7FFFFFFF;
                if (place < replacements.Length)
                {
                    replacement = replacements.AsSpan((int)place);
                    matched = i + 1;
                }
            }
        }

        replacement = matched > 0 ? replacement[..replacement.IndexOf((byte)0)] : default;
        return matched;
    }

    /// <summary>The most bytes, and spaces counted as three, that a rule makes of one.</summary>
    public int MaxGrowth()
    {
        int longest = 1, length = 0;
        foreach (byte value in replacements)
        {
            length = value == 0 ? 0 : length + (value == ' ' ? 3 : 1);
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 0x200) >> 6);
}
