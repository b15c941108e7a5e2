using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Package.Tests;

/// <summary>Projects outside of the checkout that have nothing but the packages.</summary>
[Collection("packages")]
public partial class ConsumerTests(PackedFeed feed)
{
    private static readonly string[] WhatTheProgramPrints =
    [
        "parsed: 1 High delivery",
        """written: {"id":1,"priority":"high","tags":["delivery"],"hours":1.5}""",
        "1:8 PLB4040 expected a number of at least 1, found the number 0",
        """1:23 PLB4002 expected "low", "medium" or "high", found "hihg"; did you mean "high"?""",
        "valid: False",
        """serialized: {"id":1,"priority":"high","tags":["delivery"]}""",
        "reflection: False",
        "0:0 PLB5020 expected at least 10 examples, found 1 example",
        "dataset: 1 line, 1 errors",
        "tokens: 5",
    ];

    [Fact]
    public void A_strict_project_with_reflection_switched_off_uses_a_generated_type_a_bundled_format_and_a_tokenizer()
    {
        string folder = feed.Consumer("Program", "program");
        Assert.Equal(WhatTheProgramPrints, Lines(feed.Dotnet(folder, "run", "-c", "Release").Succeeded()));
    }

    [Fact]
    public void Mistakes_are_told_at_their_line_and_column_and_cost_no_other_schema_its_types()
    {
        string folder = feed.Consumer("Mistakes", "mistakes");
        CommandResult build = feed.Dotnet(folder, "build", "-v", "q");
        Assert.Equal(1, build.ExitCode);
        Assert.Equal(
            [
                "Code.cs(6,32): error PLB4002",
                "job.json(11,22): error PLB4001",
                "wrong.schema.json(4,46): error PLB1003",
            ],
            Diagnostics().Matches(build.Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_trimmed_program_is_published_without_a_warning_and_does_the_same()
    {
        string runtime = RuntimeInformation.RuntimeIdentifier;
        string[] parts = ["microsoft.net.illink.tasks", $"microsoft.netcore.app.runtime.{runtime}"];
        string? missing = parts.FirstOrDefault(part => !Directory.Exists(Path.Combine(PackedFeed.MachinePackages, part, Environment.Version.ToString())));
        if (missing is not null)
        {
            Console.WriteLine(
                $"missing: {missing} {Environment.Version} (publish a project with -p:PublishTrimmed=true once); the test of trimming did not run");
            return;
        }

        string folder = feed.Consumer("Program", "trimmed", PackedFeed.MachinePackages);
        string output = feed.Dotnet(folder, "publish", "-c", "Release", "-r", runtime, "-p:PublishTrimmed=true", "-o", Path.Combine(folder, "out")).Succeeded();
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Optimizing assemblies for size", output, StringComparison.Ordinal);
        Assert.Equal(WhatTheProgramPrints, Lines(feed.Run(folder, Path.Combine(folder, "out", "Consumer")).Succeeded()));
    }

    [Fact]
    public void The_tool_is_installed_and_checks_a_dataset()
    {
        string folder = feed.FolderOf("tool");
        feed.Run(folder, "dotnet", "tool", "install", "Plumbline.Tool", "--version", feed.Version, "--tool-path", "bin").Succeeded();
        string plumbline = Path.Combine(folder, "bin", "plumbline");
        Assert.StartsWith(feed.Version, feed.Run(folder, plumbline, "--version").Succeeded(), StringComparison.Ordinal);
        string sample = Repository.PathOf("samples", "broken", "tickets.jsonl");
        string schema = Repository.PathOf("samples", "schemas", "ticket.schema.json");
        CommandResult checkedSample = feed.Run(folder, plumbline, "validate", sample, "--schema", schema, "--report", "concise");
        Assert.Equal(1, checkedSample.ExitCode);
        Assert.Contains(
            """tickets.jsonl:1:23: error PLB4002 enum: expected "low", "medium" or "high", found "hihg";""", checkedSample.Output, StringComparison.Ordinal);
    }

    private static string[] Lines(string output) => output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    [GeneratedRegex("""[A-Za-z.]+\(\d+,\d+\): (error|warning) [A-Z]+\d+""", RegexOptions.ExplicitCapture)]
    private static partial Regex Diagnostics();
}
