using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>Tells the formats of tokenizer files apart, by content.</summary>
internal static class TokenizerFile
{
    public static TokenCounter Read(string name, ReadOnlyMemory<byte> content)
    {
        if (TiktokenFile.Recognises(content.Span))
        {
            return PatternOfTiktoken(name).Counter(name, RankedTokens.Compile(name, TiktokenFile.ReadTokens(name, content.Span)));
        }

        if (SentencePieceModel.Recognises(content.Span))
        {
            return OfModel(name, SentencePieceModel.Read(name, content.Span));
        }

        if (HuggingFace.TokenizerJson.Recognises(content.Span))
        {
            return HuggingFace.TokenizerJson.Read(name, content);
        }

        throw new TokenizerFormatException(
            $"{name}: not a tokenizer file: expected lines of base64, space and rank (.tiktoken), a JSON object (tokenizer.json) "
                + "or a SentencePiece model (.model)");
    }

    private static TokenCounter OfModel(string name, SentencePieceModel model)
    {
        if (model.IsUnigram)
        {
            return new UnigramCounter(name, UnigramPieces.Of(model), model.Normalizer);
        }

        var pieces = new SymbolList(model.Pieces.Count);
        var scores = new List<float>();
        for (int piece = 0; piece < model.Pieces.Count; piece++)
        {
            if (model.Types[piece] == PieceType.Unused)
            {
                throw new TokenizerFormatException(name, $"pieces[{piece}]", "a merging model with a piece that is switched off (UNUSED) is not supported");
            }

            // A piece around a user-defined one can never come about.
            if (model.Types[piece] == PieceType.Normal && model.UserDefined?.Find(model.Pieces[piece], out _) is null or < 0)
            {
                pieces.Add(model.Pieces[piece]);
                scores.Add(model.Scores[piece]);
            }
        }

        UnknownCharacter unknown = model.FallsBackToBytes ? UnknownCharacter.Bytes : UnknownCharacter.OneForRun;
        return new CharacterCounter(name, ScoredPieces.Compile(name, pieces, scores, unknown), model.Normalizer);
    }

    // The format has no place for a pattern, so the name of the file tells it; most files that people have are Llama 3's, called tokenizer.model.
    private static PretokenPatternKind PatternOfTiktoken(string name)
    {
        string file = Path.GetFileName(name);
        return StartsWith("o200k") ? PretokenPatternKind.O200k
            : StartsWith("qwen") ? PretokenPatternKind.Qwen
            : StartsWith("r50k") || StartsWith("p50k") || StartsWith("gpt2") ? PretokenPatternKind.Gpt2
            : PretokenPatternKind.Cl100k;

        bool StartsWith(string start) => file.StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }
}
