using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Plumbline.Analyzers.Literals;

/// <summary>Reads interpolated strings of all three forms.</summary>
internal static class InterpolatedReader
{
    /// <summary>Reads an interpolated string; returns where its text begins in the file.</summary>
    public static int Read(InterpolatedStringExpressionSyntax interpolated, Func<ExpressionSyntax, string?> constantOf, LiteralTextBuilder builder)
    {
        string opening = interpolated.StringStartToken.Text;
        int at = interpolated.SpanStart;
        int dollars = opening.Count(c => c == '$');
        if (opening.Contains("\"\"\""))
        {
            (TextSpan, string?)[] holes =
            [
                .. interpolated.Contents.OfType<InterpolationSyntax>()
                    .Select(hole => (new TextSpan(hole.SpanStart - at, hole.Span.Length), ConstantOf(hole, constantOf))),
            ];
            return RawReader.Read(interpolated.ToString(), at, dollars, holes, builder);
        }

        bool isVerbatim = opening.IndexOf('@') >= 0;
        var style = new LiteralStyle(isVerbatim ? LiteralForm.Verbatim : LiteralForm.Regular, dollars);
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            if (content is InterpolationSyntax hole)
            {
                builder.AddExpression(ConstantOf(hole, constantOf), hole.Span);
                continue;
            }

            string source = content.ToString();
            if (isVerbatim)
            {
                EscapedReader.ReadVerbatim(source, 0, source.Length, content.SpanStart, style, builder);
            }
            else
            {
                EscapedReader.ReadRegular(source, 0, source.Length, content.SpanStart, style, builder);
            }
        }

        return interpolated.StringStartToken.Span.End;
    }

    private static string? ConstantOf(InterpolationSyntax hole, Func<ExpressionSyntax, string?> constantOf) =>
        hole.AlignmentClause is null && hole.FormatClause is null ? constantOf(hole.Expression) : null;
}
