using System.Globalization;

namespace Plumbline.Schema.Ir;

/// <summary>What each keyword expects, in words that end the sentence "expected …". Every text of <see cref="AssertionSpec.Expected"/> is made here.</summary>
internal static class Expectations
{
    // Longer lists and values are cut: a finding is one line.
    private const int MaxListed = 6;
    private const int MaxValueLength = 60;

    private static readonly (JsonTypes Type, string Text)[] TypeTexts =
    [
        (JsonTypes.Object, "an object"),
        (JsonTypes.Array, "an array"),
        (JsonTypes.String, "a string"),
        (JsonTypes.Number, "a number"),
        (JsonTypes.Integer, "an integer"),
        (JsonTypes.Boolean, "a boolean"),
        (JsonTypes.Null, "null"),
    ];

    public static string Nothing => "no value";

    public static string UniqueItems => "no two equal items";

    public static string Not => "a value that does not match the schema";

    public static string Type(JsonTypes types, bool hasPlainIntegers = false)
    {
        JsonTypes named = (types & JsonTypes.Number) != 0 ? types & ~JsonTypes.Integer : types;
        string[] texts = [.. TypeTexts
            .Where(entry => (named & entry.Type) != 0)
            .Select(entry => hasPlainIntegers && entry.Type == JsonTypes.Integer ? "an integer without fraction or exponent" : entry.Text)];
        return List(texts, "or", cut: false);
    }

    public static string Enum(IReadOnlyList<JsonLiteral> values) => values.Count == 0
        ? Nothing
        : (values.Count > MaxListed ? "one of " : "") + List(values.Select(value => Shorten(value.Json)).ToArray(), "or");

    public static string Const(JsonLiteral value) => Shorten(value.Json);

    public static string Required(IReadOnlyList<string> names) => names.Count == 1
        ? $"the member {Quote(names[0])}"
        : $"the members {QuotedList(names, "and")}";

    public static string DependentRequired(string trigger, IReadOnlyList<string> names) => $"{Required(names)} beside {Quote(trigger)}";

    public static string Size(Size size, long limit)
    {
        string unit = size switch
        {
            Ir.Size.MinLength or Ir.Size.MaxLength => "character",
            Ir.Size.MinItems or Ir.Size.MaxItems => "item",
            _ => "member",
        };
        bool isMinimum = size is Ir.Size.MinLength or Ir.Size.MinItems or Ir.Size.MinProperties;
        return Count(isMinimum, limit, unit);
    }

    public static string Bound(Bound bound, string number) => bound switch
    {
        Ir.Bound.Minimum => $"a number of at least {Shorten(number)}",
        Ir.Bound.Maximum => $"a number of at most {Shorten(number)}",
        Ir.Bound.ExclusiveMinimum => $"a number above {Shorten(number)}",
        _ => $"a number below {Shorten(number)}",
    };

    public static string MultipleOf(string number) => $"a multiple of {Shorten(number)}";

    public static string Pattern(string pattern) => $"a string that matches {Shorten(pattern)}";

    public static string Format(string format) => $"a string of the format {Quote(format)}";

    public static string AdditionalProperties(IReadOnlyList<string> names, IReadOnlyList<string> patterns)
    {
        string[] allowed = [.. patterns.Select(pattern => $"those that match {Shorten(pattern)}")];
        string[] named = names.Count == 0 ? [] : [QuotedList(names, "and")];
        return named.Length + allowed.Length == 0 ? "no members" : "no members besides " + List([.. named, .. allowed], "and");
    }

    public static string UnevaluatedProperties(IReadOnlyList<string> names) =>
        names.Count == 0 ? "no members besides those that the schema names" : $"no members besides {QuotedList(names, "and")} and others that the schema names";

    public static string Items(int prefixed) => prefixed == 0 ? "no items" : Count(isMinimum: false, prefixed, "item");

    public static string UnevaluatedItems => "no items besides those that the schema describes";

    public static string Contains(bool isMinimum, long count) => Count(isMinimum, count, "item") + " of the kind that \"contains\" describes";

    public static string AnyOf(int branches) => $"a value that matches at least one of {Schemas(branches)}";

    public static string OneOf(int branches) => $"a value that matches exactly one of {Schemas(branches)}";

    public static string Tokens(bool isMaximum, long limit, IReadOnlyList<string> of) =>
        Count(!isMaximum, limit, "token") + (of.Count == 0 ? "" : " in " + List([.. of], "and"));

    public static string Alternates(EquatableArray<EquatableArray<string>> cycle, IReadOnlyList<string> first, IReadOnlyList<string> last)
    {
        string[] turns = [.. cycle.Select(turn => QuotedList(turn, "or"))];
        string[] parts =
        [
            .. turns.Length == 0 ? [] : new[] { List(turns, "and") + " in turn" },
            .. first.Count == 0 ? [] : new[] { QuotedList(first, "or") + " first" },
            .. last.Count == 0 ? [] : new[] { QuotedList(last, "or") + " last" },
        ];
        return string.Join(", ", parts);
    }

    public static string Links(string to) => $"the value of one before it at {to}";

    public static string MaxCount(long limit, IReadOnlyList<string> of) => Count(isMinimum: false, limit, "value") + " at " + List([.. of], "and");

    public static string EqualCounts(IReadOnlyList<string> paths) => "as many values at " + List([.. paths], "as at");

    private static string Schemas(int count) => count == 1 ? "1 schema" : count.ToString(CultureInfo.InvariantCulture) + " schemas";

    private static string Count(bool isMinimum, long limit, string unit) =>
        $"at {(isMinimum ? "least" : "most")} {limit.ToString(CultureInfo.InvariantCulture)} {unit}{(limit == 1 ? "" : "s")}";

    private static string QuotedList(IReadOnlyList<string> names, string word) => List(names.Select(Quote).ToArray(), word);

    private static string Quote(string name) => "\"" + Shorten(name) + "\"";

    // "a", "a or b", "a, b or c", "a, b, c, d, e or 12 more".
    private static string List(string[] texts, string word, bool cut = true)
    {
        if (cut && texts.Length > MaxListed)
        {
            int rest = texts.Length - MaxListed + 1;
            texts = [.. texts.Take(MaxListed - 1), rest.ToString(CultureInfo.InvariantCulture) + " more"];
        }

        return texts.Length < 2
            ? string.Concat(texts)
            : string.Join(", ", texts.Take(texts.Length - 1)) + $" {word} {texts[texts.Length - 1]}";
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxValueLength)
        {
            return text;
        }

        int length = char.IsHighSurrogate(text[MaxValueLength - 2]) ? MaxValueLength - 2 : MaxValueLength - 1;
        return text.Remove(length) + "…";
    }
}
