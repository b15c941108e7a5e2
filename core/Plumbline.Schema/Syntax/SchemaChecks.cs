using Plumbline.Schema.Json;
using Plumbline.Schema.Syntax.Vocabularies;

namespace Plumbline.Schema.Syntax;

/// <summary>What can be wrong between keywords of one schema that are each right by themselves.</summary>
internal static class SchemaChecks
{
    private static readonly (string Min, string Max, string Subject)[] Counts =
    [
        ("minLength", "maxLength", "string"),
        ("minItems", "maxItems", "array"),
        ("minProperties", "maxProperties", "object"),
        ("minContains", "maxContains", "array"),
    ];

    // Bounds of which one is exclusive exclude each other when they are equal, too.
    private static readonly (string Min, string Max, bool IsExclusive)[] Numbers =
    [
        ("minimum", "maximum", false),
        ("minimum", "exclusiveMaximum", true),
        ("exclusiveMinimum", "maximum", true),
        ("exclusiveMinimum", "exclusiveMaximum", true),
    ];

    /// <summary>Checks a schema.</summary>
    public static void Run(SchemaSyntax schema, SchemaReport report)
    {
        foreach ((string min, string max, string subject) in Counts)
        {
            CompareCounts(schema.Find(min)?.Value, min, schema.Find(max)?.Value, max, subject, report);
        }

        CheckTokens(schema, report);
        foreach ((string min, string max, bool isExclusive) in Numbers)
        {
            CompareNumbers(schema.Find(min)?.Value, min, schema.Find(max)?.Value, max, isExclusive, report);
        }

        if (schema.Find("required") is { } required && schema.Find("maxProperties") is { } most
            && Shapes.TryReadCount(most.Value, out long limit) && required.Value.Items.Length > limit)
        {
            string message = $"\"maxProperties\" {limit} is below the {required.Value.Items.Length} names of \"required\": no object can meet both";
            report(Rules.ContradictoryBounds, most.Value.Span, message);
        }

        if (schema.Find(TuningVocabulary.Dataset)?.Value is { } dataset)
        {
            if (schema.Pointer.Length > 0)
            {
                ByteSpan name = schema.Find(TuningVocabulary.Dataset)!.Member.NameSpan;
                report(Rules.KeywordValue, name, "\"x-dataset\" speaks for a file as a whole: it stands at the root only");
            }

            foreach (string part in (string[])["examples", "evaluation"])
            {
                PositionedValue? bounds = dataset.Find(part)?.Value;
                CompareCounts(bounds?.Find("min")?.Value, "min", bounds?.Find("max")?.Value, "max", "dataset", report);
            }
        }

        CheckTurns(schema, report);
        CheckMessages(schema, report);
    }

    // A limit on a string and one on a sum, or on sums over different strings, do not meet.
    private static void CheckTokens(SchemaSyntax schema, SchemaReport report)
    {
        PositionedValue? min = schema.Find("x-minTokens")?.Value;
        PositionedValue? max = schema.Find("x-maxTokens")?.Value;
        if (min?.Find("of")?.Value.ToCompactJson() == max?.Find("of")?.Value.ToCompactJson())
        {
            CompareCounts(
                min?.Find("limit")?.Value ?? min, "x-minTokens", max?.Find("limit")?.Value ?? max, "x-maxTokens", "text", report);
        }
    }

    // Turns that end with a value outside the cycle could never end.
    private static void CheckTurns(SchemaSyntax schema, SchemaReport report)
    {
        PositionedValue? turns = schema.Find("x-alternates")?.Value;
        if (turns?.Find("last")?.Value is not { } last || turns.Find("cycle")?.Value is not { } cycle)
        {
            return;
        }

        string[] values = [.. cycle.Items.Select(value => value.Text!)];
        if (!values.Contains(last.Text))
        {
            string known = string.Join(", ", values.Select(value => $"\"{value}\""));
            report(Rules.KeywordValue, last.Span, $"\"last\" must be one of \"cycle\": {known}", NearestName.Find(last.Text!, values));
        }
    }

    private static void CompareCounts(
        PositionedValue? min, string minName, PositionedValue? max, string maxName, string subject, SchemaReport report)
    {
        if (LimitOf(min) is { } least && LimitOf(max) is { } most && least > most)
        {
            report(Rules.ContradictoryBounds, max!.Span, $"\"{maxName}\" {most} is below \"{minName}\" {least}: no {subject} can meet both");
        }
    }

    private static long? LimitOf(PositionedValue? value) => value is not null && Shapes.TryReadCount(value, out long count) ? count : null;

    private static void CompareNumbers(
        PositionedValue? min, string minName, PositionedValue? max, string maxName, bool isExclusive, SchemaReport report)
    {
        if (min?.Kind != JsonKind.Number || max?.Kind != JsonKind.Number)
        {
            return;
        }

        int order = JsonNumber.Compare(min.Utf8, max.Utf8);
        if (order > 0 || (order == 0 && isExclusive))
        {
            string relation = order == 0 ? "equal to" : "below";
            string message = $"\"{maxName}\" {max.RawText} is {relation} \"{minName}\" {min.RawText}: no number can meet both";
            report(Rules.ContradictoryBounds, max.Span, message);
        }
    }

    // A message for a keyword that does not stand beside it would never be told.
    private static void CheckMessages(SchemaSyntax schema, SchemaReport report)
    {
        if (schema.Find(TuningVocabulary.Messages) is not { } messages)
        {
            return;
        }

        string[] present = [.. schema.Keywords.Select(keyword => keyword.Name)];
        foreach (PositionedMember message in messages.Value.Members)
        {
            if (!present.Contains(message.Name))
            {
                string? near = NearestName.Find(message.Name, present);
                string hint = near is null ? "" : $"; did you mean \"{near}\"?";
                string sentence = $"\"x-message\" speaks for \"{message.Name}\", which does not stand beside it{hint}";
                report(Rules.UnknownKeyword, message.NameSpan, sentence, near);
            }
        }
    }
}
