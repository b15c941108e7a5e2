using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Literals;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Tests.Literals;

/// <summary>Literals of every kind, held against what the compiler says that they are worth.</summary>
public sealed class LiteralTextTests
{
    private const string Q3 = "\"\"\"";

    public static TheoryData<string> Constants() =>
    [
        "\"\"", "\"a\"", "\"{\\\"a\\\": 1}\"", "\"\\t\\u0041\\x41g\\x0041\\U0001F600\\0\\a\\b\\f\\v\\'é😀\"", "\"a\"u8", "\"é\\n\"u8",
        "@\"\"", "@\"{\"\"a\"\":\r\n 1}\"", "@\"\\n\"\"\"\"\"", "@\"x\"u8",
        $"{Q3}a\"b{Q3}", $"{Q3}{{\"a\": 1}}{Q3}u8", $"{Q3}a\" a\"\" b {Q3}",
        $"{Q3}\n    {{\n      \"a\": 1\n    }}\n    {Q3}",
        $"{Q3}\r\n    {{\r\n\r\n  \r\n      \"a\": \"é😀\"\r\n    }}\r\n    {Q3}",
        $"{Q3}  \n\t{{}}\n\t{Q3}u8", $"{Q3}\n\n{Q3}", $"{Q3}\n    \n    {Q3}", $"{Q3}\"\n    {Q3}a\n    {Q3}\"",
        "\"a\" + \"b\"", "(\"a\" + @\"b\"\"\") + " + Q3 + "c" + Q3, "\"a\" + K + \"b\"", "$\"a{K}b\"",
        "$\"{{\\\"a\\\": {K}}}\"", "$@\"{{\"\"a\"\": {K}}}\"", "@$\"{K}\"",
        $"${Q3}a{{K}}b{Q3}", $"$${Q3}{{\"a\": {{{{K}}}}, \"b\": {{}} }}{Q3}",
        $"$${Q3}\n  {{\n    \"a\": {{{{K}}}},\n  \"b\": {{}}\u2028  }}\n  {Q3}", $"${Q3}\r\n  {{K}}\r\n    {{K}}{{K}}\r\n  {Q3}",
    ];

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_reads_as_the_compiler_reads_it(string expression)
    {
        (LiteralText text, ExpressionSyntax syntax, SemanticModel model) = Read(expression);

        Assert.Equal(Worth(syntax, model), text.Value);
        AssertMapped(text, syntax);
    }

    [Theory]
    [InlineData("$\"{{\\\"a\\\": {x}}}\"", "{\"a\": ☐}")]
    [InlineData("$\"{x,5}{x:N}\"", "☐☐")]
    [InlineData("\"{\" + x + \"}\"", "{☐}")]
    [InlineData("\"{\" + (x ? \"a\" : \"b\") + \"}\"", "{☐}")]
    [InlineData("$\"\"\"\n  {x}\n    {K}{x}\n  \"\"\"", "☐\n  k☐")]
    [InlineData("$$\"\"\"{\"a\": \"{{x}}\"}\"\"\"", "{\"a\": \"☐\"}")]
    public void What_is_not_constant_is_a_hole(string expression, string expected)
    {
        (LiteralText text, ExpressionSyntax syntax, _) = Read(expression);

        Assert.Equal(expected, text.Value.Replace(PositionedText.Hole, '☐'));
        AssertMapped(text, syntax);
    }

