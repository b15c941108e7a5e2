using System.Diagnostics;
using Plumbline.Testing;

namespace Plumbline.Analyzers.Tests;

/// <summary>The sample project, built as its users build theirs: what <c>dotnet build</c> prints is what its README says.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Repository.PathOf("samples", "Consumer");

    [Fact]
    public async Task The_build_tells_each_mistake_at_its_line_and_column()
    {
        string[] published =
        [
            .. (await File.ReadAllLinesAsync(Path.Combine(Folder, "README.md")))
                .Where(line => line.Contains(": error PLB", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

        string output = await Build();

        string[] told =
        [
            .. output.Split('\n')
                .Where(line => line.Contains(": error ", StringComparison.Ordinal))
                .Select(WithoutPathAndLink)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(published.SequenceEqual(told), $"samples/Consumer/README.md should list:\n\n{string.Join('\n', told)}\n\n{output}");
    }

    // /…/Consumer/File.cs(1,2): error PLB4001: sentence (page) [/…/Consumer.csproj]
    private static string WithoutPathAndLink(string line)
    {
        int name = line.LastIndexOf(Path.DirectorySeparatorChar, line.IndexOf('(', StringComparison.Ordinal)) + 1;
        string told = line[name..line.LastIndexOf(" [", StringComparison.Ordinal)];
        return told.EndsWith(".md)", StringComparison.Ordinal) ? told[..told.LastIndexOf(" (", StringComparison.Ordinal)] : told;
    }

    private static async Task<string> Build()
    {
        // What the sample refers to was built with this test.
        bool isRelease = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            ArgumentList = { "build", "-c", isRelease ? "Release" : "Debug", "-nologo", "-v", "quiet", "-nodeReuse:false", "-p:BuildProjectReferences=false" },
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" },
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        return output.ReplaceLineEndings("\n");
    }
}
