using System.Text;
using System.Text.Json;

namespace Plumbline.Tests.Conformance;

/// <summary>One schema of the official suite with its tests.</summary>
/// <param name="File">The file, relative to the draft's folder: <c>optional/bignum.json</c>.</param>
/// <param name="Description">What the suite calls the schema.</param>
/// <param name="Schema">The schema, as written.</param>
/// <param name="Tests">Its tests.</param>
public sealed record SuiteCase(string File, string Description, string Schema, IReadOnlyList<SuiteTest> Tests)
{
    /// <summary>Reads every case below a draft's folder, in order of file name.</summary>
    public static List<SuiteCase> ReadAll(string folder)
    {
        var cases = new List<SuiteCase>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            foreach (JsonElement group in document.RootElement.EnumerateArray())
            {
                cases.Add(new SuiteCase(
                    name,
                    group.GetProperty("description").GetString()!,
                    group.GetProperty("schema").GetRawText(),
                    [.. group.GetProperty("tests").EnumerateArray().Select(test => new SuiteTest(
                        test.GetProperty("description").GetString()!,
                        Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText()),
                        test.GetProperty("valid").GetBoolean()))]));
            }
        }

        return cases;
    }
}

/// <summary>One instance and its verdict.</summary>
public sealed record SuiteTest(string Description, byte[] Data, bool Valid);
