using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// What merging a short text asks of a vocabulary whose atoms are bytes: its pairs, and in tables of their own those of two bytes and the characters that
/// are symbols.
/// </summary>
internal sealed class ByteVocabulary
{
    // What two bytes merge to, or 0, at first << 8 | second.
    private readonly Table<int> ofTwoBytes = new(256 * 256);

    // By code point below U+10000; 0 where the character is no symbol.
    private readonly Table<int> ofCharacter = new(0x10000);

    /// <param name="pairs">The merges by their two sides.</param>
    /// <param name="trie">The symbols by their bytes.</param>
    /// <param name="lengths">For each symbol, how many bytes it has.</param>
    public ByteVocabulary(PairTable pairs, ByteTrie trie, Table<int> lengths)
    {
        Pairs = pairs;
        trie.FindCharacters(lengths, ofTwoBytes, ofCharacter);
    }

    /// <summary>The merges by their two sides.</summary>
    public PairTable Pairs { get; }

    /// <summary>The symbol that a character is, if it has two or three bytes and is one; else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SymbolOf(int character) => character < 0x10000 ? ofCharacter[character] : 0;

    /// <summary>What two symbols merge to, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Merge(int left, int right) => (left | right) < 256 ? ofTwoBytes[left << 8 | right] : Pairs.Find(left, right);
}
