using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Plumbline.Analyzers.Bodies;

/// <summary>A comment that binds a literal: <c>// lang=json schema=vertex/tune-chat</c>, before the literal, or before the
/// statement or member that holds it.</summary>
/// <param name="Schema">The name.</param>
/// <param name="Span">Where the name stands.</param>
internal sealed record SchemaComment(string Schema, TextSpan Span)
{
    private const string Language = "lang=json";
    private const string LongLanguage = "language=json";
    private const string Key = "schema=";

    /// <summary>The comment that binds an expression, or null.</summary>
    public static SchemaComment? Before(ExpressionSyntax expression)
    {
        // A comment on one line with what stands before it belongs to that: Send(/* lang=json schema=… */ "{…}").
        if (Find(expression.GetFirstToken().GetPreviousToken().TrailingTrivia) is { } beside)
        {
            return beside;
        }

        for (SyntaxNode? node = expression; node is not null; node = node.Parent)
        {
            if (Find(node.GetFirstToken().LeadingTrivia) is { } found)
            {
                return found;
            }

            if (node is StatementSyntax or MemberDeclarationSyntax)
            {
                return null;
            }
        }

        return null;
    }

    private static SchemaComment? Find(SyntaxTriviaList trivia)
    {
        foreach (SyntaxTrivia comment in trivia)
        {
            if ((comment.IsKind(SyntaxKind.SingleLineCommentTrivia) || comment.IsKind(SyntaxKind.MultiLineCommentTrivia)) && Read(comment) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static SchemaComment? Read(SyntaxTrivia comment)
    {
        string text = comment.ToString();
        int language = text.IndexOf(Language, StringComparison.OrdinalIgnoreCase);
        language = language < 0 ? text.IndexOf(LongLanguage, StringComparison.OrdinalIgnoreCase) : language;
        int key = language < 0 ? -1 : text.IndexOf(Key, language, StringComparison.OrdinalIgnoreCase);
        if (key < 0)
        {
            return null;
        }

        int start = key + Key.Length;
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !(text[end] == '*' && end + 1 < text.Length && text[end + 1] == '/'))
        {
            end++;
        }

        return end == start ? null : new SchemaComment(text.Substring(start, end - start), new TextSpan(comment.SpanStart + start, end - start));
    }
}
