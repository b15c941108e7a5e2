using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>The page for browsers: what it holds, that nothing of a file becomes markup, and that it stays small.</summary>
public partial class HtmlReportTests
{
    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2",
        "h3", "mark", "p", "ul", "li", "b", "br", "span", "code", "pre", "article", "div",
        "table", "tr", "th", "td", "svg", "rect",
    ];

    private static readonly string[] Attributes =
        ["lang", "charset", "name", "content", "http-equiv", "class", "viewBox", "role", "aria-label", "x", "y", "width", "height"];

    [Fact]
    public void The_page_has_totals_rules_with_examples_and_histograms()
    {
        XElement page = Page(
            "validate", "samples/broken/chat.jsonl", "samples/chat.jsonl", "--format", "vertex/chat", "--tokenizer", "o200k_base", "--report", "html");
        Assert.Equal("2 files", page.Descendants("h1").Single().Value);
        Assert.Equal(["What the service would do", "Findings", "Lengths", "Files"], page.Descendants("h2").Select(heading => heading.Value));
        XElement required = page.Descendants("article").First(article => article.Value.Contains("PLB4010 required", StringComparison.Ordinal));
        XElement excerpt = required.Descendants("pre").First();
        Assert.Contains("How can I help?\"}, {\"author\": \"user\"}", excerpt.Value, StringComparison.Ordinal);
        Assert.Equal("{\"author\": \"user\"}", excerpt.Element("mark")!.Value);
        string[] headings = [.. page.Descendants("h3").Select(heading => heading.Value)];
        Assert.Contains("Tokens a text, by o200k_base; the bison models' own tokenizer is not public: the service's count may differ", headings);
        Assert.Contains("Turns an example", headings);
        Assert.NotEmpty(page.Descendants("svg").SelectMany(chart => chart.Elements("rect")));
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "samples/chat.jsonl");
    }

    [Fact]
    public void Nothing_of_a_file_or_a_schema_becomes_markup()
    {
        string hostile = "</title></style></pre><script>alert(1)</script><img src=x onerror=alert(2)>\\\"'&amp;]]>\\u202e\\u0007{{x}}";
        using var file = new TemporaryFile($$"""
            {"{{hostile}}":"{{hostile}}","b":"{{hostile}}"}
            {"b":["{{hostile}}", 1], "<b>": "x" }
            <script>

            """);
        using var schema = new TemporaryFile($$"""
            {
              "additionalProperties": { "maxLength": 3, "x-message": { "maxLength": "{{hostile}}" } },
              "x-advice": [{ "severity": "warning", "effect": "ignored", "message": "{{hostile}}", "schema": { "required": ["{{hostile}}x"] } }],
              "x-dataset": { "turns": "/b/*", "tokenizer": { "note": "{{hostile}}" } }
            }
            """);
        XElement page = Page("validate", file.Path, "--schema", schema.Path, "--report", "html");
        Assert.Contains("<script>alert(1)</script>", page.Value, StringComparison.Ordinal);
        Assert.Contains("\\u202E", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Value, character => character is '\u202e' or '\u0007');
    }

    [Fact]
    public void The_page_asks_for_nothing_from_elsewhere()
    {
        string html = Tool.Run("validate", "samples/broken/text.jsonl", "--format", "vertex/text", "--report", "html").Output;
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script|<link|<img|<iframe|@import|url\(|src=|href=|https?://", html);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_100_000_lines_that_fail_is_small()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++)
        {
            lines.Append((i % 5) switch
            {
                0 => $"{{\"messages\":[{{\"author\":\"bot{i}\",\"content\":\"{i}\"}}]}}\n",
                1 => $"{{\"messages\":{i}}}\n",
                2 => $"{{\"message{i}\":[]}}\n",
                3 => "{\n",
                _ => $"{{\"context\":[{i}],\"messages\":[{{\"author\":\"assistant\"}},{{\"content\":\"{new string('x', i % 200)}\"}}]}}\n",
            });
        }

        using var file = new TemporaryFile(lines.ToString());
        ToolResult result = Tool.Run("validate", file.Path, "--format", "vertex/chat", "--report", "html");
        Assert.Equal(1, result.ExitCode);
        Assert.InRange(Encoding.UTF8.GetByteCount(result.Output), 5_000, 500_000);
        Assert.Contains("100,000", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_file_says_so()
    {
        XElement page = Page("validate", "samples/tickets.jsonl", "--schema", "samples/schemas/ticket.schema.json", "--report", "html");
        Assert.Contains(page.Descendants("p"), paragraph => paragraph.Value == "None.");
        Assert.Equal("samples/tickets.jsonl", page.Descendants("h1").Single().Value);
    }

    // The page as a browser reads it: void elements have no end tag.
    private static XElement Page(params string[] arguments)
    {
        ToolResult result = Tool.Run(arguments);
        Assert.StartsWith("<!DOCTYPE html>\n", result.Output, StringComparison.Ordinal);
        string closed = VoidElement().Replace(result.Output["<!DOCTYPE html>\n".Length..], "<$1/>");
        var page = XElement.Parse(closed, LoadOptions.PreserveWhitespace);
        Assert.Empty(page.DescendantsAndSelf().Select(element => element.Name.LocalName).Except([.. Elements]));
        Assert.Empty(page.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).Except(Attributes));
        return page;
    }

    [GeneratedRegex("<(meta [^>]*|br)>")]
    private static partial Regex VoidElement();
}
