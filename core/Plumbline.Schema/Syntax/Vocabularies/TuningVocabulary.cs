using System.Collections.Immutable;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>The <c>x-</c> keywords: what standard keywords cannot say about tuning data. docs/vocabulary.md specifies each.</summary>
internal static class TuningVocabulary
{
    public const string Messages = "x-message";
    public const string Source = "x-source";
    public const string Dataset = "x-dataset";

    private static readonly Shape TokenLimit = new ChoiceShape(
        "a whole number, or an object with \"limit\" and \"of\"",
        value => value.Kind switch
        {
            JsonKind.Number => Shapes.Count,
            JsonKind.Object => new StructureShape(
                "an object with \"limit\" and \"of\"",
                new Field("limit", Shapes.Count, IsRequired: true),
                new Field("of", new ArrayShape("an array of at least one path", Shapes.Path, least: 1, isUnique: true), IsRequired: true)),
            _ => null,
        });

    private static readonly Shape Alternation = new StructureShape(
        "an object with \"property\" and \"cycle\"",
        new Field("property", Shapes.String, IsRequired: true),
        new Field("cycle", new ArrayShape("an array of at least two different strings", Shapes.String, least: 2, isUnique: true), IsRequired: true),
        new Field("last", Shapes.String));

    private static readonly Shape Advice = new ArrayShape(
        "an array of advice",
        new StructureShape(
            "an object with \"severity\", \"message\" and \"schema\"",
            new Field("severity", Shapes.OneOf("warning", "note"), IsRequired: true),
            new Field("effect", Shapes.OneOf("rejected", "truncated", "ignored")),
            new Field("message", Shapes.String, IsRequired: true),
            new Field("schema", Shapes.Schema, IsRequired: true)));

    private static readonly Shape DatasetShape = new StructureShape(
        "an object that describes a dataset",
        new Field("examples", new StructureShape(
            "an object with bounds",
            new Field("min", Shapes.Count),
            new Field("max", Shapes.Count),
            new Field("recommended", Shapes.Count))),
        new Field("evaluation", new StructureShape("an object with bounds", new Field("min", Shapes.Count), new Field("max", Shapes.Count))),
        new Field("totals", new ArrayShape("an array of totals", new StructureShape(
            "an object with \"count\" and \"max\"",
            new Field("count", Shapes.Path, IsRequired: true),
            new Field("max", Shapes.Count, IsRequired: true)))),
        new Field("models", new ArrayShape("an array of models", new StructureShape(
            "an object with \"name\"",
            new Field("name", Shapes.String, IsRequired: true),
            new Field("tokenLimits", Shapes.Boolean)))),
        new Field("defaults", new MapShape("an object from paths to names of job parameters", Shapes.String, Shapes.Path)),
        new Field("tokenizer", new StructureShape("an object with \"note\"", new Field("note", Shapes.String, IsRequired: true))));

    public static readonly Vocabulary Tuning = new(
        "urn:plumbline:vocab/tuning",
        new KeywordDefinition("x-minTokens", TokenLimit, c => BuildTokens(c, isMaximum: false)),
        new KeywordDefinition("x-maxTokens", TokenLimit, c => BuildTokens(c, isMaximum: true)),
        new KeywordDefinition("x-alternates", Alternation, BuildAlternates),
        new KeywordDefinition("x-advice", Advice, BuildAdvice) { IsInPlace = true },
        new KeywordDefinition(Dataset, DatasetShape),
        new KeywordDefinition(Messages, new MapShape("an object whose values are sentences", Shapes.String)),
        new KeywordDefinition(Source, Shapes.StringOrStrings));

    /// <summary>Reads <c>x-dataset</c>, of the right shape, at a location.</summary>
    public static DatasetSpec ReadDataset(PositionedValue value, string location)
    {
        PositionedValue? examples = value.Find("examples")?.Value;
        PositionedValue? evaluation = value.Find("evaluation")?.Value;
        return new DatasetSpec(
            location,
            Count(examples, "min"),
            Count(examples, "max"),
            Count(examples, "recommended"),
            evaluation is null ? null : new EvaluationSpec(Count(evaluation, "min"), Count(evaluation, "max")),
            Items(value, "totals").Select(total => new TotalSpec(Text(total, "count"), Count(total, "max") ?? 0)).ToEquatableArray(),
            Items(value, "models")
                .Select(model => new ModelSpec(Text(model, "name"), model.Find("tokenLimits")?.Value.Kind != JsonKind.False)).ToEquatableArray(),
            (value.Find("defaults")?.Value is { } defaults ? KeywordContext.DistinctMembers(defaults) : [])
                .Select(member => new DefaultSpec(member.Name, member.Value.Text!)).ToEquatableArray(),
            value.Find("tokenizer")?.Value.Find("note")?.Value.Text);
    }

    private static void BuildTokens(KeywordContext c, bool isMaximum)
    {
        PositionedValue limitValue = c.Value.Find("limit")?.Value ?? c.Value;
        EquatableArray<string> of = c.Value.Find("of")?.Value is { } paths ? KeywordContext.Strings(paths) : [];
        Shapes.TryReadCount(limitValue, out long limit);
        AssertionSpec assertion = c.Assert(isMaximum ? Rules.MaxTokens : Rules.MinTokens, Expectations.Tokens(isMaximum, limit, of));
        c.Add(new TokensKeyword(isMaximum, limit, of, assertion));
    }

    private static void BuildAlternates(KeywordContext c)
    {
        EquatableArray<string> cycle = KeywordContext.Strings(c.Value.Find("cycle")!.Value);
        string? last = c.Value.Find("last")?.Value.Text;
        AssertionSpec assertion = c.Assert(Rules.Alternates, Expectations.Alternates(cycle, last), cycle);
        c.Add(new AlternatesKeyword(Text(c.Value, "property"), cycle, last, assertion));
    }

    private static void BuildAdvice(KeywordContext c)
    {
        foreach (PositionedValue advice in c.Value.Items)
        {
            Effect effect = advice.Find("effect")?.Value.Text switch
            {
                "rejected" => Effect.Rejected,
                "truncated" => Effect.Truncated,
                "ignored" => Effect.Ignored,
                _ => Effect.None,
            };
            Severity severity = Text(advice, "severity") == "note" ? Severity.Note : Severity.Warning;
            c.Add(new AdviceKeyword(severity, effect, Text(advice, "message"), c.Node(advice.Find("schema")!.Value)));
        }
    }

    private static string Text(PositionedValue value, string member) => value.Find(member)?.Value.Text ?? "";

    private static ImmutableArray<PositionedValue> Items(PositionedValue value, string member) =>
        value.Find(member)?.Value.Items ?? ImmutableArray<PositionedValue>.Empty;

    private static long? Count(PositionedValue? value, string member) =>
        value?.Find(member) is { } found && Shapes.TryReadCount(found.Value, out long count) ? count : null;
}
