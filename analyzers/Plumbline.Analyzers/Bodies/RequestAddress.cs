using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Analyzers.Literals;
using Plumbline.Bodies;

namespace Plumbline.Analyzers.Bodies;

/// <summary>Finds the URL that a body is sent to: among the arguments of the call that takes the body, else among the literals of the same method.</summary>
internal sealed class RequestAddress(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The URL of the service that a body at a node goes to; null where none is known, or several are.</summary>
    public UrlSite? Of(SyntaxNode body)
    {
        SyntaxNode? member = null;
        for (SyntaxNode? node = body; node is not null; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && OfArguments(call.ArgumentList) is { } named)
            {
                return named;
            }

            if (node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or LambdaExpressionSyntax
                or PropertyDeclarationSyntax or CompilationUnitSyntax)
            {
                member = node;
                break;
            }
        }

        return member is null ? null : InMember(member, body);
    }

    /// <summary>The URL that an expression is; null where it is none of the service.</summary>
    public UrlSite? Read(ExpressionSyntax expression)
    {
        LiteralText? text = LiteralReader.Read(expression, Constants.In(model, cancellationToken));
        if (text is null && model.GetConstantValue(expression, cancellationToken).Value is string constant)
        {
            var builder = new LiteralTextBuilder();
            builder.AddExpression(constant, expression.Span);
            text = builder.Build(expression.SpanStart);
        }

        return text is not null && RequestUrl.Parse(text.Value) is { } url ? new UrlSite(url, text) : null;
    }

    private UrlSite? OfArguments(ArgumentListSyntax arguments) =>
        arguments.Arguments.Select(argument => argument.Expression).Where(MayBeText).Select(Read).FirstOrDefault(url => url is not null);

    private static bool MayBeText(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        or BinaryExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax;

    // The last URL before the body is the one that people read as its own; behind it the first.
    private UrlSite? InMember(SyntaxNode member, SyntaxNode body)
    {
        ExpressionSyntax? before = null;
        ExpressionSyntax? after = null;
        foreach (ExpressionSyntax literal in member.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (literal is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && JsonLook.IsUrl(literal))
            {
                (before, after) = literal.SpanStart < body.SpanStart ? (literal, after) : (before, after ?? literal);
            }
        }

        return (before ?? after) is { } found ? Read(JsonLook.Whole(found) ?? found) : null;
    }
}
