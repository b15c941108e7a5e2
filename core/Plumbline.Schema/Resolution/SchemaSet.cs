using System.Collections.Concurrent;
using Plumbline.Schema.Json;
using Plumbline.Schema.Syntax;
using Plumbline.Schema.Syntax.Vocabularies;

namespace Plumbline.Schema.Resolution;

/// <summary>The schema files given together: references lead to these and to the built-in metaschemas, and nowhere else. Nothing is fetched.</summary>
/// <remarks>Immutable once made; several threads may compile roots at the same time.</remarks>
public sealed class SchemaSet
{
    private readonly Dictionary<string, SchemaFile> _filesByUri = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SchemaResource>> _resources = new(StringComparer.Ordinal);

    // A file may be read anew for another set, at any time: what this set links must be the documents that it began with.
    private readonly ConcurrentDictionary<SchemaFile, SchemaDocument> _documents = [];

    private SchemaSet(SchemaFile[] files)
    {
        Files = files;
        foreach (SchemaFile file in files)
        {
            AddFile(file.Uri.ToString(), file);
            if (RootId(file) is { } id)
            {
                AddFile(file.Uri.Resolve(id).WithoutFragment().ToString(), file);
            }
        }

        foreach (SchemaFile file in files.Where(file => file.Text.IsWellFormed))
        {
            SchemaDocument document = Document(file);
            AddResource(file.Uri.ToString(), document.Root.Resource);
            foreach (SchemaResource resource in document.Resources)
            {
                AddResource(resource.BaseUri.ToString(), resource);
            }
        }
    }

    /// <summary>The files, in order of path.</summary>
    public IReadOnlyList<SchemaFile> Files { get; }

    /// <summary>Makes a set of files; their order makes no difference.</summary>
    public static SchemaSet Of(IEnumerable<SchemaFile> files) => new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>Links a root and all that it reaches into a program. Cheap: the files are parsed already.</summary>
    /// <param name="root">One of <see cref="Files"/>.</param>
    public CompiledSchema Compile(SchemaFile root) => new SchemaLinker(this, root).Link();

    /// <summary>The schemas of a well-formed file.</summary>
    internal SchemaDocument Document(SchemaFile file) => _documents.GetOrAdd(file, f => f.Read(FindDialect));

    /// <summary>The resources that claim a URI.</summary>
    internal IReadOnlyList<SchemaResource> ResourcesAt(string uri) => _resources.TryGetValue(uri, out List<SchemaResource>? found) ? found : [];

    /// <summary>The built-in metaschema of a URI, or null. Files given come first: whoever brings a copy means it.</summary>
    internal SchemaResource? BuiltInAt(string uri) => Metaschemas.Find(uri) is { } file ? Document(file).Root.Resource : null;

    /// <summary>The file that a URI names, also when it is broken.</summary>
    internal SchemaFile? FileAt(string uri) => _filesByUri.TryGetValue(uri, out SchemaFile? file) ? file : null;

    /// <summary>Every URI that a reference could name.</summary>
    internal IEnumerable<string> KnownUris => _resources.Keys.Concat(Metaschemas.Uris);

    /// <summary>The dialect that a metaschema stands for: a known one, or that of a file with <c>$vocabulary</c>.</summary>
    internal Dialect? FindDialect(string uri) => FindDialect(uri, depth: 0);

    private static string? RootId(SchemaFile file) => (file.Text.Root.Find("$id") ?? file.Text.Root.Find("id"))?.Value.Text;

    private Dialect? FindDialect(string uri, int depth)
    {
        // Metaschemas of metaschemas: a chain of more than a few describes itself in a circle.
        const int maxChain = 8;
        if (Dialect.FindKnown(uri) is { } known)
        {
            return known;
        }

        if (depth > maxChain || FileAt(uri.TrimEnd('#')) is not { Text.IsWellFormed: true } file)
        {
            return null;
        }

        Dialect? own = file.Text.Root.Find("$schema")?.Value.Text is { } parent ? FindDialect(parent, depth + 1) : file.DefaultDialect;
        return file.Text.Root.Find("$vocabulary")?.Value is { Kind: JsonKind.Object } listed && own is not null
            ? Drafts.Create(uri, own, listed.Members.Select(member => (member.Name, member.Value.Kind == JsonKind.True)))
            : own;
    }

    private void AddFile(string uri, SchemaFile file)
    {
        // Of files that claim one URI the first in order of path has it.
        _filesByUri[uri] = _filesByUri.TryGetValue(uri, out SchemaFile? first) ? first : file;
    }

    private void AddResource(string uri, SchemaResource resource)
    {
        if (!_resources.TryGetValue(uri, out List<SchemaResource>? claims))
        {
            _resources.Add(uri, claims = []);
        }

        if (!claims.Contains(resource))
        {
            claims.Add(resource);
        }
    }
}
