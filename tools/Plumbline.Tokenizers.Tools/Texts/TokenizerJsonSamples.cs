using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Tokenizers.Formats;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>
/// Files of the form tokenizer.json, made of the first merges of a bundled encoding: each kind of pre-tokenizer and normalizer that models are published
/// with, without the vocabulary of any of them.
/// </summary>
public static class TokenizerJsonSamples
{
    private const int Merges = 4000;
    private const string Contractions = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
    private const string Cased =
        @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
        + @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
        + @"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    // Not escaped to ASCII: the file is read by people too, when a test fails.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds of file.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "gpt2", "gpt2-space", "digits", "numbers", "llama3", "split-space", "qwen", "qwen-nfc", "gpt4o", "words-first", "late-merges",
        "gemma", "llama2", "metaspace", "metaspace-rules", "unknown", "unigram", "unigram-unknown", "unigram-words", "unigram-rules",
    ];

    /// <summary>The texts that counts of a kind are compared on.</summary>
    public static IReadOnlyList<byte[]> TextsOf(string kind) =>
        kind is "qwen-nfc" or "metaspace-rules" or "unigram-rules" ? [.. Texts, .. UnsettledTexts.All()] : Texts;

    private static IReadOnlyList<byte[]> Texts { get; } =
    [
        .. SampleTexts.Kinds.Select(kind => Encoding.UTF8.GetBytes(SampleTexts.Make(kind, 1500, seed: 8))),
        .. Enumerable.Range(0, 1500)
            .Select(number => Encoding.UTF8.GetBytes(FuzzTexts.Make(88, number).Replace("<|endoftext|>", "<tool>", StringComparison.Ordinal))),
    ];

    /// <summary>A file of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fixtures">The folder of the fixtures, where <c>unigram-rules.model</c> has rules of normalization.</param>
    public static string Make(string kind, string fixtures)
    {
        bool overBytes = kind is "gpt2" or "gpt2-space" or "digits" or "numbers" or "llama3" or "split-space"
            or "qwen" or "qwen-nfc" or "gpt4o" or "words-first" or "late-merges";
        JsonObject file = new()
        {
            ["version"] = "1.0",
            ["added_tokens"] = new JsonArray(Added("<|endoftext|>", special: true)),
            ["normalizer"] = Normalizer(kind, fixtures),
            ["pre_tokenizer"] = PreTokenizer(kind),
            ["post_processor"] = null,
            ["decoder"] = null,
            ["model"] = overBytes ? OverBytes(kind) : kind.StartsWith("unigram", StringComparison.Ordinal) ? OfPieces(kind) : OverCharacters(kind),
        };
        if (kind is "qwen" or "qwen-nfc" or "gpt2-space" or "gemma")
        {
            file["added_tokens"]!.AsArray().Add(Added("<tool>", special: false));
            file["added_tokens"]!.AsArray().Add(Added("\n\n", special: false));
        }

        return file.ToJsonString(Readable);
    }

    private static JsonObject Added(string text, bool special) => new()
    {
        ["id"] = 1_000_000 + text.Length, ["content"] = text, ["single_word"] = false,
        ["lstrip"] = false, ["rstrip"] = false, ["normalized"] = false, ["special"] = special,
    };

    private static JsonObject? Normalizer(string kind, string fixtures)
    {
        JsonObject replace = new() { ["type"] = "Replace", ["pattern"] = new JsonObject { ["String"] = " " }, ["content"] = "▁" };
        return kind switch
        {
            "gemma" => replace,
            "qwen-nfc" => new JsonObject { ["type"] = "NFC" },
            "metaspace-rules" or "unigram-rules" =>
                new JsonObject { ["type"] = "Precompiled", ["precompiled_charsmap"] = Rules(Path.Combine(fixtures, "unigram-rules.model")) },
            "llama2" or "unknown" =>
                new JsonObject { ["type"] = "Sequence", ["normalizers"] = new JsonArray(new JsonObject { ["type"] = "Prepend", ["prepend"] = "▁" }, replace) },
            _ => null,
        };
    }

    // normalizer_spec.precompiled_charsmap of a SentencePiece model.
    private static string Rules(string model)
    {
        ReadOnlySpan<byte> rules = default;
        var whole = new ProtobufReader(model, "the model", File.ReadAllBytes(model));
        while (whole.Read())
        {
            var specification = new ProtobufReader(model, "normalizer_spec", whole.Field == 3 ? whole.Bytes : default);
            while (specification.Read())
            {
                rules = specification.Field == 2 ? specification.Bytes : rules;
            }
        }

        return Convert.ToBase64String(rules);
    }

    private static JsonObject? PreTokenizer(string kind)
    {
        string? regex = kind switch
        {
            "llama3" or "words-first" or "split-space" =>
                Contractions + @"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
            "qwen" or "qwen-nfc" => Contractions + @"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
            "gpt4o" => Cased,
            _ => null,
        };
        JsonObject bytes = new()
        {
            ["type"] = "ByteLevel", ["add_prefix_space"] = kind is "gpt2-space" or "split-space", ["trim_offsets"] = true, ["use_regex"] = regex is null,
        };
        return regex is not null
            ? Sequence(new JsonObject { ["type"] = "Split", ["pattern"] = new JsonObject { ["Regex"] = regex }, ["behavior"] = "Isolated", ["invert"] = false },
                bytes)
            : kind switch
            {
                "gpt2" or "gpt2-space" or "late-merges" => bytes,
                "digits" or "numbers" => Sequence(new JsonObject { ["type"] = "Digits", ["individual_digits"] = kind == "digits" }, bytes),
                "gemma" => new JsonObject
                {
                    ["type"] = "Split",
                    ["pattern"] = new JsonObject { ["String"] = " " },
                    ["behavior"] = "MergedWithPrevious",
                    ["invert"] = false,
                },
                "metaspace" or "metaspace-rules" or "unigram" => Metaspace(),
                "unigram-words" or "unigram-rules" => Sequence(new JsonObject { ["type"] = "WhitespaceSplit" }, Metaspace()),
                _ => null,
            };
    }

    private static JsonObject Sequence(params JsonNode[] steps) => new() { ["type"] = "Sequence", ["pretokenizers"] = new JsonArray(steps) };

    private static JsonObject Metaspace() => new() { ["type"] = "Metaspace", ["replacement"] = "▁", ["prepend_scheme"] = "always", ["split"] = true };

    // The tokens that are whole characters, with scores as a model would have them: the earlier they are merged, the higher.
    private static JsonObject OfPieces(string kind)
    {
        var vocab = new JsonArray(new JsonArray("<unk>", 0.0), new JsonArray("▁", -4.25));
        var seen = new HashSet<string> { "▁" };
        for (int value = 0; value < 256 && kind != "unigram-unknown"; value++)
        {
            vocab.Add(new JsonArray($"<0x{value:X2}>", 0.0));
        }

        MergeVocabulary vocabulary = BundledEncoding.Find("cl100k_base")!.Compile();
        for (int symbol = '!'; symbol < vocabulary.Atoms + Merges; symbol++)
        {
            string piece = Spaced(vocabulary.Symbols![symbol]);
            if (!piece.Contains('\uFFFD', StringComparison.Ordinal) && seen.Add(piece))
            {
                vocab.Add(new JsonArray(piece, -Math.Log(symbol) - (symbol * 0.001)));
            }
        }

        return new JsonObject { ["type"] = "Unigram", ["unk_id"] = 0, ["vocab"] = vocab, ["byte_fallback"] = kind != "unigram-unknown" };
    }

    private static JsonObject OverBytes(string kind)
    {
        MergeVocabulary vocabulary = BundledEncoding.Find("cl100k_base")!.Compile();
        var vocab = new JsonObject();
        var merges = new JsonArray();
        for (int symbol = 0; symbol < vocabulary.Atoms + Merges; symbol++)
        {
            vocab[Alphabet(vocabulary.Symbols![symbol])] = symbol;
            if (symbol >= vocabulary.Atoms)
            {
                merges.Add(new JsonArray(Alphabet(vocabulary.Symbols![vocabulary.Left[symbol]]), Alphabet(vocabulary.Symbols![vocabulary.Right[symbol]])));
            }
        }

        if (kind == "words-first")
        {
            // Words that no merge leads to, as Llama 3 has 540 of.
            foreach (string word in (string[])["Ġ數据", "Ġquotas", "Schritt", "ĠAntidisestablishmentarianism", "zzz"])
            {
                vocab[word] = vocab.Count;
            }
        }

        if (kind == "late-merges")
        {
            // Merges in an order in which a token is made from one that is merged later: only merging by rank gets these right.
            foreach ((string left, string right) in ((string, string)[])[("zq", "x"), ("q", "x"), ("z", "q"), ("zqx", "zqx")])
            {
                vocab[left] ??= vocab.Count;
                vocab[left + right] ??= vocab.Count;
                merges.Insert(0, new JsonArray(left, right));
            }
        }

        return new JsonObject { ["type"] = "BPE", ["ignore_merges"] = kind == "words-first", ["vocab"] = vocab, ["merges"] = merges };
    }

    private static JsonObject OverCharacters(string kind)
    {
        var vocab = new JsonObject { ["<unk>"] = 0 };
        var merges = new JsonArray();
        for (int value = 0; value < 256 && kind != "unknown"; value++)
        {
            vocab[$"<0x{value:X2}>"] = vocab.Count;
        }

        for (char letter = '!'; letter <= '~'; letter++)
        {
            vocab[letter.ToString()] ??= vocab.Count;
        }

        foreach (string letter in (string[])["▁", "é", "е", "а", "数", "据", "の", "\n"])
        {
            vocab[letter] ??= vocab.Count;
        }

        // Merges of whole characters of the bundled encoding, with a space as its symbol.
        MergeVocabulary vocabulary = BundledEncoding.Find("cl100k_base")!.Compile();
        for (int symbol = vocabulary.Atoms; symbol < vocabulary.Atoms + Merges; symbol++)
        {
            string left = Spaced(vocabulary.Symbols![vocabulary.Left[symbol]]), right = Spaced(vocabulary.Symbols![vocabulary.Right[symbol]]);
            if (vocab.ContainsKey(left) && vocab.ContainsKey(right))
            {
                vocab[left + right] ??= vocab.Count;
                merges.Add(left + " " + right);
            }
        }

        return new JsonObject
        {
            ["type"] = "BPE", ["unk_token"] = "<unk>", ["fuse_unk"] = true, ["byte_fallback"] = kind != "unknown", ["vocab"] = vocab, ["merges"] = merges,
        };
    }

    private static string Spaced(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Replace(' ', '▁');

    private static string Alphabet(ReadOnlySpan<byte> bytes) => Formats.HuggingFace.ByteAlphabet.Encode(bytes);
}
