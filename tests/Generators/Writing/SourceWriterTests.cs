using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Tests.Writing;

public sealed class SourceWriterTests
{
    public static TheoryData<string> HostileTexts =>
    [
        "plain",
        "\"; System.Environment.Exit(1);//",
        "*/ class Evil {} /*",
        "a\r\nclass Evil {}",
        "a\nclass Evil {}",
        "a\u0085class Evil {}",
        "a\u2028class Evil {}",
        "a\u2029class Evil {}",
        "\\\" \\u0022 \\",
        "{0} {{ }} {",
        "</summary><summary> & ]]>",
        "\u202Egnp.exe",
        "half \uD83D pair, whole \uD83D\uDE00",
        "\0\u0001\t\u007F",
        "'",
        "#if false",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_string_literal_means_its_text_and_nothing_else(string text)
    {
        var literal = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(Literals.String(text), consumeFullText: true);
        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(text, literal.Token.ValueText);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Comments_and_documentation_hold_any_text_and_declare_nothing(string text)
    {
        var w = new SourceWriter();
        w.Doc("summary", text);
        using (w.Braces($"class C"))
        {
            w.Comment(text);
            w.Line($"int _x;", text);
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(w.ToString(), new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));
        Assert.Empty(tree.GetDiagnostics());
        var only = Assert.Single(tree.GetCompilationUnitRoot().Members);
        Assert.Single(Assert.IsType<ClassDeclarationSyntax>(only).Members);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    public void A_line_of_code_with_a_line_break_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => new SourceWriter().Line(text));
        Assert.Throws<ArgumentException>(() => new SourceWriter().Line($"x {text}"));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_has_no_utf8_literal()
    {
        Assert.False(Literals.HasUtf8Form("\uD83D"));
        Assert.Throws<ArgumentException>(() => Literals.Utf8("\uDE00"));
        Assert.Equal("\"\\U0001F600\"u8", Literals.Utf8("\U0001F600"));
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        var negative = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        negative.NumberFormat.NegativeSign = "minus ";
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = negative;
        try
        {
            var w = new SourceWriter();
            w.Line($"return {-1};");
            Assert.Equal("return -1;\n", w.ToString());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Blocks_indent_and_end_themselves_and_long_lists_wrap()
    {
        var w = new SourceWriter();
        using (w.Braces($"class C"))
        {
            w.List("int[] a = [", [.. Enumerable.Range(1, 60).Select(i => $"{i}")], "];");
            using (w.Braces($"void M()", end: ";"))
            {
                w.Line();
            }
        }

        string[] lines = w.ToString().Split('\n');
        Assert.Equal(["class C", "{", "    int[] a = ["], lines[..3]);
        Assert.All(lines, line => Assert.True(line.Length <= SourceWriter.Columns));
        Assert.Equal(["    void M()", "    {", "", "    };", "}", ""], lines[^6..]);
    }
}
