using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>How a SentencePiece-style tokenizer.json makes spaces visible: by normalizers, or by a Metaspace pre-tokenizer.</summary>
internal static class SpaceSymbols
{
    private const string Symbol = "\u2581";

    /// <summary>Whether a text is cut into words at white space, each of which gets a space symbol: XLM-RoBERTa and T5.</summary>
    public static bool AreOfWords(JsonPart preTokenizer)
    {
        JsonPart[] steps = preTokenizer.Type == "Sequence" ? [.. preTokenizer["pretokenizers"].Items()] : [];
        return steps is [{ Type: "WhitespaceSplit" }, { Type: "Metaspace" } spaces]
            && spaces.Text("replacement") is null or Symbol
            && (spaces.Text("prepend_scheme") ?? (spaces.Flag("add_prefix_space", absent: true) ? "always" : "never")) == "always"
            && spaces.Flag("split", absent: true);
    }

    /// <summary>What is done to a text, whether nothing merges across the front of a space, and the rules that are applied before, if any.</summary>
    public static (TextNormalizer Normalizer, bool CutsBeforeSpaces, CharsMap? Rules) Of(string file, JsonPart root)
    {
        bool prefix = false, prefixUnlessThere = false, escapes = false, cuts = false;
        CharsMap? rules = null;
        JsonPart normalizer = root["normalizer"];
        foreach (JsonPart step in normalizer.IsNull ? [] : normalizer.Type == "Sequence" ? normalizer["normalizers"].Items() : [normalizer])
        {
            switch (step.Type)
            {
                case "Prepend" when step.Text("prepend") == Symbol:
                    prefix = true;
                    break;
                case "Replace" when step["pattern"].Text("String") == " " && step.Text("content") == Symbol:
                    escapes = true;
                    break;
                case "Precompiled" when !prefix && !escapes && rules is null:
                    rules = CharsMap.Read(file, step["precompiled_charsmap"].Pointer, Base64(step["precompiled_charsmap"]));
                    break;
                default:
                    throw step.Wrong($"normalizer {step.Type} is not supported, or not as it is set here; "
                        + "expected Prepend and Replace of a space by U+2581, or Precompiled");
            }
        }

        JsonPart preTokenizer = root["pre_tokenizer"];
        switch (preTokenizer.IsNull ? "" : preTokenizer.Type)
        {
            case "":
                break;
            case "Sequence" when root["model"].Type == "Unigram" && AreOfWords(preTokenizer):
                break;
            case "Split" when escapes && preTokenizer["pattern"].Text("String") == " ":
                break; // Gemma: by then there is no space left to split at
            case "Metaspace" when preTokenizer.Text("replacement") is null or Symbol:
                string scheme = preTokenizer.Text("prepend_scheme") ?? (preTokenizer.Flag("add_prefix_space", absent: true) ? "always" : "never");
                if (scheme == "first" && root["added_tokens"].Items().Any(token => !token.Flag("special")))
                {
                    throw preTokenizer["prepend_scheme"].Wrong("'first' is not supported where there are added tokens that are not special");
                }

                (escapes, prefixUnlessThere, cuts) = (true, scheme != "never", preTokenizer.Flag("split", absent: true));
                break;
            default:
                throw preTokenizer.Wrong($"pre-tokenizer {preTokenizer.Type} is not supported, or not as it is set here; "
                    + "expected ByteLevel, Split and ByteLevel, Metaspace, or none");
        }

        return (new TextNormalizer { AddsPrefix = prefix || prefixUnlessThere, PrefixUnlessThere = prefixUnlessThere, EscapesSpaces = escapes }, cuts, rules);
    }

    private static byte[] Base64(JsonPart part) =>
        part.IsNull ? [] : part.Value.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : throw part.Wrong("expected base64");
}
