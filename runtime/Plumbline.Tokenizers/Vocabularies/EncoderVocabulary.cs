using System.Runtime.CompilerServices;
using System.Text;
using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A vocabulary with all that counting asks of it, in the order in which it is asked. Shared between threads.</summary>
internal sealed class EncoderVocabulary
{
    private readonly MergeVocabulary? merges;
    private readonly RankedMerges? unordered;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> longWhole;
    private readonly int longestWhole;

    private EncoderVocabulary(MergeVocabulary? merges, RankedMerges? unordered, SymbolList symbols, SymbolList? whole)
    {
        this.merges = merges;
        this.unordered = unordered;
        int count = symbols.Count + (whole?.Count ?? 0), setBits = 2;
        while ((16L << setBits) < count * 5L)
        {
            setBits++; // at most four fifths full
        }

        Short = new PretokenTable(setBits);
        Joins = merges is not null ? new JoinFilter(merges, symbols) : new JoinFilter(symbols);
        if (merges is not null)
        {
            AddShort(symbols);
        }

        HasWhole = whole is { Count: > 0 };
        if (whole is not null)
        {
            AddShort(whole);
            var longer = new HashSet<string>();
            for (int i = 0; i < whole.Count; i++)
            {
                if (whole.Length(i) > PretokenKey.MaxLength)
                {
                    longer.Add(Encoding.Latin1.GetString(whole[i]));
                    longestWhole = Math.Max(longestWhole, whole.Length(i));
                }
            }

            longWhole = longer.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>A vocabulary over bytes as <see cref="Write"/> left it.</summary>
    public EncoderVocabulary(TableReader file)
    {
        merges = new MergeVocabulary(file);
        Short = new PretokenTable(file);
        Joins = new JoinFilter(file);
    }

    /// <summary>Tokens of at most <see cref="PretokenKey.MaxLength"/> bytes.</summary>
    public PretokenTable Short { get; }

    /// <summary>Whether some tokens count only where they are a whole pretoken.</summary>
    public bool HasWhole { get; }

    /// <summary>Where texts can be cut.</summary>
    public JoinFilter Joins { get; }

    /// <summary>A vocabulary whose merges are tried in the order in which its symbols are made.</summary>
    /// <param name="merges">The merges.</param>
    /// <param name="whole">
    /// Tokens that merging would not find, and that count all the same where a pretoken is exactly one of them: tiktoken and <c>ignore_merges</c> look
    /// the whole pretoken up first.
    /// </param>
    public static EncoderVocabulary Ordered(MergeVocabulary merges, SymbolList? whole) => new(merges, null, merges.Symbols!, whole);

    /// <summary>A vocabulary that has to be encoded by rank.</summary>
    /// <param name="merges">The merges.</param>
    /// <param name="symbols">All that merges can make.</param>
    /// <param name="whole">Tokens that are looked up as whole pretokens first, if any.</param>
    public static EncoderVocabulary ByRank(RankedMerges merges, SymbolList symbols, SymbolList? whole) => new(null, merges, symbols, whole);

    /// <summary>Writes all tables, so that loading is finding them; only of a vocabulary whose every token merges lead to.</summary>
    public void Write(TableWriter file)
    {
        merges!.Write(file);
        Short.Write(file);
        Joins.Write(file);
    }

    /// <summary>An encoder for one thread.</summary>
    public IPretokenEncoder CreateEncoder() => merges is not null ? new Backtracking(merges, Joins) : new RankMerging(unordered!);

    /// <summary>Whether a pretoken longer than <see cref="PretokenKey.MaxLength"/> is a token that merging would not find.</summary>
    public bool IsWhole(ref byte pretoken, int length)
    {
        if (length > longestWhole || length > 512)
        {
            return false;
        }

        Span<char> text = stackalloc char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)Unsafe.Add(ref pretoken, i);
        }

        return longWhole.Contains(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddShort(SymbolList symbols)
    {
        for (int i = 0; i < symbols.Count; i++)
        {
            ReadOnlySpan<byte> symbol = symbols[i];
            if (symbol.Length <= PretokenKey.MaxLength)
            {
                Short.Add(symbols.Key(i), 1);
            }
        }
    }
}
