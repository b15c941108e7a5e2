using System.Text;
using System.Text.Json;
using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>
/// A tokenizer.json of Hugging Face tokenizers with a model of type BPE, over bytes (GPT-2 and after) or over characters with spaces as U+2581 (Llama 2,
/// Gemma), or of type Unigram. What it asks for is done exactly or refused by name.
/// </summary>
internal static class TokenizerJson
{
    /// <summary>Whether content looks like a JSON object.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content) => content.TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    public static TokenCounter Read(string name, ReadOnlyMemory<byte> content)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(content);
        }
        catch (JsonException error)
        {
            throw new TokenizerFormatException($"{name}: not well-formed JSON: {error.Message}", error);
        }

        using (document)
        {
            var root = new JsonPart(name, "", document.RootElement);
            TokenCounter counter = UsesBytes(root) ? OverBytes(name, root)
                : root["model"].Type == "Unigram" ? OverPieces(name, root)
                : OverCharacters(name, root);
            return AddedTokens(root) is { } added ? new FrozenTokenCounter(counter, added) : counter;
        }
    }

    private static bool UsesBytes(JsonPart root) =>
        root["pre_tokenizer"].Type == "ByteLevel" || root["pre_tokenizer"]["pretokenizers"].Items().Any(part => part.Type == "ByteLevel");

    private static TokenCounter OverBytes(string name, JsonPart root)
    {
        bool composes = Composes(root["normalizer"]);
        ByteLevelPattern pattern = ByteLevelPattern.Of(root["pre_tokenizer"]);
        BpeModel model = BpeModel.Read(root["model"], overBytes: true);
        Span<bool> bytes = stackalloc bool[256];
        for (int token = 0; token < model.Tokens.Count; token++)
        {
            if (model.Tokens.Length(token) == 1)
            {
                bytes[model.Tokens[token][0]] = true;
            }
        }

        int missing = bytes.IndexOf(false);
        if (missing >= 0)
        {
            throw root["model"]["vocab"].Wrong($"no token stands for byte 0x{missing:X2}, so not every text can be encoded");
        }

        EncoderVocabulary vocabulary = ListedMerges.Compile(model.Tokens, model.Merges, characters: null, model.IgnoresMerges);
        TokenCounter counter = pattern.Kind.Counter(name, vocabulary, pattern.SpacesPretokens);
        return composes || pattern.AddsSpace ? new PreparedTextCounter(counter, composes, pattern.AddsSpace) : counter;
    }

    // NFC, as Qwen has it; again and again is the same as once.
    private static bool Composes(JsonPart normalizer)
    {
        bool composes = false;
        foreach (JsonPart step in normalizer.IsNull ? [] : normalizer.Type == "Sequence" ? normalizer["normalizers"].Items() : [normalizer])
        {
            composes = step.Type == "NFC"
                ? true
                : throw step.Wrong($"normalizer {step.Type} before a byte-level pre-tokenizer is not supported; expected NFC or none");
        }

        return composes;
    }

    private static TokenCounter OverCharacters(string name, JsonPart root)
    {
        BpeModel model = BpeModel.Read(root["model"], overBytes: false);
        (TextNormalizer normalizer, bool cutsBeforeSpaces, CharsMap? rules) = SpaceSymbols.Of(name, root);
        CharacterAtoms atoms = CharacterAtoms.Of(model.Tokens);
        EncoderVocabulary vocabulary = ListedMerges.Compile(model.Tokens, model.Merges, atoms, wholeFirst: false);
        var counter = new CharacterCounter(name, new CharacterVocabulary(vocabulary, atoms.Known(), model.Unknown, cutsBeforeSpaces), normalizer);
        return rules is null ? counter : new PrecompiledTextCounter(counter, rules);
    }

    private static TokenCounter OverPieces(string name, JsonPart root)
    {
        UnigramPieces pieces = UnigramModel.Read(root);
        bool wordByWord = SpaceSymbols.AreOfWords(root["pre_tokenizer"]);
        (TextNormalizer normalizer, bool cutsBeforeSpaces, CharsMap? rules) = SpaceSymbols.Of(name, root);
        UnigramCuts cuts = wordByWord ? UnigramCuts.Words : cutsBeforeSpaces ? UnigramCuts.BeforeSpaces : UnigramCuts.None;
        var counter = new UnigramCounter(name, pieces, normalizer, cuts);
        return rules is null ? counter : new PrecompiledTextCounter(counter, rules);
    }

    // Special tokens are for templates, not for texts: in a text they are characters. Other added tokens are words of the vocabulary.
    private static FrozenTexts? AddedTokens(JsonPart root)
    {
        var texts = new SymbolList(8);
        foreach (JsonPart token in root["added_tokens"].Items())
        {
            if (token.Flag("special"))
            {
                continue;
            }

            if (token.Flag("lstrip") || token.Flag("rstrip") || token.Flag("single_word"))
            {
                throw token.Wrong("an added token with lstrip, rstrip or single_word is not supported");
            }

            if (token.Flag("normalized", absent: true) && !root["normalizer"].IsNull)
            {
                throw token.Wrong("an added token that is looked for after normalization (\"normalized\": true) is not supported where there is a normalizer");
            }

            string text = token.Text("content") is { Length: > 0 } content ? content : throw token["content"].Wrong("the token has no text");
            texts.Add(Encoding.UTF8.GetBytes(text));
        }

        return texts.Count > 0 ? new FrozenTexts(texts) : null;
    }
}
