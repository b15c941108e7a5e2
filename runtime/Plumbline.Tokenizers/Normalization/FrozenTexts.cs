using System.Buffers;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>Texts that are one token wherever they stand: user-defined symbols, added tokens. The longest wins.</summary>
internal sealed class FrozenTexts
{
    private readonly ByteTrie trie;
    private readonly SymbolList texts;
    private readonly SearchValues<byte> firstBytes;

    public FrozenTexts(SymbolList texts)
    {
        this.texts = texts;
        trie = new ByteTrie(texts, ByteTrie.Order(texts));
        var first = new HashSet<byte>();
        for (int i = 0; i < texts.Count; i++)
        {
            first.Add(texts[i][0]);
        }

        firstBytes = SearchValues.Create([.. first]);
    }

    /// <summary>The length of the longest that a text starts with, or 0.</summary>
    public int Match(ReadOnlySpan<byte> text)
    {
        int found = text.IsEmpty || !firstBytes.Contains(text[0]) ? -1 : trie.LongestMatch(ref MemoryMarshal.GetReference(text), text.Length);
        return found < 0 ? 0 : texts.Length(found);
    }

    /// <summary>Where the first one starts, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        for (int at = 0; ;)
        {
            int next = text[at..].IndexOfAny(firstBytes);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            length = Match(text[at..]);
            if (length > 0)
            {
                return at;
            }

            at++;
        }
    }
}
