using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Counting;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A vocabulary over characters, and what it makes of those that it does not have.</summary>
internal sealed class CharacterVocabulary(EncoderVocabulary symbols, ulong[] known, UnknownCharacter unknown, bool cutsBeforeSpaces)
{
    /// <summary>The symbols and their merges.</summary>
    public EncoderVocabulary Symbols { get; } = symbols;

    /// <summary>What other characters count.</summary>
    public UnknownCharacter Unknown { get; } = unknown;

    /// <summary>Whether nothing merges across the front of a space symbol.</summary>
    public bool CutsBeforeSpaces { get; } = cutsBeforeSpaces;

    /// <summary>Whether a character is a symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows(int character) => (known[character >> 6] >> character & 1) != 0;
}
