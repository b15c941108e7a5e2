using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Commands;

/// <summary>A body that the command line names: its text, the request that it is, and the URL that it goes to.</summary>
/// <param name="Path">The file, as reports name it.</param>
/// <param name="Text">The body.</param>
/// <param name="Schema">The request.</param>
/// <param name="Url">The URL, or null.</param>
internal sealed record RequestBody(string Path, PositionedText Text, BodySchema Schema, RequestUrl? Url)
{
    private const string StandardInput = "-";

    /// <summary>Reads a body and finds out which request it is.</summary>
    /// <exception cref="UsageException">There is no such request, no such kind of URL, or nothing says which request it is.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RequestBody Open(string path, string? kind, string? url)
    {
        RequestUrl? address = url is null ? null : RequestUrl.Parse(url)
            ?? throw new UsageException($"--url {url} is none of the services' URLs: {string.Join(", ", RequestKind.Urls)}");
        BodySchema? named = kind is null ? null : Find(kind);
        byte[] bytes = path == StandardInput ? ReadAll(Console.OpenStandardInput()) : File.ReadAllBytes(path);
        PositionedText text = PositionedText.Parse(bytes);
        string? told = address is null ? RequestKind.OfBody(text) : RequestKind.Of(address, text);
        BodySchema schema = named ?? (told is null ? null : Find(told))
            ?? throw new UsageException($"cannot tell which request {Shown(path)} is: say --kind NAME; there are {string.Join(", ", Names)}");
        return new RequestBody(Shown(path), text, schema, address);
    }

    /// <summary>A body that could not be read, in words.</summary>
    public static string Reason(string path, Exception fault) => fault switch
    {
        _ when Directory.Exists(path) => "it is a folder",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => fault.Message,
    };

    private static IEnumerable<string> Names => BundledSchemas.Names.Where(name => BundledSchemas.Find(name) is { IsRequest: true });

    private static BodySchema Find(string name)
    {
        if (BundledSchemas.Find(name) is { IsRequest: true } schema)
        {
            return schema;
        }

        string[] names = [.. Names];
        string? meant = NearestName.Find(name, names) ?? Array.Find(names, known => known.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));
        throw new UsageException($"unknown request \"{name}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}; there are {string.Join(", ", names)}");
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static string Shown(string path) => path == StandardInput ? "stdin" : path;
}
