namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>The dialects, each put together from its vocabularies.</summary>
internal static class Drafts
{
    private static readonly Vocabulary[] All =
    [
        CoreVocabulary.Draft202012,
        ApplicatorVocabulary.Draft202012,
        ApplicatorVocabulary.Unevaluated202012,
        ValidationVocabulary.Draft202012,
        AnnotationVocabulary.MetaData202012,
        AnnotationVocabulary.FormatAnnotation202012,
        AnnotationVocabulary.FormatAssertion202012,
        AnnotationVocabulary.Content202012,
    ];

    public static Dialect Create202012() => new(
        "https://json-schema.org/draft/2020-12/schema",
        "2020-12",
        new IdentifierRules(),
        CoreVocabulary.Draft202012,
        ApplicatorVocabulary.Draft202012,
        ApplicatorVocabulary.Unevaluated202012,
        ValidationVocabulary.Draft202012,
        AnnotationVocabulary.MetaData202012,
        AnnotationVocabulary.FormatAnnotation202012,
        AnnotationVocabulary.Content202012,
        TuningVocabulary.Tuning);

    /// <summary>The dialect of a metaschema that lists its vocabularies, or null where it requires one that is not known here.</summary>
    /// <param name="uri">URI of the metaschema.</param>
    /// <param name="own">Dialect that the metaschema is itself written in: decides how schemas name themselves.</param>
    /// <param name="listed">What <c>$vocabulary</c> lists: URIs, and whether they are required.</param>
    public static Dialect? Create(string uri, Dialect own, IEnumerable<(string Uri, bool IsRequired)> listed)
    {
        var vocabularies = new List<Vocabulary>();
        foreach ((string vocabularyUri, bool isRequired) in listed)
        {
            Vocabulary? known = Array.Find(All, vocabulary => vocabulary.Uri == vocabularyUri);
            if (known is not null)
            {
                vocabularies.Add(known);
            }
            else if (isRequired)
            {
                return null;
            }
        }

        vocabularies.Add(TuningVocabulary.Tuning);
        return new Dialect(uri, uri, own.Identifiers, [.. vocabularies]);
    }
}
