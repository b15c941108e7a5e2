using Plumbline.Schema.Ir;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Identifiers and references.</summary>
internal static class CoreVocabulary
{
    public const string Uri202012 = "https://json-schema.org/draft/2020-12/vocab/core";

    public static readonly KeywordDefinition Schema = new("$schema", Shapes.String);
    public static readonly KeywordDefinition Id = new("$id", Shapes.String);
    public static readonly KeywordDefinition Comment = new("$comment", Shapes.String);
    public static readonly KeywordDefinition Anchor = new("$anchor", Shapes.String);
    public static readonly KeywordDefinition Definitions = new("$defs", Shapes.SchemaMap) { IsApplied = false };
    public static readonly KeywordDefinition Vocabularies = new("$vocabulary", new MapShape("an object whose values are true or false", Shapes.Boolean));

    /// <summary><c>definitions</c>: drafts 4 to 7; later ones know it as a place where schemas may stand.</summary>
    public static readonly KeywordDefinition OldDefinitions = new("definitions", Shapes.SchemaMap) { IsApplied = false };

    public static readonly KeywordDefinition Ref = new("$ref", Shapes.String, c => c.Add(new RefKeyword(c.Reference.Node, c.Location)))
    {
        Reference = ReferenceKind.Static,
    };

    public static readonly Vocabulary Draft202012 = new(
        Uri202012,
        Schema,
        Id,
        Comment,
        Anchor,
        Definitions,
        Vocabularies,
        OldDefinitions,
        Ref,
        new KeywordDefinition("$dynamicAnchor", Shapes.String),
        new KeywordDefinition("$dynamicRef", Shapes.String, BuildDynamic) { Reference = ReferenceKind.Dynamic });

    public static readonly Vocabulary Draft201909 = new(
        "https://json-schema.org/draft/2019-09/vocab/core",
        Schema,
        Id,
        Comment,
        Anchor,
        Definitions,
        Vocabularies,
        OldDefinitions,
        Ref,
        new KeywordDefinition("$recursiveAnchor", Shapes.Boolean),
        new KeywordDefinition("$recursiveRef", Shapes.OneOf("#"), BuildDynamic) { Reference = ReferenceKind.Recursive });

    public static readonly Vocabulary Draft7 = new("draft-07 core", Schema, Id, Comment, OldDefinitions, Ref);

    public static readonly Vocabulary Draft6 = new("draft-06 core", Schema, Id, OldDefinitions, Ref);

    public static readonly Vocabulary Draft4 = new("draft-04 core", Schema, new KeywordDefinition("id", Shapes.String), OldDefinitions, Ref);

    /// <summary>A dynamic reference whose target no dynamic scope can override is a plain one.</summary>
    public static void BuildDynamic(KeywordContext c)
    {
        (int node, string? anchor) = c.Reference;
        c.Add(anchor is null ? new RefKeyword(node, c.Location) : new DynamicRefKeyword(node, anchor, c.Location));
    }
}
