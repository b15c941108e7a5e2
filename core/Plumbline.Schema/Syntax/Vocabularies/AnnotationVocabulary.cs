using Plumbline.Schema.Ir;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Keywords that say something to people and tools, and <c>format</c>, which a run may assert.</summary>
internal static class AnnotationVocabulary
{
    public static readonly KeywordDefinition Format = FormatOf(isAsserted: false);

    public static readonly KeywordDefinition Title = new("title", Shapes.String);
    public static readonly KeywordDefinition Description = new("description", Shapes.String);
    public static readonly KeywordDefinition Default = new("default", Shapes.Any);
    public static readonly KeywordDefinition Examples = new("examples", Shapes.AnyArray);
    public static readonly KeywordDefinition Deprecated = new("deprecated", Shapes.Boolean);
    public static readonly KeywordDefinition ReadOnly = new("readOnly", Shapes.Boolean);
    public static readonly KeywordDefinition WriteOnly = new("writeOnly", Shapes.Boolean);
    public static readonly KeywordDefinition ContentEncoding = new("contentEncoding", Shapes.String);
    public static readonly KeywordDefinition ContentMediaType = new("contentMediaType", Shapes.String);

    /// <summary>The schema describes the decoded content; nothing applies it to the string itself.</summary>
    public static readonly KeywordDefinition ContentSchema = new("contentSchema", Shapes.Schema) { IsApplied = false };

    public static readonly Vocabulary MetaData202012 = new(
        "https://json-schema.org/draft/2020-12/vocab/meta-data", Title, Description, Default, Examples, Deprecated, ReadOnly, WriteOnly);

    public static readonly Vocabulary MetaData201909 = new("https://json-schema.org/draft/2019-09/vocab/meta-data", MetaData202012.Keywords);

    public static readonly Vocabulary Format201909 = new("https://json-schema.org/draft/2019-09/vocab/format", Format);

    public static readonly Vocabulary Content201909 =
        new("https://json-schema.org/draft/2019-09/vocab/content", ContentEncoding, ContentMediaType, ContentSchema);

    public static readonly Vocabulary Draft7 = new(
        "draft-07 annotations", Title, Description, Default, Examples, ReadOnly, WriteOnly, Format, ContentEncoding, ContentMediaType);

    public static readonly Vocabulary Draft6 = new("draft-06 annotations", Title, Description, Default, Examples, Format);

    public static readonly Vocabulary Draft4 = new("draft-04 annotations", Title, Description, Default, Format);

    public static readonly Vocabulary FormatAnnotation202012 = new("https://json-schema.org/draft/2020-12/vocab/format-annotation", Format);

    public static readonly Vocabulary FormatAssertion202012 = new("https://json-schema.org/draft/2020-12/vocab/format-assertion", FormatOf(isAsserted: true));

    public static readonly Vocabulary Content202012 = new(
        "https://json-schema.org/draft/2020-12/vocab/content", ContentEncoding, ContentMediaType, ContentSchema);

    private static KeywordDefinition FormatOf(bool isAsserted) => new(
        "format",
        Shapes.String,
        c => c.Add(new FormatKeyword(c.Value.Text!, c.Assert(Rules.Format, Expectations.Format(c.Value.Text!))) { IsAsserted = isAsserted }));
}
