using System.Collections.Immutable;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>The schemas of one file, or of a part of it.</summary>
/// <param name="Root">The schema at the top.</param>
/// <param name="Schemas">All of them, in document order.</param>
/// <param name="Resources">Those with a URI of their own.</param>
/// <param name="DialectsAsked">What each <c>$schema</c> was taken for.</param>
internal sealed record SchemaDocument(
    SchemaSyntax Root,
    ImmutableArray<SchemaSyntax> Schemas,
    ImmutableArray<SchemaResource> Resources,
    IReadOnlyDictionary<string, Dialect?> DialectsAsked)
{
    private readonly Dictionary<PositionedValue, SchemaSyntax> _byValue = Schemas.ToDictionary(schema => schema.Value);

    /// <summary>The schema whose text a value is, or null where the value is none.</summary>
    public SchemaSyntax? SchemaAt(PositionedValue value) => _byValue.TryGetValue(value, out SchemaSyntax? schema) ? schema : null;
}
