using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Literals;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Tests.Literals;

/// <summary>Edits of a literal's text, written as its kind writes text.</summary>
public sealed class LiteralEditTests
{
    private const string Q3 = "\"\"\"";

    [Theory]
    [InlineData("\"{\\\"a\\\":1}\"", "{\"b\\n\":1}")]
    [InlineData("@\"{\"\"a\"\":1}\"", "{\"b\\n\":1}")]
    [InlineData("\"\"\"{\"a\":1}\"\"\"", "{\"b\\n\":1}")]
    [InlineData("\"{\\\"a\\\":1}\"u8", "{\"b\\n\":1}")]
    [InlineData("$\"{{\\\"a\\\":{x}}}\"", "{\"b\\n\":☐}")]
    [InlineData("$@\"{{\"\"a\"\":{x}}}\"", "{\"b\\n\":☐}")]
    [InlineData("\"{\" + \"\\\"a\\\"\" + \":1}\"", "{\"b\\n\":1}")]
    [InlineData("$$\"\"\"{\"a\":{{x}}}\"\"\"", "{\"b\\n\":☐}")]
    public void A_name_is_replaced(string expression, string expected) => AssertReplaced(expression, "\"a\"", "\"b\\n\"", expected);

    [Theory]
    [InlineData("\"{\\\"a\\\":1}\"")]
    [InlineData("@\"{\"\"a\"\":1}\"")]
    [InlineData("\"\"\"\n  {\"a\":1}\n  \"\"\"")]
    public void Members_are_put_in_before_a_brace(string expression) => AssertReplaced(expression, "}", ",\n \"b\": {} }", "{\"a\":1,\n \"b\": {} }");

    [Theory]
    [InlineData("$\"{{\\\"a\\\":{x} \\\"b\\\":1}}\"", "{\"a\":☐, \"b\":1}")]
    [InlineData("\"{\\\"a\\\":\" + x + \" \\\"b\\\":1}\"", "{\"a\":☐, \"b\":1}")]
    public void A_comma_is_put_in_behind_an_expression(string expression, string expected)
    {
        LiteralText literal = Read(expression);
        int behind = literal.Value.IndexOf(PositionedText.Hole, StringComparison.Ordinal) + 1;
        TextChange change = LiteralEdit.Replace(literal, new ByteSpan(behind, 0), ",")!.Value;
        Assert.Equal(expected, Read(SourceText.From(expression).WithChanges(change).ToString()).Value.Replace(PositionedText.Hole, '☐'));
    }

    [Fact]
    public void Lines_put_into_a_raw_literal_are_indented_with_it()
    {
        string source = Replace($"{Q3}\n    {{\n      \"a\": 1\n    }}\n    {Q3}", "1", "1,\n  \"b\": 2")!;
        Assert.Equal($"{Q3}\n    {{\n      \"a\": 1,\n      \"b\": 2\n    }}\n    {Q3}", source);
    }

    [Theory]
    [InlineData("\"{\\\"a\\\":\" + x + \"}\"", "☐")]
    [InlineData("$\"{{\\\"a\\\":{x}}}\"", "☐")]
    [InlineData("$\"{{\\\"a\\\":{x}}}\"", ":☐")]
    public void What_an_expression_makes_is_left_alone(string expression, string part) => Assert.Null(Replace(expression, part, "1"));

    [Fact]
    public void A_raw_literal_takes_nothing_that_would_end_it()
    {
        Assert.Null(Replace($"{Q3}{{\"a\":1}}{Q3}", "1", $"{Q3}"));
        Assert.Null(Replace($"${Q3}{{x}}{Q3}", "☐", "1"));
        Assert.Null(Replace($"$${Q3}{{\"a\":1,\"b\":{{{{x}}}}}}{Q3}", "1", "{{"));
    }

    private static void AssertReplaced(string expression, string part, string text, string expected)
    {
        string source = Replace(expression, part, text)!;
        Assert.Equal(expected, Read(source).Value.Replace(PositionedText.Hole, '☐'));
    }

    private static string? Replace(string expression, string part, string text)
    {
        LiteralText literal = Read(expression);
        int start = literal.Value.IndexOf(part.Replace('☐', PositionedText.Hole), StringComparison.Ordinal);
        return LiteralEdit.Replace(literal, new ByteSpan(start, part.Length), text) is { } change
            ? SourceText.From(expression).WithChanges(change).ToString()
            : null;
    }

    private static LiteralText Read(string expression)
    {
        ExpressionSyntax syntax = SyntaxFactory.ParseExpression(expression, options: new CSharpParseOptions(LanguageVersion.Preview));
        Assert.False(syntax.ContainsDiagnostics, expression);
        return LiteralReader.Read(syntax, _ => null)!;
    }
}
