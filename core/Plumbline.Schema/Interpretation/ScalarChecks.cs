using System.Text;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

internal sealed class FalseCheck(Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage) => run.Fault(assertion, value.Span.Start);
}

internal sealed class TypeCheck(JsonTypes types, bool hasPlainIntegers, Assertion assertion)
{
    /// <summary>The types.</summary>
    public JsonTypes Types => types;

    /// <summary>Whether a value has one of the types; reports it where it has none.</summary>
    public bool Holds(Evaluation run, PositionedValue value)
    {
        bool holds = value.Kind == JsonKind.Number
            ? (types & JsonTypes.Number) != 0 || ((types & JsonTypes.Integer) != 0 && IsInteger(value.Utf8))
            : (types & TypeOf(value.Kind)) != 0;
        if (!holds)
        {
            run.Fault(assertion, value.Span.Start);
        }

        return holds;
    }

    private bool IsInteger(ReadOnlySpan<byte> number) => hasPlainIntegers ? JsonNumber.IsPlainInteger(number) : JsonNumber.IsInteger(number);

    private static JsonTypes TypeOf(JsonKind kind) => kind switch
    {
        JsonKind.Null => JsonTypes.Null,
        JsonKind.True or JsonKind.False => JsonTypes.Boolean,
        JsonKind.String => JsonTypes.String,
        JsonKind.Array => JsonTypes.Array,
        JsonKind.Object => JsonTypes.Object,
        _ => JsonTypes.None,
    };
}

/// <summary><c>enum</c> and <c>const</c>.</summary>
internal sealed class LiteralCheck(IEnumerable<JsonLiteral> literals, Assertion assertion) : KeywordCheck
{
    private readonly LiteralSet _literals = new([.. literals.Select(literal => literal.Json)]);

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        // What is broken inside an array or object has been reported by the parser; neither it nor what is not known can be compared.
        if (value.Kind is JsonKind.Array or JsonKind.Object && !run.IsWhole)
        {
            run.IsUndecided = true;
            return;
        }

        if (!_literals.Contains(value.Utf8))
        {
            run.Fault(assertion, value.Span.Start);
        }
    }
}

internal sealed class BoundCheck(Bound bound, string number, Assertion assertion) : KeywordCheck
{
    private readonly byte[] _limit = Encoding.UTF8.GetBytes(number);

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind != JsonKind.Number)
        {
            return;
        }

        int order = JsonNumber.Compare(value.Utf8, _limit);
        bool holds = bound switch
        {
            Bound.Minimum => order >= 0,
            Bound.Maximum => order <= 0,
            Bound.ExclusiveMinimum => order > 0,
            _ => order < 0,
        };
        if (!holds)
        {
            run.Fault(assertion, value.Span.Start);
        }
    }
}

internal sealed class MultipleOfCheck(string number, Assertion assertion) : KeywordCheck
{
    private readonly byte[] _step = Encoding.UTF8.GetBytes(number);

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind == JsonKind.Number && !JsonNumber.IsMultipleOf(value.Utf8, _step))
        {
            run.Fault(assertion, value.Span.Start);
        }
    }
}

/// <summary><c>minLength</c> and its five relatives.</summary>
internal sealed class SizeCheck(Size size, long limit, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        long actual = (size, value.Kind) switch
        {
            (Size.MinLength or Size.MaxLength, JsonKind.String) => JsonString.CountCodePoints(RawString.Of(value)),
            (Size.MinItems or Size.MaxItems, JsonKind.Array) => value.Items.Length,
            (Size.MinProperties or Size.MaxProperties, JsonKind.Object) => CountNames(value),
            _ => -1,
        };
        bool isMinimum = size is Size.MinLength or Size.MinItems or Size.MinProperties;
        if (actual >= 0 && (isMinimum ? actual < limit : actual > limit) && IsCertain(run, value))
        {
            run.Fault(assertion, value.Span.Start, actual);
        }
    }

    private static bool IsCertain(Evaluation run, PositionedValue value)
    {
        run.IsUndecided |= value.IsOpen;
        return !value.IsOpen;
    }

    private static int CountNames(PositionedValue value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (PositionedMember member in value.Members)
        {
            names.Add(member.Name);
        }

        return names.Count;
    }
}

internal sealed class PatternCheck(EcmaPattern pattern, Assertion assertion) : KeywordCheck
{
    private readonly Assertion _timeout = new(Rules.PatternTimeout, assertion.Location, assertion.Expected, advice: assertion.Advice);

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind != JsonKind.String)
        {
            return;
        }

        PatternOutcome outcome = pattern.IsMatchRaw(RawString.Of(value));
        if (outcome != PatternOutcome.Match)
        {
            run.Fault(outcome == PatternOutcome.TimedOut ? _timeout : assertion, value.Span.Start);
        }
    }
}

internal sealed class FormatCheck(StringFormat format, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind == JsonKind.String && !format.AcceptsRaw(RawString.Of(value)))
        {
            run.Fault(assertion, value.Span.Start);
        }
    }
}

internal sealed class TokensCheck(TokenRule rule) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (run.IsWhole)
        {
            rule.Judge(run.Text, value.Span.Start, value.Span.End, run.Options.TokenCounter, run.Options.DefaultTexts, run.Faults);
        }
    }
}

/// <summary>String values between their quotes.</summary>
internal static class RawString
{
    public static ReadOnlySpan<byte> Of(PositionedValue value) => Of(value.Utf8);

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> token)
    {
        // A string of a broken text may lack its closing quote.
        int quotes = token.Length > 1 && token[token.Length - 1] == '"' ? 2 : 1;
        return token.Slice(1, token.Length - quotes);
    }
}
