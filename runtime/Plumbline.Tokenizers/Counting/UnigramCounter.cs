using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Formats;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// SentencePiece's unigram model: of all ways to lay pieces over a text, the one with the highest sum of scores (Viterbi's algorithm).
/// </summary>
/// <remarks>
/// Sums are kept as 32-bit floats over the whole text and compared in the order in which SentencePiece compares them, as two ways with nearly the same sum must be
/// decided as there. That is why the text is not cut here, where mathematics would allow it.
/// </remarks>
internal sealed class UnigramCounter : TokenCounter
{
    // SentencePiece: kUnkPenalty, and the bonus that lets user-defined pieces win.
    private const float UnknownPenalty = 10.0f;
    private const double UserDefinedMalus = 0.1;

    [ThreadStatic]
    private static ConditionalWeakTable<UnigramCounter, Workspace>? own;

    private readonly ByteTrie trie;
    private readonly SymbolList pieces;
    private readonly double[] scores;
    private readonly float unknownScore;
    private readonly bool countsBytes;
    private readonly TextNormalizer normalizer;

    public UnigramCounter(string name, SentencePieceModel model)
        : base(name)
    {
        normalizer = model.Normalizer;
        countsBytes = model.FallsBackToBytes;
        pieces = new SymbolList(model.Pieces.Count);
        var found = new List<double>();
        float lowest = float.MaxValue, highest = float.MinValue;
        for (int piece = 0; piece < model.Pieces.Count; piece++)
        {
            if (model.Types[piece] == PieceType.Normal)
            {
                lowest = Math.Min(lowest, model.Scores[piece]);
                highest = Math.Max(highest, model.Scores[piece]);
            }
        }

        for (int piece = 0; piece < model.Pieces.Count; piece++)
        {
            if (model.Types[piece] is PieceType.Normal or PieceType.UserDefined)
            {
                ReadOnlySpan<byte> text = model.Pieces[piece];
                pieces.Add(text);
                found.Add(model.Types[piece] == PieceType.Normal ? model.Scores[piece] : (text.Length * highest) - UserDefinedMalus);
            }
        }

        trie = new ByteTrie(pieces, ByteTrie.Order(pieces));
        scores = [.. found];
        unknownScore = lowest - UnknownPenalty;
        _ = Own();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) => normalizer.MaxBytes(utf8Bytes);

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Workspace workspace = Own();
        normalizer.Normalize(utf8, workspace.Text);
        return workspace.Text.Length == 0 ? 0 : Lay(workspace.Text.Written, workspace.Row(workspace.Text.Length + 1));
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
                int length = pieces.Length(piece);
                hasSingle |= length == character;
                best[start + length].Offer(scores[piece] + here.Score, here.Tokens + 1, unknown: false);
            }

            if (!hasSingle)
            {
                int tokens = countsBytes ? character : here.EndsUnknown ? 0 : 1;
                best[start + character].Offer(unknownScore + here.Score, here.Tokens + tokens, unknown: true);
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

        public float Score;
        public int Tokens;
        public bool EndsUnknown;

        public void Offer(double score, int tokens, bool unknown)
        {
            if (Tokens < 0 || score > Score)
            {
                Score = (float)score;
                Tokens = tokens;
                EndsUnknown = unknown;
            }
        }
    }

    private sealed class Workspace
    {
        private Best[] row = new Best[4096];

        public ByteBuffer Text { get; } = new();

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
