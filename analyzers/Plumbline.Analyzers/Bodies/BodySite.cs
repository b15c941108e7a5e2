using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Analyzers.Literals;
using Plumbline.Bodies;

namespace Plumbline.Analyzers.Bodies;

/// <summary>A literal that is a body of a known schema.</summary>
/// <param name="Expression">The literal, or the concatenation that it begins.</param>
/// <param name="Text">Its text.</param>
/// <param name="Schema">The schema.</param>
public sealed record BodySite(ExpressionSyntax Expression, LiteralText Text, BodySchema Schema)
{
    /// <summary>The URL that the body is sent to, where that is known.</summary>
    internal UrlSite? Url { get; init; }

    /// <summary>The generated record that says the same in C#, where the body goes straight to a place that names it.</summary>
    internal INamedTypeSymbol? Record { get; init; }

    /// <summary>The call of <c>Parse</c> that makes the record of nothing but this text; null where a text or bytes are wanted.</summary>
    internal InvocationExpressionSyntax? Reading { get; init; }
}

/// <summary>A URL of the service and the literal that holds it.</summary>
/// <param name="Url">The URL.</param>
/// <param name="Text">Its text.</param>
internal sealed record UrlSite(RequestUrl Url, LiteralText Text);
