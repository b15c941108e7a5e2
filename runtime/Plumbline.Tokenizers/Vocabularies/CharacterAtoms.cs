using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>The characters that are symbols by themselves, numbered.</summary>
internal sealed class CharacterAtoms
{
    private readonly Dictionary<int, int> numbers = [];

    /// <summary>Their bytes.</summary>
    public SymbolList List { get; } = new(1024);

    /// <summary>The characters among symbols.</summary>
    public static CharacterAtoms Of(SymbolList symbols)
    {
        var atoms = new CharacterAtoms();
        for (int symbol = 0; symbol < symbols.Count; symbol++)
        {
            ReadOnlySpan<byte> text = symbols[symbol];
            int character = Utf8Reader.Decode(ref MemoryMarshal.GetReference(text), 0, text.Length, out int length);
            if (length == text.Length && atoms.numbers.TryAdd(character, atoms.List.Count))
            {
                atoms.List.Add(text);
            }
        }

        return atoms;
    }

    /// <summary>The number of a character that is one.</summary>
    public int Of(int character) => numbers[character];

    /// <summary>The row of atoms of a text; false where one of its characters is no atom.</summary>
    public bool TrySplit(ReadOnlySpan<byte> text, List<int> row)
    {
        row.Clear();
        for (int at = 0, length; at < text.Length; at += length)
        {
            if (!numbers.TryGetValue(Utf8Reader.Decode(ref MemoryMarshal.GetReference(text), at, text.Length, out length), out int atom))
            {
                return false;
            }

            row.Add(atom);
        }

        return true;
    }

    /// <summary>A bit for each code point that is an atom.</summary>
    public ulong[] Known()
    {
        ulong[] known = new ulong[CharacterClasses.CodePoints / 64];
        foreach (int character in numbers.Keys)
        {
            known[character >> 6] |= 1UL << character;
        }

        return known;
    }
}
