using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>Every limit of a bundled format says where it comes from, and stands on the format's page.</summary>
public class SourceTests
{
    private static readonly string[] Limits =
        ["enum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "x-maxTokens",
            "x-minTokens", "x-alternates", "x-links", "x-maxCount", "x-equalCounts", "x-dataset"];

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("schemas"))
            .Where(folder => Path.GetFileName(folder) is not ("meta" or "Plumbline.Schemas"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.schema.json"))
            .Select(path => Path.GetRelativePath(Repository.PathOf("schemas"), path).Replace('\\', '/'))];

    public static TheoryData<string> Formats() => [.. SchemaFiles.OfFormats().Select(file => file.Format)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_limit_has_a_source_beside_it(string file)
    {
        List<string> unsourced = [];
        Walk(SchemaFiles.Read(Repository.PathOf(["schemas", .. file.Split('/')])), "", isSourced: false, unsourced);
        Assert.Empty(unsourced);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_token_limit_stands_on_the_page(string name)
    {
        string page = MarkdownPage.Read("docs", "formats", SchemaFiles.PageOf(name) + ".md").Text;
        foreach (long limit in TokenLimits(SchemaFiles.Read(SchemaFiles.OfFormats().Single(file => file.Format == name).Path)))
        {
            Assert.Contains($"{limit:N0} tokens", page, StringComparison.Ordinal);
        }
    }

    // The source of an advice stands at the top of its schema and holds for all of it.
    private static void Walk(JsonElement schema, string pointer, bool isSourced, List<string> unsourced)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (!isSourced && !schema.TryGetProperty("x-source", out _))
        {
            unsourced.AddRange(Limits.Where(limit => schema.TryGetProperty(limit, out _)).Select(limit => $"{pointer}/{limit}"));
        }

        foreach (JsonProperty member in schema.EnumerateObject())
        {
            string place = $"{pointer}/{member.Name}";
            if (member.Name is "properties" or "$defs")
            {
                member.Value.EnumerateObject().ToList().ForEach(named => Walk(named.Value, $"{place}/{named.Name}", isSourced, unsourced));
            }
            else if (member.Name is "items" or "if" or "then" or "else" or "not")
            {
                // What is not allowed has its source beside the "not".
                Walk(member.Value, place, isSourced || (member.Name == "not" && schema.TryGetProperty("x-source", out _)), unsourced);
            }
            else if (member.Name == "x-advice")
            {
                foreach (JsonElement advice in member.Value.EnumerateArray())
                {
                    JsonElement inner = advice.GetProperty("schema");
                    Walk(inner, place, inner.TryGetProperty("x-source", out _), unsourced);
                }
            }
        }
    }

    private static IEnumerable<long> TokenLimits(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member is { Name: "x-maxTokens", Value.ValueKind: JsonValueKind.Number }
            ? [member.Value.GetInt64()]
            : member is { Name: "x-maxTokens", Value.ValueKind: JsonValueKind.Object }
                ? [member.Value.GetProperty("limit").GetInt64()]
                : TokenLimits(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TokenLimits),
        _ => [],
    };
}
