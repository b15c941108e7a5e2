using System.Runtime.InteropServices;
using System.Text;
using Plumbline.Tokenizers.Counting;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A vocabulary over characters made from pieces by score, where two neighbours merge whenever they make a piece: SentencePiece's byte-pair encoding.
/// </summary>
internal static class ScoredPieces
{
    /// <summary>Compiles pieces for counting.</summary>
    /// <param name="file">The file, for errors.</param>
    /// <param name="pieces">The pieces that text can be made of.</param>
    /// <param name="scores">Their scores; the highest merges first.</param>
    /// <param name="unknown">What other characters count.</param>
    public static CharacterVocabulary Compile(string file, SymbolList pieces, IReadOnlyList<float> scores, UnknownCharacter unknown)
    {
        int[] order = [.. Enumerable.Range(0, pieces.Count)];
        Array.Sort(order, (a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        CharacterAtoms atoms = CharacterAtoms.Of(pieces);
        var compiler = new MergeCompiler(atoms.List, pieces.Count);
        var outOfReach = new List<int>();
        bool ordered = true;
        float last = float.NaN;
        var row = new List<int>();
        foreach (int piece in order)
        {
            if (!atoms.TrySplit(pieces[piece], row))
            {
                throw new TokenizerFormatException(
                    file, $"piece '{Encoding.UTF8.GetString(pieces[piece])}'",
                    "one of its characters is no piece itself, so it is not told what that character counts alone");
            }

            if (row.Count > 1)
            {
                // Of two merges with one score the one further left is first, whichever it is: no order of pieces has that.
                ordered &= scores[piece] != last;
                last = scores[piece];
                if (compiler.Add(CollectionsMarshal.AsSpan(row)) == MergeOutcome.OutOfReach)
                {
                    outOfReach.Add(piece);
                }
            }
        }

        if (outOfReach.Count > 0 || !ordered)
        {
            var ranks = new int[pieces.Count];
            for (int i = 1; i < order.Length; i++)
            {
                ranks[order[i]] = ranks[order[i - 1]] + (scores[order[i]] != scores[order[i - 1]] ? 1 : 0);
            }

            int[] pieceOf = new int[atoms.List.Count];
            for (int piece = 0; piece < pieces.Count; piece++)
            {
                if (atoms.TrySplit(pieces[piece], row) && row.Count == 1)
                {
                    pieceOf[row[0]] = piece;
                }
            }

            var ranked = new RankedMerges(character => pieceOf[atoms.Of(character)], bytesAreAtoms: false);
            ranked.AddAllPairs(pieces, piece => ranks[piece]);
            if (!ordered || RankedTokens.AnyInReach(ranked, pieces, outOfReach))
            {
                return new CharacterVocabulary(EncoderVocabulary.ByRank(ranked, pieces, whole: null), atoms.Known(), unknown, cutsBeforeSpaces: false);
            }
        }

        return new CharacterVocabulary(EncoderVocabulary.Ordered(compiler.Compile(), whole: null), atoms.Known(), unknown, cutsBeforeSpaces: false);
    }
}
