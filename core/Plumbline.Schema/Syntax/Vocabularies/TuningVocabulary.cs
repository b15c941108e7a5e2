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
    public const string LifeCycle = "x-lifeCycle";

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

    private static readonly Shape Values = new ChoiceShape(
        "a string or an array of different strings",
        value => value.Kind switch
        {
            JsonKind.String => Shapes.String,
            JsonKind.Array => new ArrayShape("an array of different strings with at least one of them", Shapes.String, least: 1, isUnique: true),
            _ => null,
        });

    private static readonly Shape Turns = new StructureShape(
        "an object with \"property\", and with \"cycle\", \"first\" or \"last\"",
        new Field("property", Shapes.String, IsRequired: true),
        new Field("cycle", new ArrayShape("an array of at least two different turns", Values, least: 2, isUnique: true)),
        new Field("first", Values),
        new Field("last", Values));

    private static readonly Shape Alternation = new ChoiceShape(
        Turns.Expected,
        value => value.Find("cycle") is null && value.Find("first") is null && value.Find("last") is null ? null : Turns);

    private static readonly Shape CountLimit = new StructureShape(
        "an object with \"limit\" and \"of\"",
        new Field("limit", Shapes.Count, IsRequired: true),
        new Field("of", new ArrayShape("an array of at least one path", Shapes.Path, least: 1, isUnique: true), IsRequired: true));

    private static readonly Shape Link = new StructureShape(
        "an object with \"from\" and \"to\"",
        new Field("from", Shapes.Path, IsRequired: true),
        new Field("to", Shapes.Path, IsRequired: true));

    private static readonly Shape Advice = new ArrayShape(
        "an array of advice",
        new StructureShape(
            "an object with \"severity\", \"message\" and \"schema\"",
            new Field("severity", Shapes.OneOf("warning", "note"), IsRequired: true),
            new Field("effect", Shapes.OneOf("rejected", "truncated", "ignored")),
            new Field("message", Shapes.String, IsRequired: true),
            new Field("schema", Shapes.Schema, IsRequired: true)));

    private static readonly Shape PromptPart = new ChoiceShape(
        "a path, or an object with \"allButLast\"",
        value => value.Kind switch
        {
            JsonKind.String => Shapes.Path,
            JsonKind.Object => new StructureShape(
                "an object with \"allButLast\"",
                new Field("allButLast", Shapes.Path, IsRequired: true),
                new Field("unless", Shapes.Path)),
            _ => null,
        });

    private static readonly Shape DatasetShape = new StructureShape(
        "an object that describes a dataset",
        new Field("examples", new StructureShape(
            "an object with bounds",
            new Field("min", Shapes.Count),
            new Field("max", Shapes.Count),
            new Field("recommended", Shapes.Count))),
        new Field("evaluation", new StructureShape(
            "an object with bounds",
            new Field("min", Shapes.Count),
            new Field("max", Shapes.Count),
            new Field("share", new StructureShape(
                "an object with \"percent\"",
                new Field("percent", Shapes.Count, IsRequired: true),
                new Field("above", Shapes.Count))))),
        new Field("uniform", new ArrayShape("an array of what all lines have in common", new StructureShape(
            "an object with \"at\" and \"by\"",
            new Field("at", new ArrayShape("an array of at least one path", Shapes.Path, least: 1, isUnique: true), IsRequired: true),
            new Field("by", Shapes.OneOf("value", "presence"), IsRequired: true),
            new Field("optional", Shapes.Boolean),
            new Field("severity", Shapes.OneOf("error", "warning")),
            new Field("message", Shapes.String)))),
        new Field("totals", new ArrayShape("an array of totals", new StructureShape(
            "an object with \"count\" and \"max\"",
            new Field("count", Shapes.Path, IsRequired: true),
            new Field("max", Shapes.Count, IsRequired: true)))),
        new Field("models", new ArrayShape("an array of models", new StructureShape(
            "an object with \"name\"",
            new Field("name", Shapes.String, IsRequired: true),
            new Field("tokenLimits", Shapes.Boolean)))),
        new Field("defaults", new MapShape("an object from paths to names of job parameters", Shapes.String, Shapes.Path)),
        new Field("tokenizer", new StructureShape("an object with \"note\"", new Field("note", Shapes.String, IsRequired: true))),
        new Field("prompt", new ArrayShape("an array of at least one part of a prompt", PromptPart, least: 1, isUnique: true)),
        new Field("turns", Shapes.Path));

    private static readonly Shape Day = new ValueShape(
        "a day such as \"2026-11-20\"",
        value => value.Text is { Length: 10 } day && DateTime.TryParseExact(
            day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _));

    private static readonly Shape LifeCycleShape = new StructureShape(
        "an object with \"status\" and \"checked\"",
        new Field("status", Shapes.OneOf("current", "deprecated", "retired", "unverified"), IsRequired: true),
        new Field("checked", Day, IsRequired: true),
        new Field("since", Day),
        new Field("ends", Day),
        new Field("note", Shapes.String),
        new Field("successor", Shapes.String));

    private static readonly Shape RequestShape = new StructureShape(
        "an object that describes a request",
        new Field("url", Shapes.String),
        new Field("signs", new ArrayShape("an array of signs", new StructureShape(
            "an object with \"at\"",
            new Field("at", Shapes.Path, IsRequired: true),
            new Field("begins", Shapes.String),
            new Field("has", Shapes.String)))),
        new Field("verbatim", new ArrayShape("an array of at least one path", Shapes.Path, least: 1, isUnique: true)));

    public static readonly Vocabulary Tuning = new(
        "urn:plumbline:vocab/tuning",
        new KeywordDefinition("x-minTokens", TokenLimit, c => BuildTokens(c, isMaximum: false)),
        new KeywordDefinition("x-maxTokens", TokenLimit, c => BuildTokens(c, isMaximum: true)),
        new KeywordDefinition("x-alternates", Alternation, BuildAlternates),
        new KeywordDefinition("x-links", Link, BuildLinks),
        new KeywordDefinition("x-maxCount", CountLimit, BuildMaxCount),
        new KeywordDefinition("x-equalCounts", new ArrayShape("an array of at least two paths", Shapes.Path, least: 2, isUnique: true), BuildEqualCounts),
        new KeywordDefinition("x-advice", Advice, BuildAdvice) { IsInPlace = true },
        new KeywordDefinition(Dataset, DatasetShape),
        new KeywordDefinition(LifeCycle, LifeCycleShape),
        new KeywordDefinition("x-request", RequestShape),
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
            evaluation is null ? null : EvaluationOf(evaluation),
            Items(value, "totals").Select(total => new TotalSpec(Text(total, "count"), Count(total, "max") ?? 0)).ToEquatableArray(),
            Items(value, "models")
                .Select(model => new ModelSpec(Text(model, "name"), model.Find("tokenLimits")?.Value.Kind != JsonKind.False)).ToEquatableArray(),
            (value.Find("defaults")?.Value is { } defaults ? KeywordContext.DistinctMembers(defaults) : [])
                .Select(member => new DefaultSpec(member.Name, member.Value.Text!)).ToEquatableArray(),
            value.Find("tokenizer")?.Value.Find("note")?.Value.Text,
            Items(value, "uniform").Select(UniformOf).ToEquatableArray(),
            Items(value, "prompt").Select(PromptOf).ToEquatableArray(),
            value.Find("turns")?.Value.Text);
    }

    /// <summary>Reads <c>x-lifeCycle</c>, of the right shape.</summary>
    public static LifeCycle ReadLifeCycle(PositionedValue value) => new(
        Text(value, "status") switch
        {
            "current" => LifeCycleStatus.Current,
            "deprecated" => LifeCycleStatus.Deprecated,
            "retired" => LifeCycleStatus.Retired,
            _ => LifeCycleStatus.Unverified,
        },
        Text(value, "checked"),
        value.Find("since")?.Value.Text,
        value.Find("ends")?.Value.Text,
        value.Find("note")?.Value.Text,
        value.Find("successor")?.Value.Text);

    private static EvaluationSpec EvaluationOf(PositionedValue evaluation)
    {
        PositionedValue? share = evaluation.Find("share")?.Value;
        return new EvaluationSpec(Count(evaluation, "min"), Count(evaluation, "max"), Count(share, "percent"), Count(share, "above") ?? 0);
    }

    private static UniformSpec UniformOf(PositionedValue uniform) => new(
        KeywordContext.Strings(uniform.Find("at")!.Value),
        Text(uniform, "by") == "value",
        uniform.Find("optional")?.Value.Kind == JsonKind.True,
        Text(uniform, "severity") == "warning",
        uniform.Find("message")?.Value.Text);

    private static PromptSpec PromptOf(PositionedValue part) =>
        part.Text is { } path ? new(path) : new(Text(part, "allButLast"), AllButLast: true, part.Find("unless")?.Value.Text);

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
        EquatableArray<EquatableArray<string>> cycle = Items(c.Value, "cycle").Select(turn => ValuesOf(turn)).ToEquatableArray();
        EquatableArray<string> first = ValuesOf(c.Value.Find("first")?.Value);
        EquatableArray<string> last = ValuesOf(c.Value.Find("last")?.Value);
        AssertionSpec assertion = c.Assert(
            Rules.Alternates, Expectations.Alternates(cycle, first, last), cycle.SelectMany(turn => turn).Concat(first).Concat(last).Distinct());
        c.Add(new AlternatesKeyword(Text(c.Value, "property"), cycle, first, last, assertion));
    }

    private static EquatableArray<string> ValuesOf(PositionedValue? value) =>
        value is null ? [] : value.Text is { } one ? [one] : KeywordContext.Strings(value);

    private static void BuildLinks(KeywordContext c)
    {
        string to = Text(c.Value, "to");
        c.Add(new LinksKeyword(Text(c.Value, "from"), to, c.Assert(Rules.Links, Expectations.Links(to))));
    }

    private static void BuildMaxCount(KeywordContext c)
    {
        EquatableArray<string> of = KeywordContext.Strings(c.Value.Find("of")!.Value);
        Shapes.TryReadCount(c.Value.Find("limit")!.Value, out long limit);
        c.Add(new MaxCountKeyword(limit, of, c.Assert(Rules.MaxCount, Expectations.MaxCount(limit, of))));
    }

    private static void BuildEqualCounts(KeywordContext c)
    {
        EquatableArray<string> paths = KeywordContext.Strings(c.Value);
        c.Add(new EqualCountsKeyword(paths, c.Assert(Rules.EqualCounts, Expectations.EqualCounts(paths))));
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
