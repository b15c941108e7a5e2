using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A byte-level vocabulary with what is asked of it first: whether a whole pretoken is a token.</summary>
internal sealed class ByteVocabulary
{
    private readonly HashSet<string>? longWhole;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> longWholeByBytes;
    private readonly int longestWhole;

    /// <param name="merges">The merges, over the 256 bytes as atoms.</param>
    /// <param name="unreachable">
    /// Tokens that no merge leads to, and that count all the same where a pretoken is exactly one of them: tiktoken and <c>ignore_merges</c> look
    /// the whole pretoken up first.
    /// </param>
    public ByteVocabulary(MergeVocabulary merges, SymbolList? unreachable)
    {
        Merges = merges;
        int shortest = merges.Count + (unreachable?.Count ?? 0);
        int setBits = 2;
        while ((4L << setBits) * 4 < shortest * 5L)
        {
            setBits++;
        }

        Short = new PretokenTable(setBits);
        AddShort(merges.Symbols);
        if (unreachable is not null)
        {
            AddShort(unreachable);
            for (int i = 0; i < unreachable.Count; i++)
            {
                if (unreachable.Length(i) > PretokenKey.MaxLength)
                {
                    longWhole ??= [];
                    longWhole.Add(AsText(unreachable[i]));
                    longestWhole = Math.Max(longestWhole, unreachable.Length(i));
                }
            }

            longWholeByBytes = longWhole?.GetAlternateLookup<ReadOnlySpan<char>>() ?? default;
        }
    }

    /// <summary>The merges, over the 256 bytes as atoms.</summary>
    public MergeVocabulary Merges { get; }

    /// <summary>All tokens of at most <see cref="PretokenKey.MaxLength"/> bytes.</summary>
    public PretokenTable Short { get; }

    /// <summary>Whether a long pretoken is a token that merging would not find.</summary>
    public bool IsWhole(ref byte pretoken, int length)
    {
        if (length > longestWhole)
        {
            return false;
        }

        Span<char> text = stackalloc char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)Unsafe.Add(ref pretoken, i);
        }

        return longWholeByBytes.Contains(text);
    }

    private static string AsText(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddShort(SymbolList symbols)
    {
        for (int i = 0; i < symbols.Count; i++)
        {
            ReadOnlySpan<byte> symbol = symbols[i];
            if (symbol.Length <= PretokenKey.MaxLength)
            {
                Short.Add(PretokenKey.OfSpan(symbol), 1);
            }
        }
    }
}
