using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The schema files of dataset formats.</summary>
internal static class SchemaFiles
{
    /// <summary>Every one, with the format's name. Those whose name begins with an underscore lend their schemas to others.</summary>
    public static IEnumerable<(string Path, string Format)> OfFormats() =>
        from folder in Directory.EnumerateDirectories(Repository.PathOf("schemas")).Order(StringComparer.Ordinal)
        where Path.GetFileName(folder) is not ("meta" or "Plumbline.Schemas")
        from path in Directory.EnumerateFiles(folder, "*.schema.json").Order(StringComparer.Ordinal)
        where Path.GetFileName(path)[0] != '_'
        select (path, Read(path).GetProperty("$id").GetString()!["urn:plumbline:".Length..]);

    /// <summary>Name of the page that describes a format: one of its own for those of vertex, one a provider for the others.</summary>
    public static string PageOf(string format) =>
        format.StartsWith("vertex/", StringComparison.Ordinal) ? format.Replace('/', '-')
        : format.Contains('/', StringComparison.Ordinal) ? format[..format.IndexOf('/', StringComparison.Ordinal)]
        : "open";

    /// <summary>A schema.</summary>
    public static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
