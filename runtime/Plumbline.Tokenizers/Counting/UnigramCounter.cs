using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>How far apart two places of a text are laid with pieces by themselves.</summary>
internal enum UnigramCuts
{
    /// <summary>All of the text is one.</summary>
    None,

    /// <summary>Each space symbol begins another.</summary>
    BeforeSpaces,

    /// <summary>Each word is another, with a space symbol before it; white space between words counts nothing.</summary>
    Words,
}

/// <summary>
/// The unigram model: of all ways to lay pieces over a text, the one with the highest sum of scores (Viterbi's algorithm).
/// </summary>
/// <remarks>
/// Sums are kept as the makers keep them, SentencePiece over the whole text and in 32-bit floats, and compared in the order in which they are compared
/// there, as two ways with nearly the same sum must be decided as there. That is why the text is not cut where only mathematics would allow it.
/// </remarks>
internal sealed class UnigramCounter : TokenCounter
{
    [ThreadStatic]
    private static ConditionalWeakTable<UnigramCounter, Workspace>? own;

    private readonly ByteTrie trie;
    private readonly UnigramPieces pieces;
    private readonly TextNormalizer normalizer;
    private readonly UnigramCuts cuts;

    public UnigramCounter(string name, UnigramPieces pieces, TextNormalizer normalizer, UnigramCuts cuts = UnigramCuts.None)
        : base(name)
    {
        this.pieces = pieces;
        this.normalizer = normalizer;
        this.cuts = cuts;
        trie = new ByteTrie(pieces.Texts, ByteTrie.Order(pieces.Texts));
        RuntimeHelpers.RunClassConstructor(typeof(CharacterClasses).TypeHandle);
        _ = Own();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) =>
        checked(normalizer.MaxBytes(utf8Bytes) + (cuts == UnigramCuts.Words ? utf8Bytes * TextNormalizer.SpaceSymbol.Length : 0));

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Workspace workspace = Own();
        normalizer.Normalize(utf8, workspace.Text);
        ReadOnlySpan<byte> text = workspace.Text.Written;
        return text.IsEmpty ? 0
            : cuts == UnigramCuts.None ? Lay(text, workspace.Row(text.Length + 1))
            : cuts == UnigramCuts.BeforeSpaces ? CountParts(workspace, text, stopAfter)
            : CountWords(workspace, text, stopAfter);
    }

    private long CountWords(Workspace workspace, ReadOnlySpan<byte> text, long stopAfter)
    {
        ref byte first = ref MemoryMarshal.GetReference(text);
        long count = 0;
        for (int at = 0; at < text.Length && count <= stopAfter;)
        {
            int end = Utf8Reader.EndOfRunOutside(ref first, at, text.Length, CharacterClass.Space);
            if (end > at)
            {
                ByteBuffer word = workspace.Word;
                word.Clear();
                if (!text[at..].StartsWith(TextNormalizer.SpaceSymbol))
                {
                    word.Append(TextNormalizer.SpaceSymbol);
                }

                word.Append(text[at..end]);
                count += CountParts(workspace, word.Written, stopAfter - count);
            }

            at = Utf8Reader.EndOfRun(ref first, end, text.Length, CharacterClass.Space);
        }

        return count;
    }

    private long CountParts(Workspace workspace, ReadOnlySpan<byte> text, long stopAfter)
    {
        long count = 0;
        while (!text.IsEmpty && count <= stopAfter)
        {
            int next = text[1..].IndexOf(TextNormalizer.SpaceSymbol) + 1;
            ReadOnlySpan<byte> part = next == 0 ? text : text[..next];
            count += Lay(part, workspace.Row(part.Length + 1));
            text = text[part.Length..];
        }

        return count;
    }

    // Pieces that start at a position are met from the longest to the shortest, not from the shortest as SentencePiece meets them; as each of them ends at
    // another position, it makes no difference.
    private long Lay(ReadOnlySpan<byte> text, Span<Best> best)
    {
        best[..(text.Length + 1)].Fill(Best.None);
        best[0] = default;
        ref byte first = ref MemoryMarshal.GetReference(text);
        for (int start = 0; start < text.Length;)
        {
            Utf8Reader.Decode(ref first, start, text.Length, out int character);
            Best here = best[start];
            bool hasSingle = false;
            for (int piece = trie.LongestMatch(ref Unsafe.Add(ref first, start), text.Length - start); piece >= 0; piece = trie.Prefixes[piece])
            {
                int length = pieces.Texts.Length(piece);
                hasSingle |= length == character;
                best[start + length].Offer(pieces.Scores[piece] + here.Score, pieces.InSingles, here.Tokens + 1, unknown: false);
            }

            if (!hasSingle)
            {
                int tokens = pieces.CountsBytes ? character : here.EndsUnknown ? 0 : 1;
                double sum = pieces.UnknownScore + here.Score;
                best[start + character].Offer(pieces.InSingles ? (float)sum : sum, pieces.InSingles, here.Tokens + tokens, unknown: true);
            }

            start += character;
        }

        return best[text.Length].Tokens;
    }

    private Workspace Own()
    {
        own ??= [];
        return own.GetValue(this, static _ => new Workspace());
    }

    /// <summary>The best way to a position.</summary>
    private struct Best
    {
        public static readonly Best None = new() { Tokens = -1 };

        public double Score;
        public int Tokens;
        public bool EndsUnknown;

        public void Offer(double score, bool inSingles, int tokens, bool unknown)
        {
            if (Tokens < 0 || score > Score)
            {
                Score = inSingles ? (float)score : score;
                Tokens = tokens;
                EndsUnknown = unknown;
            }
        }
    }

    private sealed class Workspace
    {
        private Best[] row = new Best[4096];

        public ByteBuffer Text { get; } = new();

        public ByteBuffer Word { get; } = new();

        public Span<Best> Row(int length)
        {
            if (row.Length < length)
            {
                row = new Best[length * 2];
            }

            return row;
        }
    }
}
