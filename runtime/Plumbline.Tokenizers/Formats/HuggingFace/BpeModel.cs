using System.Text;
using System.Text.Json;
using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>The <c>model</c> of a tokenizer.json, of type BPE.</summary>
internal sealed class BpeModel
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private BpeModel()
    {
    }

    /// <summary>The bytes of the tokens.</summary>
    public SymbolList Tokens { get; } = new(1024);

    /// <summary>The merges, in order.</summary>
    public List<ListedMerge> Merges { get; } = [];

    /// <summary>Whether a whole pretoken is looked up before it is merged.</summary>
    public bool IgnoresMerges { get; private set; }

    /// <summary>What a character counts that is no token.</summary>
    public UnknownCharacter Unknown { get; private set; }

    /// <summary>Reads a model.</summary>
    /// <param name="part">The value of <c>model</c>.</param>
    /// <param name="overBytes">Whether tokens are written as GPT-2 writes bytes.</param>
    public static BpeModel Read(JsonPart part, bool overBytes)
    {
        if (part.Value.ValueKind != JsonValueKind.Object)
        {
            throw part.Wrong("expected an object; is this a tokenizer.json?");
        }

        if (part.Type is not ("BPE" or ""))
        {
            throw part["type"].Wrong($"model type {part.Type} is not supported; expected BPE, or Unigram without ByteLevel");
        }

        foreach (string affix in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (part.Text(affix) is { Length: > 0 })
            {
                throw part[affix].Wrong("affixes of words are not supported");
            }
        }

        var model = new BpeModel { IgnoresMerges = part.Flag("ignore_merges") };
        model.ReadVocabulary(part["vocab"], overBytes);
        foreach (JsonPart merge in part["merges"].Items())
        {
            model.ReadMerge(merge);
        }

        model.ReadUnknown(part);
        return model;
    }

    private void ReadVocabulary(JsonPart part, bool overBytes)
    {
        if (part.Value.ValueKind != JsonValueKind.Object)
        {
            throw part.Wrong("expected an object of tokens and their ids");
        }

        foreach (JsonProperty token in part.Value.EnumerateObject())
        {
            // A token that GPT-2's alphabet cannot write is an added one; merges do not lead to it.
            byte[]? bytes = overBytes ? ByteAlphabet.Decode(token.Name) : Encoding.UTF8.GetBytes(token.Name);
            if (bytes is { Length: > 0 } && numbers.TryAdd(token.Name, Tokens.Count))
            {
                Tokens.Add(bytes);
            }
        }
    }

    private void ReadMerge(JsonPart part)
    {
        string first, second;
        if (part.Value.ValueKind == JsonValueKind.String)
        {
            string text = part.Value.GetString()!;
            int space = text.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0 || space == text.Length - 1 || text.IndexOf(' ', space + 1) >= 0)
            {
                throw part.Wrong($"expected two tokens with a space between; found '{text}'");
            }

            (first, second) = (text[..space], text[(space + 1)..]);
        }
        else if (part.Value.ValueKind == JsonValueKind.Array && part.Value.GetArrayLength() == 2
            && part.Value[0].ValueKind == JsonValueKind.String && part.Value[1].ValueKind == JsonValueKind.String)
        {
            (first, second) = (part.Value[0].GetString()!, part.Value[1].GetString()!);
        }
        else
        {
            throw part.Wrong("expected a text or an array of two texts");
        }

        Merges.Add(new ListedMerge(Number(part, first), Number(part, second), Number(part, first + second)));
    }

    private int Number(JsonPart merge, string token) =>
        numbers.TryGetValue(token, out int number) ? number : throw merge.Wrong($"'{token}' is not in the vocab");

    private void ReadUnknown(JsonPart part)
    {
        if (part.Flag("byte_fallback"))
        {
            for (int value = 0; value < 256; value++)
            {
                if (!numbers.ContainsKey($"<0x{value:X2}>"))
                {
                    throw part["vocab"].Wrong($"byte_fallback is on, but there is no token <0x{value:X2}>");
                }
            }

            Unknown = UnknownCharacter.Bytes;
            return;
        }

        Unknown = part.Text("unk_token") is null ? UnknownCharacter.Nothing
            : part.Flag("fuse_unk") ? UnknownCharacter.OneForRun
            : UnknownCharacter.One;
    }
}
