using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>The pattern of a byte-level pre-tokenizer: its own (GPT-2's), or that of a Split before it.</summary>
internal static class ByteLevelPattern
{
    /// <summary>The pattern, and whether a space is put before a text that does not begin with one.</summary>
    public static PretokenPatternKind Of(JsonPart preTokenizer, out bool addsSpace)
    {
        JsonPart[] steps = preTokenizer.Type == "Sequence" ? [.. preTokenizer["pretokenizers"].Items()] : [preTokenizer];
        JsonPart bytes = steps[^1];
        if (bytes.Type != "ByteLevel")
        {
            throw bytes.Wrong($"pre-tokenizer {bytes.Type} after ByteLevel is not supported; expected ByteLevel to be the last");
        }

        addsSpace = bytes.Flag("add_prefix_space", absent: true);
        if (addsSpace && steps.Length > 1)
        {
            throw bytes["add_prefix_space"].Wrong("a space before each part that another pre-tokenizer made is not supported");
        }

        bool ownPattern = bytes.Flag("use_regex", absent: true);
        return steps.Length switch
        {
            1 when ownPattern => PretokenPatternKind.Gpt2,
            2 when !ownPattern => OfSplit(steps[0]),
            1 => throw bytes.Wrong("ByteLevel without use_regex and without a Split before it cuts nothing; this is not supported"),
            _ => throw preTokenizer.Wrong($"the sequence {string.Join(", ", steps.Select(step => step.Type))} is not supported; expected ByteLevel, or Split and ByteLevel without use_regex"),
        };
    }

    private static PretokenPatternKind OfSplit(JsonPart split)
    {
        if (split.Type != "Split")
        {
            throw split.Wrong($"pre-tokenizer {split.Type} is not supported; expected Split");
        }

        string behaviour = split.Text("behavior") ?? "";
        bool invert = split.Flag("invert");

        // The known patterns match everywhere, so nothing is left between matches: both ways to keep the matches are the same.
        if (!(behaviour == "Isolated" && !invert) && !(behaviour == "Removed" && invert))
        {
            throw split["behavior"].Wrong($"'{behaviour}' with invert {(invert ? "true" : "false")} is not supported; expected Isolated, or Removed with invert");
        }

        string regex = split["pattern"].Text("Regex") ?? throw split["pattern"].Wrong("expected a Regex");
        return PretokenPatternKinds.OfRegex(regex)
            ?? throw split["pattern"]["Regex"].Wrong($"there is no splitter for this pattern (there is for those of GPT-2, cl100k_base, o200k_base, Llama 3 and Qwen): {regex}");
    }
}
