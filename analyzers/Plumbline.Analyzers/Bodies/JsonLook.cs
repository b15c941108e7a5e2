using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Bodies;

namespace Plumbline.Analyzers.Bodies;

/// <summary>What can be told of a literal before anything is bound: most literals of a program are neither JSON nor an address.</summary>
internal static class JsonLook
{
    /// <summary>Whether the text begins as a JSON object or array does.</summary>
    public static bool IsJson(ExpressionSyntax literal) => First(literal) is { } text && BeginsAsJson(text);

    /// <summary>Whether the text names a host of the service.</summary>
    public static bool IsUrl(ExpressionSyntax literal) => literal switch
    {
        LiteralExpressionSyntax plain => RequestUrl.MayBe(plain.Token.ValueText),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolatedStringTextSyntax>()
            .Any(text => RequestUrl.MayBe(text.TextToken.ValueText)),
        _ => false,
    };

    /// <summary>The whole of a concatenation that a literal begins; the literal itself where it stands alone; null where it does not begin it.</summary>
    public static ExpressionSyntax? Whole(ExpressionSyntax literal)
    {
        ExpressionSyntax whole = literal;
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax outer:
                    whole = outer;
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    if (sum.Left != whole)
                    {
                        return null;
                    }

                    whole = sum;
                    break;
                default:
                    return whole;
            }
        }
    }

    private static string? First(ExpressionSyntax literal) => literal switch
    {
        LiteralExpressionSyntax plain => plain.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated => (interpolated.Contents.FirstOrDefault() as InterpolatedStringTextSyntax)?.TextToken.ValueText,
        _ => null,
    };

    private static bool BeginsAsJson(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r' or '\uFEFF')
        {
            at++;
        }

        return at < text.Length && text[at] is '{' or '[';
    }
}
