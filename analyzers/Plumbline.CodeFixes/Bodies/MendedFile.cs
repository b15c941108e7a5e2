using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;
using Plumbline.Bodies;
using Plumbline.Bodies.Repairs;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>A file that is bound to a schema, and what would mend it. Immutable.</summary>
internal sealed class MendedFile
{
    private const string Join = "JoinLines";
    private const string JoinEscaped = "JoinLinesEscaped";

    private readonly string _path;
    private readonly SourceText _text;
    private readonly BodySchema _schema;

    private MendedFile(string path, SourceText text, BodySchema schema)
    {
        _path = path;
        _text = text;
        _schema = schema;
    }

    /// <summary>The file that a document of a project is; null where no item binds it to a schema that is known.</summary>
    public static async Task<MendedFile?> Open(TextDocument document, CancellationToken cancellationToken)
    {
        Project project = document.Project;
        AdditionalText? file = project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(additional => additional.Path == document.FilePath);
        if (file is null
            || BodyFileAnalyzer.SchemaOf(file, project.AnalyzerOptions) is not { } name
            || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || KnownSchemas.In(compilation, project.AnalyzerOptions, kept: null, cancellationToken).Named(name) is not { } schema)
        {
            return null;
        }

        return new MendedFile(file.Path, await document.GetTextAsync(cancellationToken).ConfigureAwait(false), schema);
    }

    /// <summary>The fixes of what a rule underlines at a place.</summary>
    public IEnumerable<FileFix> FixesOf(string rule, TextSpan place)
    {
        foreach (FileBody body in FileBody.Of(_path, _text))
        {
            if (body.Judge(_schema, _text).FirstOrDefault(finding => finding.Rule.Id == rule && finding.Span == place) is { } found)
            {
                return found.Body is { } finding ? Repairs(body, finding) : Joins(body);
            }
        }

        return [];
    }

    /// <summary>The text after all fixes of a kind for what some rules say, and for what the fixes themselves bring to light of them; null where there are
    /// none.</summary>
    public SourceText? MendAll(HashSet<string> rules, string? kind)
    {
        var changes = new List<TextChange>();
        foreach (FileBody body in FileBody.Of(_path, _text))
        {
            string mended = kind is Join or JoinEscaped
                ? Joined(body, kind).Line
                : Repaired(body, (finding, repair) => rules.Contains(finding.Rule.Id) && repair.Kind.ToString() == kind);
            if (mended != body.Text)
            {
                changes.Add(new TextChange(body.Part, mended));
            }
        }

        return changes.Count == 0 ? null : _text.WithChanges(changes);
    }

    private IEnumerable<FileFix> Repairs(FileBody body, BodyFinding finding) => BodyRepairs.For(body.Json, _schema, finding).Select(repair => new FileFix(
        repair.Title,
        repair.Kind.ToString(),
        _text.WithChanges(repair.Edits.Select(edit => new TextChange(body.SourceOf(edit.Span), edit.Text)))));

    // Nobody but the writer knows whether a break inside a string was meant.
    private IEnumerable<FileFix> Joins(FileBody body)
    {
        (string line, bool hasWrappedString) = Joined(body, Join);
        yield return new FileFix(
            hasWrappedString ? "Join the lines, with a space for a break inside a string" : "Join the lines", Join, With(body, line));
        if (hasWrappedString)
        {
            yield return new FileFix("Join the lines, with \\n for a break inside a string", JoinEscaped, With(body, Joined(body, JoinEscaped).Line));
        }
    }

    private static (string Line, bool HasWrappedString) Joined(FileBody body, string kind) =>
        body.Broken is null ? (body.Text, false) : JoinedLines.Join(body.Text, kind == Join ? " " : "\\n");

    private SourceText With(FileBody body, string text) => _text.WithChanges(new TextChange(body.Part, text));

    private string Repaired(FileBody body, Func<BodyFinding, Repair, bool> accepts) =>
        Encoding.UTF8.GetString(BodyRepairs.All(body.Json, _schema, accepts).Text.Utf8.ToArray());
}

/// <summary>A fix of a file.</summary>
/// <param name="Title">The words of a menu.</param>
/// <param name="Kind">What it does; fixes of one kind are applied together by Fix All.</param>
/// <param name="Mended">The file's text afterwards.</param>
internal sealed record FileFix(string Title, string Kind, SourceText Mended);
