using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Bodies;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.Bodies;

/// <summary>The schemas that a compilation can name: the bundled ones, those of the project, and those that its references bring in their metadata.</summary>
internal sealed class KnownSchemas(Compilation compilation, IReadOnlyList<SchemaFile> projectFiles)
{
    private const string TextAttribute = "SchemaTextAttribute";
    private const string SourceAttribute = "GeneratedFromAttribute";

    // The compiler keeps the symbols of a reference from one compilation to the next, and the parsed files of a project likewise.
    private static readonly ConditionalWeakTable<IAssemblySymbol, SchemaCollection> OfReferences = new();
    private static readonly ConditionalWeakTable<SchemaFile, SchemaCollection> OfProjects = new();

    private readonly Lazy<SchemaCollection> _own = new(() => OfProject(projectFiles));

    /// <summary>Those of a compilation, with the files that its project binds to schemas.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="options">What the compiler was given besides.</param>
    /// <param name="kept">How the compiler keeps what was made of a text; null where none is at work.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static KnownSchemas In(
        Compilation compilation,
        AnalyzerOptions options,
        Func<SourceText, SourceTextValueProvider<ParsedText>, ParsedText?>? kept,
        CancellationToken cancellationToken) =>
        new(compilation, [.. ProjectSchemas.Read(options, kept, cancellationToken).Select(schema => schema.File)]);

    /// <summary>The schema that a type was generated from; null where it was not, or the schema is broken.</summary>
    public BodySchema? Of(ITypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsOurs(attribute, SourceAttribute) && Text(attribute, 0) is { } name)
            {
                return SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                    ? _own.Value.Find(name)
                    : In(type.ContainingAssembly).Find(name);
            }
        }

        return null;
    }

    /// <summary>The schema of a name: of a bundled one, of one of the project, or of one of the references; null where there is none.</summary>
    public BodySchema? Named(string name) => BundledSchemas.Find(name) ?? _own.Value.Find(name)
        ?? References.Select(assembly => In(assembly).Find(name)).FirstOrDefault(schema => schema is not null);

    /// <summary>The known name nearest to one that is not; null where none is near.</summary>
    public string? Nearest(string name) =>
        NearestName.Find(name, [.. BundledSchemas.Names, .. _own.Value.Names, .. References.SelectMany(assembly => In(assembly).Names)]);

    /// <summary>Whether an attribute is one of the runtime's.</summary>
    public static bool IsOurs(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Plumbline", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name;

    private IEnumerable<IAssemblySymbol> References => compilation.SourceModule.ReferencedAssemblySymbols;

    private static SchemaCollection In(IAssemblySymbol assembly) => OfReferences.GetValue(assembly, static reference => new SchemaCollection(
        reference.GetAttributes()
            .Where(attribute => IsOurs(attribute, TextAttribute))
            .Select(attribute => (Name: Text(attribute, 0), Json: Text(attribute, 1)))
            .Where(schema => schema is { Name: not null, Json: not null })
            .Select(schema => SchemaFile.Parse(schema.Name!, schema.Name!, schema.Json!))
            .ToImmutableArray()));

    private static string? Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string : null;

    private static SchemaCollection OfProject(IReadOnlyList<SchemaFile> files)
    {
        if (files.Count == 0)
        {
            return new SchemaCollection(ImmutableArray<SchemaFile>.Empty);
        }

        SchemaCollection known = OfProjects.GetValue(files[0], _ => new SchemaCollection(files.ToImmutableArray()));
        if (known.Files.SequenceEqual(files))
        {
            return known;
        }

        // Another file than the first was edited.
        var changed = new SchemaCollection(files.ToImmutableArray());
        lock (OfProjects)
        {
            OfProjects.Remove(files[0]);
            OfProjects.GetValue(files[0], _ => changed);
        }

        return changed;
    }
}

/// <summary>Schema files that may refer to each other, linked when asked for.</summary>
internal sealed class SchemaCollection
{
    private readonly Lazy<SchemaSet> _set;
    private readonly Dictionary<string, Lazy<BodySchema?>> _byName = new(StringComparer.Ordinal);

    public SchemaCollection(ImmutableArray<SchemaFile> files)
    {
        Files = files;
        _set = new Lazy<SchemaSet>(() => SchemaSet.Of(files));
        foreach (SchemaFile file in files)
        {
            var schema = new Lazy<BodySchema?>(() => BodySchema.Compile(file.Name, _set.Value, file));
            foreach (string? name in (string?[])[file.Name, file.Text.Root.Find("$id")?.Value.Text])
            {
                if (name is not null && !_byName.ContainsKey(name))
                {
                    _byName.Add(name, schema);
                }
            }
        }
    }

    /// <summary>The files.</summary>
    public ImmutableArray<SchemaFile> Files { get; }

    /// <summary>The names by which schemas can be asked for: logical names and identifiers.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The schema of a name; null where there is none or it is broken.</summary>
    public BodySchema? Find(string name) => _byName.TryGetValue(name, out Lazy<BodySchema?>? schema) ? schema.Value : null;
}
