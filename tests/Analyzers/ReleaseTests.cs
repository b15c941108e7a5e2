using Microsoft.CodeAnalysis;
using Plumbline.Analyzers.Bodies;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Testing;

namespace Plumbline.Analyzers.Tests;

/// <summary>The release files name each rule that the compiler can report, once, with the severity that it has.</summary>
public sealed class ReleaseTests
{
    private static readonly string[] Files = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];

    [Fact]
    public void The_analyzers_release_files_name_what_they_can_report() => AssertReleased(
        "analyzers/Plumbline.Analyzers",
        [.. new SchemaFileAnalyzer().SupportedDiagnostics, .. new BodyAnalyzer().SupportedDiagnostics]);

    [Fact]
    public void The_generators_release_files_name_its_family_of_rules() => AssertReleased(
        "generators/Plumbline.Generators",
        Rules.All.Where(rule => rule.Id.StartsWith("PLB2", StringComparison.Ordinal)).Select(rule => $"{rule.Id} | Plumbline | {rule.Severity}"));

    [Fact]
    public void A_descriptor_says_what_the_table_of_rules_says()
    {
        foreach (DiagnosticDescriptor descriptor in new BodyAnalyzer().SupportedDiagnostics)
        {
            Rule rule = Rules.Find(descriptor.Id)!;
            Assert.Equal((rule.Title, rule.HelpPage), (descriptor.Title.ToString(), descriptor.HelpLinkUri));
        }
    }

    private static void AssertReleased(string project, IEnumerable<DiagnosticDescriptor> descriptors) =>
        AssertReleased(project, descriptors.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity}"));

    private static void AssertReleased(string project, IEnumerable<string> table)
    {
        IEnumerable<string> released = Files
            .SelectMany(file => File.ReadLines(Repository.PathOf([.. project.Split('/'), file])))
            .Where(line => line.StartsWith("PLB", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split(" | ").Take(3)))
            .Order(StringComparer.Ordinal);

        Assert.Equal(table.Order(StringComparer.Ordinal), released);
    }
}
