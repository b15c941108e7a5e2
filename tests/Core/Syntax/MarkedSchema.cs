using System.Collections.Immutable;
using System.Text;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Core.Tests.Syntax;

/// <summary>A schema text in which ⟦…⟧ marks the place of the one diagnostic that is expected.</summary>
internal static class MarkedSchema
{
    public static (string Text, ByteSpan Span) Read(string marked)
    {
        int open = marked.IndexOf('⟦', StringComparison.Ordinal);
        int close = marked.IndexOf('⟧', StringComparison.Ordinal);
        string text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        int start = Encoding.UTF8.GetByteCount(marked.AsSpan(0, open));
        return (text, new ByteSpan(start, Encoding.UTF8.GetByteCount(marked.AsSpan(open + 1, close - open - 1))));
    }

    public static CompiledSchema Compile(string text, params SchemaFile[] others)
    {
        SchemaFile root = File("root.json", text);
        return SchemaSet.Of([root, .. others]).Compile(root);
    }

    public static SchemaFile File(string name, string text) => SchemaFile.Parse(name, name, text);

    public static string Describe(ImmutableArray<SchemaDiagnostic> diagnostics) =>
        string.Join("\n",
            diagnostics.Select(diagnostic => $"{diagnostic.Path}:{diagnostic.Span.Start}+{diagnostic.Span.Length} {diagnostic.Rule.Id} {diagnostic.Message}"));
}
