using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Reports;

/// <summary>Something wrong with a schema file, ready to be told.</summary>
/// <param name="Finding">What and where.</param>
/// <param name="Text">The file.</param>
internal sealed record SchemaFault(Finding Finding, PositionedText Text)
{
    private const int BytesAround = 320;

    /// <summary>What is wrong with files, each fault once although several roots may reach it, in order of the files and of place.</summary>
    public static SchemaFault[] Of(IReadOnlyList<SchemaFile> files, IEnumerable<CompiledSchema> compiled)
    {
        Dictionary<string, (SchemaFile File, int Order)> byPath = files.Select((file, order) => (file, order))
            .ToDictionary(known => known.file.Path, StringComparer.Ordinal);
        return
        [
            .. compiled.SelectMany(one => one.Diagnostics).Distinct().Where(diagnostic => byPath.ContainsKey(diagnostic.Path))
                .OrderBy(diagnostic => byPath[diagnostic.Path].Order).ThenBy(diagnostic => diagnostic.Span.Start)
                .Select(diagnostic => Of(diagnostic, byPath[diagnostic.Path].File.Text)),
        ];
    }

    /// <summary>The place in the line, with what stands around it; null where there is nothing to show.</summary>
    public SourceExcerpt? Excerpt()
    {
        int at = (int)Math.Min(Finding.ByteOffset, Text.Utf8.Length);
        int start = Math.Max(0, at - BytesAround);
        int end = Math.Min(Text.Utf8.Length, at + BytesAround);
        return SourceExcerpt.Cut(Text.Utf8[start..end], at - start, Finding.ByteLength) is { Text.Length: > 0 } excerpt ? excerpt : null;
    }

    private static SchemaFault Of(SchemaDiagnostic diagnostic, PositionedText text)
    {
        Schema.Json.TextPosition place = text.Lines.Locate(diagnostic.Span.Start);
        return new(
            new Finding(diagnostic.Rule, diagnostic.Rule.Severity, diagnostic.Message)
            {
                Path = diagnostic.Path,
                Line = place.Line,
                Column = place.Column,
                ByteOffset = diagnostic.Span.Start,
                ByteLength = diagnostic.Span.Length,
            },
            text);
    }
}
