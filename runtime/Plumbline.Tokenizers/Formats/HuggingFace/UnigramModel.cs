using System.Text;
using System.Text.Json;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>The <c>model</c> of a tokenizer.json, of type Unigram: pieces with the logarithms of their probabilities.</summary>
internal static class UnigramModel
{
    public static UnigramPieces Read(JsonPart root)
    {
        JsonPart model = root["model"], vocab = model["vocab"];
        if (vocab.Value.ValueKind != JsonValueKind.Array)
        {
            throw vocab.Wrong("expected an array of pieces and their scores");
        }

        // In a text, special tokens are the characters that they are written with.
        HashSet<string> special = [.. root["added_tokens"].Items().Where(token => token.Flag("special")).Select(token => token.Text("content") ?? "")];
        var pieces = new SymbolList(1024);
        var scores = new List<double>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        double lowest = double.PositiveInfinity;
        foreach (JsonPart piece in vocab.Items())
        {
            if (piece.Value.ValueKind != JsonValueKind.Array || piece.Value.GetArrayLength() != 2
                || piece.Value[0].ValueKind != JsonValueKind.String || piece.Value[1].ValueKind != JsonValueKind.Number)
            {
                throw piece.Wrong("expected an array of a text and a number");
            }

            string text = piece.Value[0].GetString()!;
            double score = piece.Value[1].GetDouble();
            if (!seen.Add(text))
            {
                throw piece.Wrong($"'{text}' is there twice");
            }

            lowest = Math.Min(lowest, score);
            if (text.Length > 0 && !special.Contains(text))
            {
                pieces.Add(Encoding.UTF8.GetBytes(text));
                scores.Add(score);
            }
        }

        JsonPart unknown = model["unk_id"];
        if (unknown.IsNull || !unknown.Value.TryGetInt32(out int number) || number < 0 || number >= seen.Count)
        {
            throw unknown.Wrong($"expected the number of one of the {seen.Count} pieces: a text with a character that has no piece could not be encoded");
        }

        bool countsBytes = model.Flag("byte_fallback");
        for (int value = 0; value < 256 && countsBytes; value++)
        {
            if (!seen.Contains($"<0x{value:X2}>"))
            {
                throw vocab.Wrong($"byte_fallback is on, but there is no piece <0x{value:X2}>");
            }
        }

        return UnigramPieces.Of(pieces, scores, lowest, countsBytes);
    }
}
