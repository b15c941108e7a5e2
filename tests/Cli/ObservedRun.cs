using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>A run of the tool, and the assemblies that it had loaded when it ended.</summary>
internal sealed record ObservedRun(ToolResult Result, IReadOnlyList<string> Assemblies)
{
    /// <summary>Environment variable that names the file to which <see cref="StartupHook"/> writes them.</summary>
    public const string Variable = "PLUMBLINE_TEST_ASSEMBLIES";

    /// <summary>Whether the C# compiler was loaded.</summary>
    public bool HasCompiler => Assemblies.Any(name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    /// <summary>Whether the projects that compile schemas, and know where they are kept, were loaded.</summary>
    public bool HasCompilation => Assemblies.Any(name => name is "Plumbline.Compilation" or "Plumbline.Generators");

    /// <summary>Whether lines were judged by a compiled schema.</summary>
    public bool HasCompiledSchema => Assemblies.Any(name => name.StartsWith("Plumbline.Compiled.", StringComparison.Ordinal));

    /// <summary>Runs the tool.</summary>
    public static ObservedRun Of(string[] arguments, byte[]? input = null, params (string Name, string Value)[] environment)
    {
        using var loaded = new TemporaryFile("");
        ToolResult result = Tool.Run(
            arguments, input, [.. environment, ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location), (Variable, loaded.Path)]);
        return new ObservedRun(result, File.ReadAllLines(loaded.Path));
    }
}
