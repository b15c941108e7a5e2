using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>How a byte-level pre-tokenizer cuts: by its own pattern (GPT-2's), the same between digits, or by that of a Split before it.</summary>
/// <param name="Kind">The pattern.</param>
/// <param name="AddsSpace">Whether a space is put before a text that does not begin with one.</param>
/// <param name="SpacesPretokens">Whether a space is put before each pretoken that does not begin with one.</param>
internal readonly record struct ByteLevelPattern(PretokenPatternKind Kind, bool AddsSpace, bool SpacesPretokens)
{
    /// <summary>Reads a pre-tokenizer.</summary>
    public static ByteLevelPattern Of(JsonPart preTokenizer)
    {
        JsonPart[] steps = preTokenizer.Type == "Sequence" ? [.. preTokenizer["pretokenizers"].Items()] : [preTokenizer];
        JsonPart bytes = steps[^1];
        if (bytes.Type != "ByteLevel")
        {
            throw bytes.Wrong($"pre-tokenizer {bytes.Type} after ByteLevel is not supported; expected ByteLevel to be the last");
        }

        bool spaces = bytes.Flag("add_prefix_space", absent: true), ownPattern = bytes.Flag("use_regex", absent: true);
        return steps.Length switch
        {
            1 when ownPattern => new ByteLevelPattern(PretokenPatternKind.Gpt2, AddsSpace: spaces, SpacesPretokens: false),
            2 when ownPattern && steps[0].Type == "Digits" => spaces
                ? throw bytes["add_prefix_space"].Wrong("a space before each part that Digits made, which is then cut once more, is not supported")
                : new ByteLevelPattern(OfDigits(steps[0]), AddsSpace: false, SpacesPretokens: false),
            2 when !ownPattern => new ByteLevelPattern(OfSplit(steps[0]), AddsSpace: false, SpacesPretokens: spaces),
            1 => throw bytes.Wrong("ByteLevel without use_regex and without a Split before it cuts nothing; this is not supported"),
            _ => throw preTokenizer.Wrong(
                $"the sequence {string.Join(", ", steps.Select(step => step.Type))} is not supported; "
                + "expected ByteLevel, Digits and ByteLevel, or Split and ByteLevel without use_regex"),
        };
    }

    private static PretokenPatternKind OfDigits(JsonPart digits) =>
        digits.Flag("individual_digits") ? PretokenPatternKind.Gpt2SingleDigits : PretokenPatternKind.Gpt2Numbers;

    private static PretokenPatternKind OfSplit(JsonPart split)
    {
        if (split.Type != "Split")
        {
            throw split.Wrong($"pre-tokenizer {split.Type} is not supported before ByteLevel without use_regex; expected Split");
        }

        string behaviour = split.Text("behavior") ?? "";
        bool invert = split.Flag("invert");

        // The known patterns match everywhere, so nothing is left between matches: both ways to keep the matches are the same.
        if (!(behaviour == "Isolated" && !invert) && !(behaviour == "Removed" && invert))
        {
            throw split["behavior"]
                .Wrong($"'{behaviour}' with invert {(invert ? "true" : "false")} is not supported; expected Isolated, or Removed with invert");
        }

        string regex = split["pattern"].Text("Regex") ?? throw split["pattern"].Wrong("expected a Regex");
        return PretokenPatternKinds.OfRegex(regex)
            ?? throw split["pattern"]["Regex"]
                .Wrong($"there is no splitter for this pattern (there is for those of GPT-2, cl100k_base, o200k_base, Llama 3 and Qwen): {regex}");
    }
}
