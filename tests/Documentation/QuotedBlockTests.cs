using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>Blocks that say which file they quote (<c>```csharp samples/WebApi/Program.cs</c>): code that is built and run elsewhere.</summary>
public partial class QuotedBlockTests
{
    // The consumers of the packages take the version that was packed.
    private static readonly string Version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    public static TheoryData<string, string> Quotations()
    {
        var quotations = new TheoryData<string, string>();
        foreach (string path in MarkdownPage.All())
        {
            IEnumerable<string> kinds = MarkdownPage.Read(path.Split('/')).Blocks.Select(block => block.Info).Distinct();
            foreach (string info in kinds.Where(info => info.Contains('/', StringComparison.Ordinal) && info.Contains('.', StringComparison.Ordinal)))
            {
                quotations.Add(path, info);
            }
        }

        return quotations;
    }

    [Theory]
    [MemberData(nameof(Quotations))]
    public void A_block_quotes_its_file_line_by_line_and_in_order(string path, string info)
    {
        string[] file = [.. File.ReadLines(Repository.PathOf(info.Split(' ')[1].Split('/')))
            .Select(line => line.Trim().Replace("$(PlumblineVersion)", Version, StringComparison.Ordinal))];
        foreach (CodeBlock block in MarkdownPage.Read(path.Split('/')).Blocks.Where(block => block.Info == info))
        {
            int at = 0;
            foreach (string line in block.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                int found = Array.IndexOf(file, line, at);
                Assert.True(found >= 0, $"{path}: \"{line}\" does not stand in {info.Split(' ')[1]}, or not behind the lines before it");
                at = found + 1;
            }
        }
    }

    [Fact]
    public void A_version_that_a_page_names_is_that_of_the_packages() =>
        Assert.All(
            MarkdownPage.All().Select(path => (path, MarkdownPage.Read(path.Split('/')).Text)),
            page => Assert.All(
                References().Matches(page.Text).Select(match => match.Groups["version"].Value),
                version => Assert.Equal(Version, version)));

    [GeneratedRegex("""Include="Plumbline[A-Za-z.]*" Version="(?<version>[^"]+)" />""", RegexOptions.ExplicitCapture)]
    private static partial Regex References();
}
