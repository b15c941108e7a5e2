using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Literals;

namespace Plumbline.Analyzers.Bodies;

/// <summary>The way from a diagnostic back to the body that it is about.</summary>
internal static class BodySites
{
    /// <summary>The body whose literal holds a place in a file; null where none does.</summary>
    /// <param name="root">The file.</param>
    /// <param name="place">What a diagnostic underlines.</param>
    /// <param name="model">The file's meaning.</param>
    /// <param name="options">What the compiler was given besides.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static BodySite? At(SyntaxNode root, TextSpan place, SemanticModel model, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var schemas = KnownSchemas.In(model.Compilation, options, kept: null, cancellationToken);
        var finder = new BodyFinder(model, schemas, cancellationToken);
        foreach (SyntaxNode node in root.FindNode(place, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            ExpressionSyntax? first = node switch
            {
                LiteralExpressionSyntax literal when LiteralReader.IsText(literal) => literal,
                InterpolatedStringExpressionSyntax interpolated => interpolated,
                BinaryExpressionSyntax sum => Leftmost(sum),
                _ => null,
            };
            if (first is not null && finder.Find(first) is { } site && site.Expression.Span.Contains(place))
            {
                return site;
            }
        }

        return null;
    }

    private static ExpressionSyntax Leftmost(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case BinaryExpressionSyntax sum:
                    expression = sum.Left;
                    break;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }
}
