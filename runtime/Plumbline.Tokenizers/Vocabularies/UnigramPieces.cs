namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>The pieces of a unigram model, and what it makes of characters that have none.</summary>
/// <param name="Texts">The pieces that can be laid.</param>
/// <param name="Scores">The score of each.</param>
/// <param name="UnknownScore">The score of a character that has no piece of its own.</param>
/// <param name="CountsBytes">Whether such a character counts its bytes; else a run of them counts one.</param>
/// <param name="InSingles">
/// Whether sums are 32-bit floats, as SentencePiece has them; Hugging Face tokenizers has doubles. Two ways with nearly the same sum must be decided as there.
/// </param>
internal sealed record UnigramPieces(SymbolList Texts, double[] Scores, double UnknownScore, bool CountsBytes, bool InSingles)
{
    // Both makers' kUnkPenalty.
    private const float UnknownPenalty = 10.0f;

    // The bonus that lets user-defined pieces win.
    private const double UserDefinedMalus = 0.1;

    /// <summary>The pieces of a SentencePiece model.</summary>
    public static UnigramPieces Of(Formats.SentencePieceModel model)
    {
        var pieces = new SymbolList(model.Pieces.Count);
        var scores = new List<double>();
        float lowest = float.MaxValue, highest = float.MinValue;
        for (int piece = 0; piece < model.Pieces.Count; piece++)
        {
            if (model.Types[piece] == Formats.PieceType.Normal)
            {
                lowest = Math.Min(lowest, model.Scores[piece]);
                highest = Math.Max(highest, model.Scores[piece]);
            }
        }

        for (int piece = 0; piece < model.Pieces.Count; piece++)
        {
            if (model.Types[piece] is Formats.PieceType.Normal or Formats.PieceType.UserDefined)
            {
                ReadOnlySpan<byte> text = model.Pieces[piece];
                pieces.Add(text);
                scores.Add(model.Types[piece] == Formats.PieceType.Normal ? model.Scores[piece] : (text.Length * highest) - UserDefinedMalus);
            }
        }

        return new UnigramPieces(pieces, [.. scores], lowest - UnknownPenalty, model.FallsBackToBytes, InSingles: true);
    }

    /// <summary>The pieces of a tokenizer.json.</summary>
    public static UnigramPieces Of(SymbolList pieces, IReadOnlyList<double> scores, double lowest, bool countsBytes) =>
        new(pieces, [.. scores], lowest - UnknownPenalty, countsBytes, InSingles: false);
}
