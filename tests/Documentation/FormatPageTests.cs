using System.Globalization;
using Plumbline.Schemas;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The pages of docs/formats, held against the formats that are compiled in.</summary>
public class FormatPageTests
{
    public static TheoryData<string> Formats() => [.. BundledFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_page_states_every_bound_and_model_of_its_format(string name)
    {
        string text = Page(name).Text;
        DatasetRules rules = BundledFormats.Find(name)!.Validator.Dataset!;
        DatasetBound?[] bounds = [rules.MinExamples, rules.MaxExamples, rules.RecommendedExamples, rules.MinEvaluation, rules.MaxEvaluation];
        foreach (long limit in bounds.OfType<DatasetBound>().Select(bound => bound.Limit).Concat(rules.Totals.Select(total => total.Max)))
        {
            Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        }

        Assert.All(rules.Models, model => Assert.Contains(model.Name, text, StringComparison.Ordinal));
        Assert.True(
            rules.HasEvaluation != text.Contains("`--evaluation` is refused", StringComparison.Ordinal),
            $"the page of {name} says \"`--evaluation` is refused\" where x-dataset has no evaluation, and only there");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_example_of_a_page_is_valid(string name)
    {
        string line = Page(name).Block($"jsonl {name}");
        Assert.True(BundledFormats.Find(name)!.Validator.IsValid(System.Text.Encoding.UTF8.GetBytes(line)), line);
    }

    [Fact]
    public void Every_schema_file_is_a_bundled_format_with_a_page_and_a_sample()
    {
        string[] names = [.. SchemaFiles.OfFormats().Select(file => file.Format)];
        Assert.Equal(names.Order(StringComparer.Ordinal), BundledFormats.All.Select(format => format.Name).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.True(File.Exists(DatasetSample.PathOf(name)), name));
        string index = MarkdownPage.Read("docs", "formats", "README.md").Text;
        Assert.All(names, name => Assert.Contains($"| [{name}]({SchemaFiles.PageOf(name)}.md) |", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_says_where_it_stands_in_its_life(string name)
    {
        LifeCycle lifeCycle = BundledFormats.Find(name)!.Validator.LifeCycle!;
        Assert.Contains($"| [{name}]({SchemaFiles.PageOf(name)}.md) | {lifeCycle.Words} |",
            MarkdownPage.Read("docs", "formats", "README.md").Text, StringComparison.Ordinal);
        Assert.True(lifeCycle.Successor is not { } successor || BundledFormats.Find(successor) is not null, lifeCycle.Successor);
    }

    private static MarkdownPage Page(string name) => MarkdownPage.Read("docs", "formats", SchemaFiles.PageOf(name) + ".md");
}
