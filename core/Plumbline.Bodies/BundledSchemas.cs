using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Bodies;

/// <summary>The schemas of dataset lines and requests that come with the analyzers and the tool. Linked when first asked for.</summary>
public static class BundledSchemas
{
    private const string IdPrefix = "urn:plumbline:";
    private const string RequestFolder = "/requests/";

    private static readonly Lazy<SchemaSet> Files = new(() => SchemaSet.Of(ReadFiles()));
    private static readonly Lazy<ImmutableSortedDictionary<string, SchemaFile>> ByName = new(Index);
    private static readonly ConcurrentDictionary<string, BodySchema?> Linked = new(StringComparer.Ordinal);

    /// <summary>The names, in order: <c>vertex/chat</c>, <c>vertex/tune-chat</c>.</summary>
    public static IEnumerable<string> Names => ByName.Value.Keys;

    /// <summary>What the schemas of requests say of them, in order of their names.</summary>
    internal static IEnumerable<RequestProfile> Requests =>
        ByName.Value.Where(named => IsRequest(named.Value)).Select(named => RequestProfile.Of(named.Key, named.Value.Text.Root)).OfType<RequestProfile>();

    /// <summary>The schema of a name, or null.</summary>
    public static BodySchema? Find(string name) =>
        ByName.Value.TryGetValue(name, out SchemaFile? file) ? Linked.GetOrAdd(name, _ => BodySchema.Compile(name, Files.Value, file, IsRequest(file))) : null;

    /// <summary>The value at a JSON Pointer of the schema file that has an identifier; null where there is none.</summary>
    internal static PositionedValue? ValueAt(string id, params string[] path)
    {
        PositionedValue? value = Files.Value.Files.FirstOrDefault(file => IdOf(file) == id)?.Text.Root;
        foreach (string name in path)
        {
            value = value?.Find(name)?.Value;
        }

        return value;
    }

    private static ImmutableSortedDictionary<string, SchemaFile> Index() => Files.Value.Files
        .Where(file => !IsShared(file) && IdOf(file).StartsWith(IdPrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(file => IdOf(file).Substring(IdPrefix.Length), file => file, StringComparer.Ordinal);

    private static string IdOf(SchemaFile file) => file.Text.Root.Find("$id")?.Value.Text ?? "";

    private static bool IsRequest(SchemaFile file) => file.Name.Contains(RequestFolder);

    // What several schemas share is no format of its own.
    private static bool IsShared(SchemaFile file) => file.Name[file.Name.LastIndexOf('/') + 1] == '_';

    private static IEnumerable<SchemaFile> ReadFiles()
    {
        Assembly assembly = typeof(BundledSchemas).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            var utf8 = new MemoryStream();
            stream.CopyTo(utf8);
            string name = resource.Replace('\\', '/');
            yield return SchemaFile.Parse(name, name, utf8.ToArray());
        }
    }
}
