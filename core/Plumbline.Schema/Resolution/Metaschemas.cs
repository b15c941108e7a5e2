using System.Collections.Concurrent;
using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>The metaschemas of the known dialects, built in: references to them resolve without a file and without a network.</summary>
/// <remarks>The texts are this project's own, written after the specifications. What other schemas refer to by name (<c>definitions/nonNegativeInteger</c>,
/// <c>$dynamicAnchor: meta</c>, the URIs of the vocabularies) has the published names.</remarks>
internal static class Metaschemas
{
    private static readonly Dictionary<string, string> Resources = new(StringComparer.Ordinal)
    {
        ["http://json-schema.org/draft-04/schema"] = "draft-04.schema",
        ["http://json-schema.org/draft-06/schema"] = "draft-06.schema",
        ["http://json-schema.org/draft-07/schema"] = "draft-07.schema",
        ["https://json-schema.org/draft/2019-09/schema"] = "2019-09.schema",
        ["https://json-schema.org/draft/2019-09/meta/core"] = "2019-09.core",
        ["https://json-schema.org/draft/2019-09/meta/applicator"] = "2019-09.applicator",
        ["https://json-schema.org/draft/2019-09/meta/validation"] = "2019-09.validation",
        ["https://json-schema.org/draft/2019-09/meta/meta-data"] = "2019-09.meta-data",
        ["https://json-schema.org/draft/2019-09/meta/format"] = "2019-09.format",
        ["https://json-schema.org/draft/2019-09/meta/content"] = "2019-09.content",
        ["https://json-schema.org/draft/2020-12/schema"] = "2020-12.schema",
        ["https://json-schema.org/draft/2020-12/meta/core"] = "2020-12.core",
        ["https://json-schema.org/draft/2020-12/meta/applicator"] = "2020-12.applicator",
        ["https://json-schema.org/draft/2020-12/meta/unevaluated"] = "2020-12.unevaluated",
        ["https://json-schema.org/draft/2020-12/meta/validation"] = "2020-12.validation",
        ["https://json-schema.org/draft/2020-12/meta/meta-data"] = "2020-12.meta-data",
        ["https://json-schema.org/draft/2020-12/meta/format-annotation"] = "2020-12.format-annotation",
        ["https://json-schema.org/draft/2020-12/meta/format-assertion"] = "2020-12.format-assertion",
        ["https://json-schema.org/draft/2020-12/meta/content"] = "2020-12.content",
    };

    private static readonly ConcurrentDictionary<string, SchemaFile> Parsed = new(StringComparer.Ordinal);

    /// <summary>The URIs that have a metaschema.</summary>
    public static IReadOnlyCollection<string> Uris => Resources.Keys;

    /// <summary>The metaschema of a URI (without fragment), or null.</summary>
    public static SchemaFile? Find(string uri) => Resources.ContainsKey(uri) ? Parsed.GetOrAdd(uri, Parse) : null;

    private static SchemaFile Parse(string uri)
    {
        string name = $"metaschemas/{Resources[uri]}.json";
        using Stream stream = typeof(Metaschemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        var utf8 = new MemoryStream();
        stream.CopyTo(utf8);
        return SchemaFile.Parse(uri, uri, utf8.ToArray(), uri);
    }
}
