using System.Globalization;

namespace Plumbline;

/// <summary>The sentence that tells a fault.</summary>
public static class FindingText
{
    /// <summary>A number of things: <c>1 item</c>, <c>40000 characters</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">The word for one of them.</param>
    public static string Count(long number, string noun) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture), " ", noun, number == 1 ? "" : "s");

    /// <summary>The sentence: a schema's own words (<c>x-message</c>, else those of the advice that the keyword stands under) with the facts in
    /// parentheses, or the facts alone.</summary>
    /// <param name="assertion">What was demanded.</param>
    /// <param name="facts">What <see cref="Facts"/> says.</param>
    public static string Sentence(Assertion assertion, string facts)
    {
        string? own = assertion.Message ?? assertion.Advice?.Message;
        if (own is null)
        {
            return facts;
        }

        return own.Length > 0 && own[own.Length - 1] == '.' ? $"{own.Substring(0, own.Length - 1)} ({facts})." : $"{own} ({facts})";
    }

    /// <summary>A value as a sentence shows it: strings quoted and shortened, arrays and objects by their kind.</summary>
    /// <param name="value">The raw value.</param>
    public static string Shown(ReadOnlySpan<byte> value) => WithoutType(FoundText.OfValue(value, 0)) ?? "";

    /// <summary>What was expected and found.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="text">The text of the value.</param>
    /// <param name="found">What <see cref="Found"/> says.</param>
    internal static string Facts(in Fault fault, ReadOnlySpan<byte> text, string? found)
    {
        Assertion assertion = fault.Assertion;
        Rule rule = assertion.Rule;
        switch (rule.Id)
        {
            case "PLB4010" or "PLB4014":
                string missing = $"missing member {FoundText.Quote(fault.Name ?? "")}";
                return ReferenceEquals(rule, Rules.DependentRequired) && assertion.Expected.Length > 0
                    ? $"{missing}; expected {assertion.Expected}"
                    : missing;
            case "PLB4011" or "PLB4015":
                return $"unknown member {QuoteAt(text, fault.Offset)}{Suggestion(NameAt(text, fault.Offset), assertion)}";
            case "PLB4022" or "PLB4026":
                return $"unexpected item: {found}";
            case "PLB4004":
                return $"no value is allowed here, found {found}";
            case "PLB4025":
                return $"{found} repeats item {fault.Actual.ToString(CultureInfo.InvariantCulture)} of the array";
            case "PLB4027":
                return $"expected {(fault.Name is null ? assertion.Expected : FoundText.Quote(fault.Name))}, found {WithoutType(found)}";
            case "PLB4028":
                return $"expected {assertion.Expected}, found {WithoutType(found)}";
            case "PLB4029" or "PLB5025":
                return $"expected {assertion.Expected}, found {fault.Name}";
            case "PLB4002" or "PLB4003":
                return $"expected {assertion.Expected}, found {WithoutType(found)}{Suggestion(NameAt(text, fault.Offset), assertion)}";
            case "PLB5007":
                return "the line is empty";
            case "PLB5008":
                return "the file begins with a byte order mark, which is not needed";
            case "PLB5010":
                return $"the member {QuoteAt(text, fault.Offset)} occurs twice";
            case "PLB4035" when assertion.Cut is { } cut && fault.Actual > cut:
                return $"expected {assertion.Expected}, found {found}: {Count(fault.Actual - cut, "token")} would be cut off";
            default:
                return found is null ? $"expected {assertion.Expected}" : $"expected {assertion.Expected}, found {found}";
        }
    }

    /// <summary>What was found, in the unit that the rule counts in; null where something is missing.</summary>
    internal static string? Found(in Fault fault, ReadOnlySpan<byte> text)
    {
        Rule rule = fault.Assertion.Rule;
        if (MalformedText.Includes(rule))
        {
            return FoundText.OfMalformed(rule, text, fault.Offset);
        }

        string? noun = Noun(rule);
        if (noun is not null && fault.Actual >= 0)
        {
            return Count(fault.Actual, noun);
        }

        return rule.Id is "PLB4010" or "PLB4014" or "PLB5007" or "PLB5008" ? null : FoundText.OfValue(text, fault.Offset);
    }

    private static string? Noun(Rule rule) => rule.Id switch
    {
        "PLB4012" or "PLB4013" => "member",
        "PLB4020" or "PLB4021" => "item",
        "PLB4023" or "PLB4024" => "matching item",
        "PLB4030" or "PLB4031" => "character",
        "PLB4034" or "PLB4035" => "token",
        "PLB4037" => "value",
        "PLB5009" => "byte",
        "PLB5020" or "PLB5021" or "PLB5022" => "example",
        _ => null,
    };

    // Beside quoted values the quotes say already that it is a string.
    private static string? WithoutType(string? found) =>
        found is not null && found.StartsWith("the string ", StringComparison.Ordinal) ? found.Substring("the string ".Length) : found;

    private static string Suggestion(string name, Assertion assertion) =>
        NearestName.Find(name, assertion.Candidates) is { } nearest ? $"; did you mean {FoundText.Quote(nearest)}?" : "";

    private static string QuoteAt(ReadOnlySpan<byte> text, int offset) =>
        FoundText.Quote(text.Slice(offset, JsonSyntax.SkipValue(text, offset) - offset));

    // The string at an offset; empty for every other value and for long strings, which are near to nothing.
    private static string NameAt(ReadOnlySpan<byte> text, int offset)
    {
        const int Longest = 512;
        if (offset >= text.Length || text[offset] != '"')
        {
            return "";
        }

        int end = JsonSyntax.SkipValue(text, offset);
        return end - offset is < 2 or > Longest ? "" : JsonString.ToText(text.Slice(offset + 1, end - offset - 2));
    }
}
