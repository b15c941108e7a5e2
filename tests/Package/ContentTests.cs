using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Plumbline.Testing;

namespace Plumbline.Package.Tests;

/// <summary>What is in the packages, and what they say of themselves.</summary>
[Collection("packages")]
public class ContentTests(PackedFeed feed)
{
    private static readonly string[] Described = ["README.md", "THIRD-PARTY-NOTICES.md", "icon.png"];

    // What every host of analyzers has loaded: the compiler's own assemblies, and what the compiler of netstandard2.0 brings along.
    private static readonly string[] OfTheCompiler =
    [
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "System.Buffers",
        "System.Runtime.CompilerServices.Unsafe", "System.Numerics.Vectors", "System.Reflection.Metadata",
        "System.Threading.Tasks.Extensions", "System.Text.Encoding.CodePages",
    ];

    // What editors have besides, where code fixes run.
    private static readonly string[] OfEditors =
        ["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel"];

    [Fact]
    public void Packing_the_solution_makes_three_packages_and_the_symbols_of_two()
    {
        string[] names = ["Plumbline.nupkg", "Plumbline.snupkg", "Plumbline.Tokenizers.nupkg", "Plumbline.Tokenizers.snupkg", "Plumbline.Tool.nupkg"];
        string[] expected = [.. names
            .Select(name => name.Insert(name.LastIndexOf('.'), "." + feed.Version)).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, Directory.EnumerateFiles(feed.Feed).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plumbline_holds_the_runtime_the_formats_the_generator_the_analyzers_and_the_code_fixes() => AssertFiles(
        $"Plumbline.{feed.Version}.nupkg",
        [
            .. Described,
            "analyzers/dotnet/cs/Plumbline.Analyzers.dll", "analyzers/dotnet/cs/Plumbline.Assertions.dll", "analyzers/dotnet/cs/Plumbline.Bodies.dll",
            "analyzers/dotnet/cs/Plumbline.Generators.dll", "analyzers/dotnet/cs/Plumbline.Schema.dll",
            "analyzers/dotnet/roslyn4.14/cs/Plumbline.CodeFixes.dll",
            "buildTransitive/Plumbline.props", "buildTransitive/Plumbline.targets",
            "lib/net10.0/Plumbline.Assertions.dll", "lib/net10.0/Plumbline.Assertions.xml", "lib/net10.0/Plumbline.Runtime.dll",
            "lib/net10.0/Plumbline.Runtime.xml",
            "lib/net10.0/Plumbline.Schemas.dll", "lib/net10.0/Plumbline.Schemas.xml",
        ]);

    [Fact]
    public void Plumbline_Tokenizers_holds_one_assembly_and_depends_on_Plumbline()
    {
        AssertFiles(
            $"Plumbline.Tokenizers.{feed.Version}.nupkg", [.. Described, "lib/net10.0/Plumbline.Tokenizers.dll", "lib/net10.0/Plumbline.Tokenizers.xml"]);
        Assert.Equal([$"Plumbline {feed.Version}"], feed.Nuspec("Plumbline.Tokenizers").Dependencies);
        Assert.Empty(feed.Nuspec("Plumbline").Dependencies);
        Assert.Empty(feed.Nuspec("Plumbline.Tool").Dependencies);
    }

    [Theory]
    [InlineData("Plumbline")]
    [InlineData("Plumbline.Tokenizers")]
    public void Every_assembly_has_its_symbols_at_the_same_place(string id)
    {
        using ZipArchive package = feed.Open($"{id}.{feed.Version}.nupkg");
        string[] symbols = [.. package.Entries.Select(entry => entry.FullName)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal))
            .Select(name => Path.ChangeExtension(name, ".pdb"))];
        Assert.NotEmpty(symbols);
        AssertFiles($"{id}.{feed.Version}.snupkg", symbols);
    }

    [Theory]
    [InlineData("Plumbline", "packaging/Plumbline")]
    [InlineData("Plumbline.Tokenizers", "packaging/Plumbline.Tokenizers")]
    [InlineData("Plumbline.Tool", "packaging/Plumbline.Tool")]
    public void A_package_says_what_it_is_under_which_licence_and_of_which_commit(string id, string folder)
    {
        Metadata nuspec = feed.Nuspec(id);
        Assert.Equal(feed.Version, nuspec.Value("version"));
        Assert.Equal("MIT", nuspec.Value("license"));
        Assert.Equal("README.md", nuspec.Value("readme"));
        Assert.Equal("icon.png", nuspec.Value("icon"));
        Assert.Matches("^[0-9a-f]{40}$", nuspec.Attribute("repository", "commit"));
        Assert.Matches("^$|^https://", nuspec.Attribute("repository", "url"));
        Assert.InRange(nuspec.Value("description").Length, 40, 300);
        using ZipArchive package = feed.Open($"{id}.{feed.Version}.nupkg");
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.Equal(File.ReadAllText(Repository.PathOf([.. folder.Split('/'), "README.md"])), readme.ReadToEnd());
    }

    [Fact]
    public void The_compiler_and_the_editor_have_what_the_analyzers_refer_to()
    {
        using ZipArchive package = feed.Open($"Plumbline.{feed.Version}.nupkg");
        string[] packed = [.. package.Entries
            .Where(entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal))
            .Select(entry => Path.GetFileNameWithoutExtension(entry.Name))];
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            bool isForEditors = entry.FullName.Contains("/roslyn", StringComparison.Ordinal);
            string[] known = [.. packed, .. OfTheCompiler, .. isForEditors ? OfEditors : []];
            using PEReader assembly = Read(entry);
            MetadataReader metadata = assembly.GetMetadataReader();
            IEnumerable<string> wanted = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
            Assert.Empty(wanted.Except(known).Select(missing => $"{entry.FullName} refers to {missing}"));
        }
    }

    [Theory]
    [InlineData("Plumbline")]
    [InlineData("Plumbline.Tokenizers")]
    [InlineData("Plumbline.Tool")]
    public void Every_assembly_of_ours_is_compiled_so_that_the_same_sources_give_the_same_bytes(string id)
    {
        using ZipArchive package = feed.Open($"{id}.{feed.Version}.nupkg");
        ZipArchiveEntry[] ours = [.. package.Entries
            .Where(entry => entry.Name.StartsWith("Plumbline.", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))];
        Assert.NotEmpty(ours);
        Assert.All(ours, entry =>
        {
            using PEReader assembly = Read(entry);
            Assert.Contains(assembly.ReadDebugDirectory(), part => part.Type == DebugDirectoryEntryType.Reproducible);
        });
    }

    [Fact]
    public void A_library_of_others_in_the_tool_is_named_in_the_notices()
    {
        using ZipArchive package = feed.Open($"Plumbline.Tool.{feed.Version}.nupkg");
        using var notices = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.md")!.Open());
        string text = notices.ReadToEnd();
        string[] others = [.. package.Entries.Select(entry => entry.Name)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal) && !name.StartsWith("plumbline", StringComparison.OrdinalIgnoreCase))];
        Assert.NotEmpty(others);
        Assert.All(others, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    private static PEReader Read(ZipArchiveEntry entry)
    {
        var copy = new MemoryStream();
        using Stream stream = entry.Open();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }

    // Without what the format of packages asks for.
    private void AssertFiles(string package, params string[] expected)
    {
        using ZipArchive archive = feed.Open(package);
        IEnumerable<string> found = archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && !name.EndsWith(".nuspec", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }
}
