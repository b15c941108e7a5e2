using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;
using Plumbline.Analyzers.Objects;
using Plumbline.Schema.Json;

namespace Plumbline.CodeFixes.Records;

/// <summary>Puts a generated record in place of the literal that says the same. What comes out is compiled and read again: it is right, or it is not
/// offered.</summary>
internal static class RecordReplacement
{
    /// <summary>The file with a record in place of the literal that holds a place; null where none says the same.</summary>
    public static async Task<Document?> Of(Document document, TextSpan place, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || BodySites.At(root, place, model, document.Project.AnalyzerOptions, cancellationToken) is not { Record: { } record } site
            || site.Text.Json.HasHoles)
        {
            return null;
        }

        SourceText source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        ExpressionSyntax target = (ExpressionSyntax?)site.Reading ?? site.Expression;
        TextLine line = source.Lines.GetLineFromPosition(target.SpanStart);
        var writer = new RecordText(model, target.SpanStart, MemberNames.Of(site.Schema).Find, LineBreakOf(source, line));
        if (writer.Write(site.Text.Json.Root, record, IndentationOf(source, line)) is not { } text)
        {
            return null;
        }

        foreach ((string before, string after) in Surroundings(site, model, target.SpanStart, cancellationToken))
        {
            Document changed = document.WithText(source.WithChanges(new TextChange(target.Span, before + text + after)));
            if (await IsProved(changed, new TextSpan(target.SpanStart + before.Length, text.Length), site, model, cancellationToken).ConfigureAwait(false))
            {
                return changed;
            }
        }

        return null;
    }

    // A record where one was read; where a text or bytes are wanted, those that it writes: as an extension where its namespace is imported.
    private static IEnumerable<(string Before, string After)> Surroundings(
        BodySite site, SemanticModel model, int position, CancellationToken cancellationToken)
    {
        if (site.Reading is not null)
        {
            return [("", "")];
        }

        const string Extension = ".ToUtf8Json()";
        string named = $"{NameOf("Plumbline.SchemaRecord", model, position)}.ToUtf8Json(";
        return model.GetTypeInfo(site.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String
            && $"{NameOf("System.Text.Encoding", model, position)}.UTF8.GetString(" is { } decoded
                ? [(decoded, Extension + ")"), (decoded + named, "))")]
                : [("", Extension), (named, ")")];
    }

    private static string NameOf(string type, SemanticModel model, int position) =>
        model.Compilation.GetTypeByMetadataName(type)?.ToMinimalDisplayString(model, position) ?? type;

    private static async Task<bool> IsProved(Document changed, TextSpan place, BodySite site, SemanticModel before, CancellationToken cancellationToken)
    {
        if (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation
            || creation.Span != place
            || Complaints(model, cancellationToken).Except(Complaints(before, cancellationToken)).Any())
        {
            return false;
        }

        PositionedText json = new ObjectReader(model, MemberNames.Of(site.Schema).Find, cancellationToken).Read(creation).Json;
        return json is { HasHoles: false, IsWellFormed: true } && JsonEquality.AreEqual(json.Root.Utf8, site.Text.Json.Root.Utf8);
    }

    // The nth complaint of an id counts for itself: a new one beside an old one is seen.
    private static IEnumerable<(string Id, int Number)> Complaints(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(diagnostic => diagnostic.Id)
            .SelectMany(group => group.Select((diagnostic, number) => (diagnostic.Id, number)));

    private static string IndentationOf(SourceText source, TextLine line)
    {
        int end = line.Start;
        while (end < line.End && source[end] is ' ' or '\t')
        {
            end++;
        }

        return source.ToString(TextSpan.FromBounds(line.Start, end));
    }

    private static string LineBreakOf(SourceText source, TextLine line) =>
        line.EndIncludingLineBreak > line.End ? source.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
}
