using Plumbline.Testing;

namespace Plumbline.Architecture.Tests;

/// <summary>Who may know whom: the table of docs/architecture.md, held against the metadata of what was built.</summary>
public class HouseRulesTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Plumbline.Assertions"] = [],
        ["Plumbline.Schema"] = ["Plumbline.Assertions"],
        ["Plumbline.Bodies"] = ["Plumbline.Assertions", "Plumbline.Schema"],
        ["Plumbline.Runtime"] = ["Plumbline.Assertions"],
        ["Plumbline.Tokenizers"] = ["Plumbline.Assertions", "Plumbline.Runtime"],
        ["Plumbline.Generators"] = ["Plumbline.Assertions", "Plumbline.Schema"],
        ["Plumbline.Analyzers"] = ["Plumbline.Assertions", "Plumbline.Schema", "Plumbline.Bodies"],
        ["Plumbline.CodeFixes"] = ["Plumbline.Assertions", "Plumbline.Schema", "Plumbline.Bodies", "Plumbline.Analyzers"],
        ["Plumbline.Schemas"] = ["Plumbline.Assertions", "Plumbline.Runtime"],
        ["Plumbline.Compilation"] = ["Plumbline.Assertions", "Plumbline.Schema", "Plumbline.Runtime", "Plumbline.Generators"],
        ["plumbline"] =
        [
            "Plumbline.Assertions", "Plumbline.Schema", "Plumbline.Bodies", "Plumbline.Runtime",
            "Plumbline.Schemas", "Plumbline.Tokenizers", "Plumbline.Compilation",
        ],
    };

    private static readonly string[] WithoutInputOutput =
        ["Plumbline.Assertions", "Plumbline.Schema", "Plumbline.Bodies", "Plumbline.Generators", "Plumbline.Analyzers"];

    private static readonly string[] InputOutput =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Net.Http.HttpClient", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.Sockets.Socket",
        "System.Diagnostics.Process", "System.Environment",
    ];

    public static TheoryData<string> Built() => [.. MayKnow.Keys.Where(IsBuilt)];

    [Theory]
    [MemberData(nameof(Built))]
    public void An_assembly_refers_only_to_those_that_it_may_know(string name)
    {
        IEnumerable<string> known = AssemblyFacts.Read(name).Assemblies.Where(other => other.StartsWith("Plumbline.", StringComparison.Ordinal));
        Assert.Empty(known.Except(MayKnow[name]));
    }

    [Theory]
    [InlineData("Plumbline.Assertions")]
    [InlineData("Plumbline.Schema")]
    [InlineData("Plumbline.Runtime")]
    [InlineData("Plumbline.Schemas")]
    [InlineData("plumbline")]
    public void The_compiler_is_known_only_where_code_is_compiled(string name) =>
        Assert.DoesNotContain(AssemblyFacts.Read(name).Assemblies, other => other.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    [Theory]
    [InlineData("Plumbline.Generators")]
    [InlineData("Plumbline.Analyzers")]
    public void Workspaces_and_the_hosts_json_reader_stay_out_of_the_compiler(string name)
    {
        IReadOnlySet<string> assemblies = AssemblyFacts.Read(name).Assemblies;
        Assert.DoesNotContain(assemblies, other => other.Contains("Workspaces", StringComparison.Ordinal));
        Assert.DoesNotContain("System.Text.Json", assemblies);
    }

    [Fact]
    public void Core_generators_and_analyzers_touch_neither_files_nor_the_network()
    {
        string[] uses = [.. WithoutInputOutput.SelectMany(name => AssemblyFacts.Read(name).Types.Intersect(InputOutput).Select(type => $"{name} uses {type}"))];
        Assert.Empty(uses);
    }

    [Fact]
    public void Every_production_project_has_a_row_in_the_table()
    {
        string[] folders = ["core", "runtime", "generators", "analyzers", "schemas", "cli"];
        IEnumerable<string> projects = folders
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetFileNameWithoutExtension(path));

        // The command is built as `plumbline`; the adapter to Microsoft.ML.Tokenizers stands outside the solution, where that package is.
        Assert.Empty(projects.Except(MayKnow.Keys).Except(["Plumbline.Cli", "Plumbline.Tokenizers.MicrosoftML"]));
    }

    [Fact]
    public void No_file_is_compiled_into_two_projects()
    {
        IEnumerable<string> linked = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("<Compile Include=\"..", StringComparison.Ordinal));
        Assert.Empty(linked);
    }

    private static bool IsBuilt(string name) => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
