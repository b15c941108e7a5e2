using Plumbline.Schema.Syntax.Vocabularies;

namespace Plumbline.Schema.Syntax;

/// <summary>How a dialect says what schemas are and where: what differs between drafts besides their keywords.</summary>
internal sealed record IdentifierRules
{
    /// <summary><c>$id</c>, or <c>id</c> in draft 4.</summary>
    public string IdKeyword { get; init; } = "$id";

    /// <summary>Whether <c>"$id": "#name"</c> is an anchor, as it is up to draft 7.</summary>
    public bool HasAnchorInId { get; init; }

    /// <summary>Whether <c>true</c> and <c>false</c> are schemas, as they are since draft 6.</summary>
    public bool HasBooleanSchemas { get; init; } = true;

    /// <summary>Whether <c>$ref</c> makes the members beside it void, as it does up to draft 7.</summary>
    public bool RefHidesSiblings { get; init; }
}

/// <summary>A dialect of JSON Schema: the keywords that a schema may use. Equal by URI and vocabularies.</summary>
public sealed class Dialect : IEquatable<Dialect>
{
    private readonly Dictionary<string, KeywordDefinition> _keywords = new(StringComparer.Ordinal);
    private readonly string _identity;

    internal Dialect(string uri, string name, IdentifierRules identifiers, params Vocabulary[] vocabularies)
    {
        Uri = uri;
        Name = name;
        Identifiers = identifiers;
        foreach (KeywordDefinition keyword in vocabularies.SelectMany(vocabulary => vocabulary.Keywords))
        {
            _keywords[keyword.Name] = keyword;
        }

        KeywordNames = [.. _keywords.Keys];
        _identity = uri + " " + string.Join(" ", vocabularies.Select(vocabulary => vocabulary.Uri));
    }

    /// <summary>JSON Schema 2020-12, with the tuning vocabulary, as all dialects here have it.</summary>
    public static Dialect Draft202012 { get; } = Drafts.Create202012();

    /// <summary>JSON Schema 2019-09.</summary>
    public static Dialect Draft201909 { get; } = Drafts.Create201909();

    /// <summary>JSON Schema draft 7.</summary>
    public static Dialect Draft7 { get; } = Drafts.Create7();

    /// <summary>JSON Schema draft 6.</summary>
    public static Dialect Draft6 { get; } = Drafts.Create6();

    /// <summary>JSON Schema draft 4.</summary>
    public static Dialect Draft4 { get; } = Drafts.Create4();

    /// <summary>The dialect of schemas that do not say which is theirs.</summary>
    public static Dialect Default => Draft202012;

    /// <summary>The dialects known here, newest first.</summary>
    public static IReadOnlyList<Dialect> Known { get; } = [Draft202012, Draft201909, Draft7, Draft6, Draft4];

    /// <summary>The URI of its metaschema, as <c>$schema</c> names it.</summary>
    public string Uri { get; }

    /// <summary>Its name for people: <c>2020-12</c>, <c>draft 7</c>.</summary>
    public string Name { get; }

    /// <summary>Its keywords, in no order that means anything.</summary>
    public IReadOnlyList<string> KeywordNames { get; }

    internal static IReadOnlyList<string> KnownUris { get; } = [.. Known.Select(dialect => dialect.Uri)];

    internal IdentifierRules Identifiers { get; }

    /// <inheritdoc/>
    public bool Equals(Dialect? other) => other is not null && string.Equals(_identity, other._identity, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dialect);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_identity);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Whether the dialect has a keyword.</summary>
    public bool Knows(string keyword) => _keywords.ContainsKey(keyword);

    /// <summary>The dialect of a <c>$schema</c>, or null; an empty fragment makes no difference.</summary>
    public static Dialect? FindKnown(string uri) =>
        Known.FirstOrDefault(dialect => string.Equals(dialect.Uri.TrimEnd('#'), uri.TrimEnd('#'), StringComparison.Ordinal));

    internal KeywordDefinition? Find(string keyword) => _keywords.TryGetValue(keyword, out KeywordDefinition? known) ? known : null;
}
