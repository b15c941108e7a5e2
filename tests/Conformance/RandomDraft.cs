namespace Plumbline.Tests.Conformance;

/// <summary>How a draft writes what random schemas need.</summary>
/// <param name="Year">4, 6, 7, 2019 or 2020.</param>
/// <param name="Uri">Its <c>$schema</c>.</param>
/// <param name="Share">How often it is taken, against the others.</param>
internal sealed record RandomDraft(int Year, string Uri, int Share)
{
    public static readonly RandomDraft[] All =
    [
        new(2020, "https://json-schema.org/draft/2020-12/schema", 6),
        new(2019, "https://json-schema.org/draft/2019-09/schema", 3),
        new(7, "http://json-schema.org/draft-07/schema#", 1),
        new(6, "http://json-schema.org/draft-06/schema#", 1),
        new(4, "http://json-schema.org/draft-04/schema#", 1),
    ];

    private const string BaseUri = "http://random.example/";

    /// <summary>The schema that everything matches.</summary>
    public string Always => Year == 4 ? "{}" : "true";

    /// <summary>The schema that nothing matches.</summary>
    public string Never => Year == 4 ? "{\"not\":{}}" : "false";

    /// <summary>The keyword that holds definitions.</summary>
    public string Definitions => Year > 7 ? "$defs" : "definitions";

    /// <summary>What references may say.</summary>
    public IEnumerable<string> Targets =>
        ["#", "root.json", $"root.json#/{Definitions}/d0", $"root.json#/{Definitions}/d1",
            "root.json#node", "other.json", $"other.json#/{Definitions}/d2", "other.json#node", "#node"];

    private string Id => Year == 4 ? "id" : "$id";

    /// <summary>The members that begin a resource.</summary>
    public string Root(string file) => $"\"{Id}\":\"{BaseUri}{file}\"" + (Year == 2019 ? ",\"$recursiveAnchor\":true" : "");

    /// <summary>The member that names a schema <c>node</c>.</summary>
    public string Anchor(bool isDynamic) => Year switch
    {
        2020 when isDynamic => "\"$dynamicAnchor\":\"node\"",
        2020 or 2019 => "\"$anchor\":\"node\"",
        _ => $"\"{Id}\":\"#node\"",
    };
}
