using System.Collections.Immutable;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;

namespace Plumbline.Schema.Syntax;

/// <summary>A schema in a file: its keywords, not yet linked.</summary>
internal sealed class SchemaSyntax(SchemaFile file, PositionedValue value, string pointer, SchemaResource resource, Dialect dialect)
{
    /// <summary>The file that it stands in.</summary>
    public SchemaFile File => file;

    /// <summary>Its text.</summary>
    public PositionedValue Value => value;

    /// <summary>Its JSON Pointer in the file.</summary>
    public string Pointer => pointer;

    /// <summary>The resource that it belongs to; decides its base URI.</summary>
    public SchemaResource Resource => resource;

    /// <summary>The dialect that it is written in.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Its known keywords with values of the right shape, in document order.</summary>
    public ImmutableArray<KeywordSyntax> Keywords { get; internal set; } = ImmutableArray<KeywordSyntax>.Empty;

    /// <summary>What is wrong with it; not what is wrong with the schemas inside it.</summary>
    public ImmutableArray<SchemaDiagnostic> Diagnostics { get; internal set; } = ImmutableArray<SchemaDiagnostic>.Empty;

    /// <summary>A keyword of the right shape, or null.</summary>
    public KeywordSyntax? Find(string keyword)
    {
        foreach (KeywordSyntax candidate in Keywords)
        {
            if (string.Equals(candidate.Name, keyword, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A schema resource: a schema with a URI of its own, and the anchors in it.</summary>
internal sealed class SchemaResource(SchemaFile file, UriReference baseUri)
{
    /// <summary>The file that it stands in.</summary>
    public SchemaFile File => file;

    /// <summary>Its absolute URI, without fragment.</summary>
    public UriReference BaseUri => baseUri;

    /// <summary>Its root schema.</summary>
    public SchemaSyntax Root { get; internal set; } = null!;

    /// <summary>Schemas by the plain names that fragments can have.</summary>
    public Dictionary<string, SchemaSyntax> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of <see cref="Anchors"/> that a dynamic scope can override; the empty name stands for <c>$recursiveAnchor</c>.</summary>
    public Dictionary<string, SchemaSyntax> DynamicAnchors { get; } = new(StringComparer.Ordinal);
}