    [Theory]
    [InlineData("\"{\\\"⟦\\u0061⟧\\\": 1}\"", 2, 3)]
    [InlineData("\"{⟦\\\"\\u0061\\\"⟧: 1}\"", 1, 4)]
    [InlineData("@\"{⟦\"\"a\"\"⟧: 1}\"", 1, 4)]
    [InlineData("\"\"\"\n    {\n      ⟦\"a\"⟧: 1\n    }\n    \"\"\"", 4, 7)]
    [InlineData("\"\"\"\r\n    {\r\n      ⟦\"a\"⟧: 1\r\n    }\r\n    \"\"\"", 5, 8)]
    [InlineData("$\"{{⟦\\\"é\\\"⟧: {x}}}\"", 1, 5)]
    [InlineData("$\"{{\\\"é\\\": ⟦{x}⟧}}\"", 7, 8)]
    [InlineData("\"{\\\"é😀\\\":\" + ⟦K⟧ + \"}\"", 10, 11)]
    [InlineData("\"😀\" + \"⟦a⟧\"", 4, 5)]
    [InlineData("\"ab⟦⟧cd\"", 2, 2)]
    [InlineData("\"⟦⟧\"", 0, 0)]
    [InlineData("\"\"\"\n  ab⟦⟧\n  cd\n  \"\"\"", 2, 2)]
    [InlineData("\"\\uFEFF⟦a⟧\"", 3, 4)]
    public void Bytes_of_the_text_lead_back_to_the_source(string marked, int start, int end)
    {
        int first = marked.IndexOf('⟦');
        int length = marked.IndexOf('⟧') - first - 1;
        (LiteralText text, ExpressionSyntax syntax, _) = Read(marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));

        TextSpan source = text.SourceOf(ByteSpan.Between(start, end));

        Assert.Equal(new TextSpan(syntax.SpanStart + first, length), source);
    }

    [Fact]
    public void Pieces_put_together_at_random_read_as_the_compiler_reads_them()
    {
        string[] pieces = ["{", "}", "\"", "\\", "a", "é", "😀", " ", "\n", "\r\n", "\t", ":", "1", "\u2028", "'", "{{", "}}", "\"\"", "\u0001"];
        var random = new Random(20261121);
        for (int i = 0; i < 300; i++)
        {
            string value = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            string literal = random.Next(4) switch
            {
                0 => SymbolDisplay.FormatLiteral(value, quote: true),
                1 => "@\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
                2 => Q3 + Q3 + "\n   " + value.Replace("\n", "\n   ", StringComparison.Ordinal) + "\n   " + Q3 + Q3,
                _ => "$@\"" + string.Concat(value.Select(c => c is '"' or '{' or '}' ? new string(c, 2) : c.ToString())) + "{K}\"",
            };
            ExpressionSyntax parsed = SyntaxFactory.ParseExpression(literal);
            if (parsed.ContainsDiagnostics || parsed.Span.Length != literal.Length)
            {
                // A raw literal with a line separator inside, behind which the test puts no indentation.
                continue;
            }

            (LiteralText text, ExpressionSyntax syntax, SemanticModel model) = Read(literal);
            Assert.Equal(Worth(syntax, model), text.Value);
            AssertMapped(text, syntax);
        }
    }

    // Every unit has a source, in order, inside the expression; what is plain is the same character there.
    private static void AssertMapped(LiteralText text, ExpressionSyntax syntax)
    {
        string source = syntax.SyntaxTree.ToString();
        int last = syntax.SpanStart;
        for (int i = 0; i < text.Value.Length; i++)
        {
            TextSpan span = text.SourceOf(i, i + 1);
            Assert.InRange(span.Start, last, syntax.Span.End);
            Assert.InRange(span.End, span.Start + 1, syntax.Span.End);
            last = span.Start;
            if (text.SegmentAt(i).IsPlain)
            {
                Assert.Equal(text.Value[i], source[span.Start]);
            }
        }
    }

    private static string Worth(ExpressionSyntax syntax, SemanticModel model) => syntax.IsKind(SyntaxKind.Utf8StringLiteralExpression)
        ? ((LiteralExpressionSyntax)syntax).Token.ValueText
        : (string)model.GetConstantValue(syntax).Value!;

    private static (LiteralText Text, ExpressionSyntax Syntax, SemanticModel Model) Read(string expression)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            $"class C {{ const string K = \"k\"; void M(bool x) {{ var y = {expression}; }} }}", new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("C", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        SemanticModel model = compilation.GetSemanticModel(tree);
        ExpressionSyntax syntax = tree.GetRoot().DescendantNodes().OfType<EqualsValueClauseSyntax>().Last().Value;
        return (LiteralReader.Read(syntax, part => model.GetConstantValue(part).Value as string)!, syntax, model);
    }
}
