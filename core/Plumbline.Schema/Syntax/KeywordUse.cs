using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax.Vocabularies;

namespace Plumbline.Schema.Syntax;

/// <summary>A keyword that the schemas of a file use.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Count">Schemas that use it.</param>
/// <param name="IsAnnotation">Whether it only says something to people and tools: no value breaks it.</param>
public sealed record KeywordUse(string Name, int Count, bool IsAnnotation)
{
    /// <summary>The keywords of a file's schemas, most used first. Unknown ones are reported elsewhere.</summary>
    /// <param name="set">The file with those that it refers to.</param>
    /// <param name="file">A well-formed file of the set.</param>
    public static IReadOnlyList<KeywordUse> Of(SchemaSet set, SchemaFile file) =>
    [
        .. set.Document(file).Schemas.SelectMany(schema => schema.Keywords)
            .GroupBy(keyword => keyword.Name, StringComparer.Ordinal)
            .Select(group => new KeywordUse(group.Key, group.Count(), IsSilent(group.First().Definition)))
            .OrderByDescending(use => use.Count).ThenBy(use => use.Name, StringComparer.Ordinal),
    ];

    /// <summary>The dialect of a file's root, by its name for people.</summary>
    /// <param name="set">The file with those that it refers to.</param>
    /// <param name="file">A well-formed file of the set.</param>
    public static string DialectOf(SchemaSet set, SchemaFile file) => set.Document(file).Root.Dialect.Name;

    // format is asserted where the dialect or the run says so; like the others here it is one otherwise.
    private static bool IsSilent(KeywordDefinition keyword) =>
        keyword.Name is "$comment" or TuningVocabulary.Source or TuningVocabulary.Messages or TuningVocabulary.LifeCycle
        || keyword == AnnotationVocabulary.Format
        || keyword == AnnotationVocabulary.ContentSchema
        || AnnotationVocabulary.MetaData202012.Keywords.Contains(keyword)
        || AnnotationVocabulary.Content201909.Keywords.Contains(keyword);
}
