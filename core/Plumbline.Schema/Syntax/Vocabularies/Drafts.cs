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
        CoreVocabulary.Draft201909,
        OldApplicatorVocabulary.Draft201909,
        OldValidationVocabulary.Draft201909,
        AnnotationVocabulary.MetaData201909,
        AnnotationVocabulary.Format201909,
        AnnotationVocabulary.Content201909,
    ];

    // Up to draft 7, $ref stands alone and $id may be an anchor (draft 7, 8.2.3 and 8.3).
    private static readonly IdentifierRules UpTo7 = new() { HasAnchorInId = true, RefHidesSiblings = true };

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

    public static Dialect Create201909() => new(
        "https://json-schema.org/draft/2019-09/schema",
        "2019-09",
        new IdentifierRules(),
        CoreVocabulary.Draft201909,
        OldApplicatorVocabulary.Draft201909,
        OldValidationVocabulary.Draft201909,
        AnnotationVocabulary.MetaData201909,
        AnnotationVocabulary.Format201909,
        AnnotationVocabulary.Content201909,
        TuningVocabulary.Tuning);

    public static Dialect Create7() => new(
        "http://json-schema.org/draft-07/schema#",
        "draft 7",
        UpTo7,
        CoreVocabulary.Draft7,
        OldApplicatorVocabulary.Draft7,
        OldValidationVocabulary.Draft6,
        AnnotationVocabulary.Draft7,
        TuningVocabulary.Tuning);

    public static Dialect Create6() => new(
        "http://json-schema.org/draft-06/schema#",
        "draft 6",
        UpTo7,
        CoreVocabulary.Draft6,
        OldApplicatorVocabulary.Draft6,
        OldValidationVocabulary.Draft6,
        AnnotationVocabulary.Draft6,
        TuningVocabulary.Tuning);

    public static Dialect Create4() => new(
        "http://json-schema.org/draft-04/schema#",
        "draft 4",
        UpTo7 with { IdKeyword = "id", HasBooleanSchemas = false },
        CoreVocabulary.Draft4,
        OldApplicatorVocabulary.Draft4,
        OldValidationVocabulary.Draft4,
        AnnotationVocabulary.Draft4,
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
