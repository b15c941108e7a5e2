namespace Plumbline.Documentation.Tests;

/// <summary>Links between the pages.</summary>
public class LinkTests
{
    public static TheoryData<string> Pages() => [.. MarkdownPage.All()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file_and_a_heading_that_exist(string path)
    {
        MarkdownPage page = MarkdownPage.Read(path.Split('/'));
        foreach (string link in page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{path}: {link} leads to nothing");
            if (parts.Length == 2)
            {
                IEnumerable<string> anchors = File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor);
                Assert.True(anchors.Contains(parts[1]), $"{path}: {link} leads to no heading");
            }
        }
    }

    // As GitHub makes anchors of headings.
    private static string Anchor(string heading) => string.Concat(
        heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ').Select(c => c == ' ' ? '-' : c));
}
