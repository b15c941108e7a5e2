using System.Collections.Immutable;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;

namespace Plumbline.Schema.Syntax;

/// <summary>A schema file, parsed: immutable, and safe to share between threads. Parsing depends on the text alone, so that it can be cached by
/// content.</summary>
public sealed class SchemaFile
{
    // Deeper than any schema written by people; the limit keeps hostile files cheap.
    private const int MaxDepth = 512;

    private SchemaDocument? _document;

    private SchemaFile(string path, string name, UriReference uri, Dialect dialect, PositionedText text)
    {
        Path = path;
        Name = name;
        Uri = uri;
        DefaultDialect = dialect;
        Text = text;
        TextDiagnostics = text.Errors.Select(Describe).Concat(text.Duplicates.Select(Describe)).ToImmutableArray();
    }

    /// <summary>The file as diagnostics name it.</summary>
    public string Path { get; }

    /// <summary>The logical name, with <c>/</c> between folders: <c>vertex/chat.schema.json</c>. Files refer to each other by it where they have no
    /// <c>$id</c>.</summary>
    public string Name { get; }

    /// <summary>The URI that the file has while it does not say one itself.</summary>
    public UriReference Uri { get; }

    /// <summary>Its text and tree.</summary>
    public PositionedText Text { get; }

    /// <summary>The dialect where <c>$schema</c> does not say one.</summary>
    public Dialect DefaultDialect { get; }

    /// <summary>What is wrong with the text as JSON, and names that stand twice in an object.</summary>
    public ImmutableArray<SchemaDiagnostic> TextDiagnostics { get; }

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file as diagnostics should name it.</param>
    /// <param name="name">Its logical name, with <c>/</c> between folders.</param>
    /// <param name="utf8">Its text; must not change afterwards.</param>
    /// <param name="uri">The URI that it stands for, where it is a copy of a published one; null for a file of the project.</param>
    /// <param name="defaultDialect">The dialect where <c>$schema</c> does not say one; 2020-12 unless given.</param>
    public static SchemaFile Parse(string path, string name, byte[] utf8, string? uri = null, Dialect? defaultDialect = null) =>
        Create(path, name, PositionedText.Parse(utf8, MaxDepth), uri, defaultDialect);

    /// <summary>Parses a file whose text is a string already.</summary>
    /// <param name="path">The file as diagnostics should name it.</param>
    /// <param name="name">Its logical name, with <c>/</c> between folders.</param>
    /// <param name="text">Its text.</param>
    /// <param name="uri">The URI that it stands for, where it is a copy of a published one; null for a file of the project.</param>
    /// <param name="defaultDialect">The dialect where <c>$schema</c> does not say one; 2020-12 unless given.</param>
    public static SchemaFile Parse(string path, string name, string text, string? uri = null, Dialect? defaultDialect = null) =>
        Create(path, name, PositionedText.Parse(text, MaxDepth), uri, defaultDialect);

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    /// <summary>Reads the schemas of a well-formed file. The result is kept for as long as the dialects that it asked for stay the same.</summary>
    internal SchemaDocument Read(Func<string, Dialect?> dialects)
    {
        if (_document is { } known && known.DialectsAsked.All(asked => Equals(dialects(asked.Key), asked.Value)))
        {
            return known;
        }

        return _document = SchemaReader.ReadFile(this, dialects);
    }

    private static SchemaFile Create(string path, string name, PositionedText text, string? uri, Dialect? defaultDialect)
    {
        string address = uri ?? "file:///" + name.Replace("%", "%25").Replace("#", "%23").Replace("?", "%3F");
        return new SchemaFile(path, name, UriReference.Parse(address).WithoutFragment(), defaultDialect ?? Dialect.Default, text);
    }

    private SchemaDiagnostic Describe(SyntaxError error) =>
        new(Rules.SchemaNotJson, $"not valid JSON: expected {error.Expected}", Path, error.Span);

    private SchemaDiagnostic Describe(DuplicateName duplicate) =>
        new(Rules.SchemaDuplicateKey, $"the member \"{duplicate.Name}\" stands in this object before", Path, duplicate.Repeated);
}
