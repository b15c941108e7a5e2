using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Analyzers.Literals;

/// <summary>Reads what literals, interpolated strings and concatenations of them say.</summary>
public static class LiteralReader
{
    /// <summary>Reads an expression; null where it is none of these, or is not well-formed C#.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="constantOf">The string that an expression is known to have; null where its value is not known.</param>
    public static LiteralText? Read(ExpressionSyntax expression, Func<ExpressionSyntax, string?> constantOf)
    {
        var builder = new LiteralTextBuilder();
        int anchor = expression.SpanStart;
        bool isText = false;

        // A concatenation nests to the left, one level a plus: a stack of our own.
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            ExpressionSyntax next = pending.Pop();
            switch (next)
            {
                case ParenthesizedExpressionSyntax inner:
                    pending.Push(inner.Expression);
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    pending.Push(sum.Right);
                    pending.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax literal when IsText(literal):
                    if (literal.Token.ContainsDiagnostics)
                    {
                        return null;
                    }

                    isText = true;
                    anchor = ReadToken(literal.Token, builder);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    if (interpolated.ContainsDiagnostics)
                    {
                        return null;
                    }

                    isText = true;
                    anchor = InterpolatedReader.Read(interpolated, constantOf, builder);
                    break;
                default:
                    builder.AddExpression(constantOf(next), next.Span);
                    break;
            }
        }

        return isText ? builder.Build(anchor) : null;
    }

    /// <summary>Whether a literal is a string, UTF-8 or not.</summary>
    public static bool IsText(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression);

    private static int ReadToken(SyntaxToken token, LiteralTextBuilder builder)
    {
        string source = token.Text;
        int at = token.SpanStart;
        int end = source.Length - (source[source.Length - 1] is '8' ? 2 : 0);
        if (source[0] == '@')
        {
            EscapedReader.ReadVerbatim(source, 2, end - 1, at, new LiteralStyle(LiteralForm.Verbatim), builder);
            return at + 2;
        }

        if (source.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            return RawReader.Read(source.Substring(0, end), at, dollars: 0, [], builder);
        }

        EscapedReader.ReadRegular(source, 1, end - 1, at, new LiteralStyle(LiteralForm.Regular), builder);
        return at + 1;
    }
}
