using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Plumbline.Testing;

namespace Plumbline.Package.Tests;

/// <summary>The packages of this checkout, packed once for all tests, and a place outside of the checkout for those who use them.</summary>
public sealed class PackedFeed : IDisposable
{
    private readonly DirectoryInfo _yard = Directory.CreateTempSubdirectory("plumbline-packages-");

    public PackedFeed()
    {
        // What the build of these tests has built: packing collects it.
        string configuration = typeof(PackedFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string[] pack = ["pack", "Schemas.sln", "--no-build", "--no-restore", "-c", configuration, "-m:1", "-v", "q", "-o", Feed];
        CommandLine.Run(Repository.Root, MachinePackages, "dotnet", pack).Succeeded();
        Version = Nuspec("Plumbline").Value("version");
        WriteConfiguration(_yard.FullName, Feed);
    }

    /// <summary>The folder of the packages.</summary>
    public string Feed => Path.Combine(_yard.FullName, "feed");

    /// <summary>The version that all packages have.</summary>
    public string Version { get; }

    /// <summary>The folder into which what is used is unpacked.</summary>
    internal string Packages => Path.Combine(_yard.FullName, "packages");

    /// <summary>The folder of the machine's own packages: parts of the framework that do not come with the SDK.</summary>
    internal static string MachinePackages { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Feed, package));

    internal Metadata Nuspec(string id)
    {
        using ZipArchive archive = Open(Directory.EnumerateFiles(Feed, id + ".?.*.nupkg").Single());
        using Stream stream = archive.GetEntry(id + ".nuspec")!.Open();
        return new Metadata(XDocument.Load(stream).Root!);
    }

    /// <summary>Copies one of the consumers out of the checkout. It sees the feed, and no other source unless one is named.</summary>
    internal string Consumer(string name, string copy, params string[] sources)
    {
        DirectoryInfo folder = _yard.CreateSubdirectory(copy);
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests", "Package", "Consumers", name)))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        WriteConfiguration(folder.FullName, [Feed, .. sources]);
        return folder.FullName;
    }

    internal CommandResult Run(string folder, string command, params string[] arguments) => CommandLine.Run(folder, Packages, command, arguments);

    internal CommandResult Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", [.. arguments, $"-p:PlumblineVersion={Version}"]);

    internal string FolderOf(string name) => _yard.CreateSubdirectory(name).FullName;

    public void Dispose() => _yard.Delete(recursive: true);

    private static void WriteConfiguration(string folder, params string[] sources) =>
        new XDocument(new XElement(
            "configuration",
            new XElement("packageSources", [new XElement("clear"), .. sources.Select((path, at) => Source($"source{at}", path))]),
            new XElement("fallbackPackageFolders", new XElement("clear")),
            new XElement("disabledPackageSources", new XElement("clear")),
            new XElement("packageSourceMapping", new XElement("clear"))))
        .Save(Path.Combine(folder, "nuget.config"));

    private static XElement Source(string key, string path) => new("add", new XAttribute("key", key), new XAttribute("value", path));
}

/// <summary>What a package says of itself.</summary>
internal sealed class Metadata(XElement nuspec)
{
    private IEnumerable<XElement> Named(string name) => nuspec.Descendants().Where(element => element.Name.LocalName == name);

    public string Value(string name) => Named(name).Single().Value;

    public string Attribute(string element, string name) => Named(element).Single().Attribute(name)?.Value ?? "";

    public string[] Dependencies => [.. Named("dependency").Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}")];
}

[CollectionDefinition("packages")]
public sealed class PackageCollection : ICollectionFixture<PackedFeed>;
