using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Testing;

namespace Plumbline.Architecture.Tests;

/// <summary>Names and sizes that the house rules ask for.</summary>
public class NamesTests
{
    private const int MostLines = 320;
    private const int MostColumns = 160;

    private static readonly string[] Vague = ["Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Manager", "Misc"];

    private static readonly SyntaxKind[] Literals =
    [
        SyntaxKind.StringLiteralToken, SyntaxKind.Utf8StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken,
        SyntaxKind.MultiLineRawStringLiteralToken, SyntaxKind.Utf8MultiLineRawStringLiteralToken, SyntaxKind.InterpolatedStringTextToken,
    ];

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing()
    {
        IEnumerable<string> found = SourceFiles()
            .Where(path => path.Split('/', '.').Any(part => Vague.Any(word => part.EndsWith(word, StringComparison.Ordinal))));
        Assert.Empty(found);
    }

    [Fact]
    public void Every_file_but_a_table_of_data_can_be_read_in_one_sitting()
    {
        IEnumerable<string> found = SourceFiles()
            .Where(path => !path.EndsWith(".Data.cs", StringComparison.Ordinal))
            .Where(path => File.ReadLines(Repository.PathOf(path)).Count() > MostLines);
        Assert.Empty(found);
    }

    [Fact]
    public void No_line_is_wider_than_a_review_shows()
    {
        IEnumerable<string> found = SourceFiles().SelectMany(path => WideLines(path).Select(line => $"{path}:{line + 1}"));
        Assert.Empty(found);
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static int[] WideLines(string path)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(path));
        int[] wide = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].Length > MostColumns)];

        // What a test reads or expects stands there as it is, in a literal that may be wider; the code around it may not.
        bool mayQuote = path.StartsWith("tests/", StringComparison.Ordinal) || path.StartsWith("tools/", StringComparison.Ordinal);
        return wide.Length == 0 || !mayQuote ? wide : [.. wide.Except(QuotingLines(lines))];
    }

    private static HashSet<int> QuotingLines(string[] lines)
    {
        var text = SourceText.From(string.Join('\n', lines));
        int[] code = [.. lines.Select(line => line.Length)];
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        foreach (SyntaxToken literal in root.DescendantTokens().Where(token => Literals.Contains(token.Kind())))
        {
            LinePositionSpan span = text.Lines.GetLinePositionSpan(literal.Span);
            for (int line = span.Start.Line; line <= span.End.Line; line++)
            {
                code[line] -= Math.Min(literal.Span.End, text.Lines[line].End) - Math.Max(literal.Span.Start, text.Lines[line].Start);
            }
        }

        return [.. Enumerable.Range(0, lines.Length).Where(line => code[line] <= MostColumns)];
    }
}
