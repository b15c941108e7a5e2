using Plumbline.Testing;

namespace Plumbline.Analyzers.Tests;

/// <summary>The release files name each rule that the compiler can report, once, with the severity that it has.</summary>
public sealed class ReleaseTests
{
    private static readonly string[] Files = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];

    [Theory]
    [InlineData("analyzers/Plumbline.Analyzers", "PLB1", "Plumbline.Schemas")]
    [InlineData("generators/Plumbline.Generators", "PLB2", "Plumbline")]
    public void Release_files_and_the_table_of_rules_name_the_same(string project, string family, string category)
    {
        IEnumerable<string> table = Rules.All
            .Where(rule => rule.Id.StartsWith(family, StringComparison.Ordinal))
            .Select(rule => $"{rule.Id} | {category} | {rule.Severity}");

        IEnumerable<string> released = Files
            .SelectMany(file => File.ReadLines(Repository.PathOf([.. project.Split('/'), file])))
            .Where(line => line.StartsWith("PLB", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split(" | ").Take(3)))
            .Order(StringComparer.Ordinal);

        Assert.Equal(table, released);
    }
}
