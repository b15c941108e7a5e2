using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>The schema files of a project: additional files that a <c>JsonSchema</c> item stands behind.</summary>
internal static class ProjectSchemas
{
    // An edit of C# makes a new compilation of the same texts: their parse trees are kept with them.
    private static readonly SourceTextValueProvider<ParsedText> Parsed = new(text => new ParsedText(text));

    /// <summary>The files and their texts, in the project's order; of two with one path the first.</summary>
    /// <param name="options">What the compiler was given.</param>
    /// <param name="kept">How the compiler keeps what was made of a text (<c>TryGetValue</c> of an analysis context); null where none is at work.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IReadOnlyList<(SchemaFile File, SourceText Text)> Read(
        AnalyzerOptions options, Func<SourceText, SourceTextValueProvider<ParsedText>, ParsedText?>? kept, CancellationToken cancellationToken)
    {
        var files = new List<(SchemaFile, SourceText)>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (AdditionalText additional in options.AdditionalFiles)
        {
            if (options.AnalyzerConfigOptionsProvider.GetOptions(additional).TryGetValue(SchemaItem.Name, out string? name)
                && name.Length > 0
                && paths.Add(additional.Path)
                && additional.GetText(cancellationToken) is { } text)
            {
                files.Add(((kept?.Invoke(text, Parsed) ?? new ParsedText(text)).As(additional.Path, name.Replace('\\', '/')), text));
            }
        }

        return files;
    }
}
