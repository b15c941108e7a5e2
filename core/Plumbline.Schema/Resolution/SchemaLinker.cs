using System.Collections.Immutable;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>Compiles one root: resolves references, numbers what is reached, finds circles, builds nodes.</summary>
internal sealed class SchemaLinker(SchemaSet set, SchemaFile file)
{
    private readonly List<SchemaDiagnostic> _diagnostics = [.. file.TextDiagnostics];
    private readonly SourceMap _map = new();

    public CompiledSchema Link()
    {
        if (!file.Text.IsWellFormed)
        {
            return Result(null);
        }

        // 1. What is wrong in the root's own file, reached or not: references that lead nowhere too.
        SchemaDocument document = set.Document(file);
        var resolver = new ReferenceResolver(set, _diagnostics);
        foreach (SchemaSyntax schema in document.Schemas)
        {
            _diagnostics.AddRange(schema.Diagnostics);
            foreach (KeywordSyntax keyword in schema.Keywords.Where(keyword => keyword.Definition.Reference != ReferenceKind.None))
            {
                resolver.Follow(schema, keyword);
            }
        }

        CheckIdentifiers(document);

        // 2. What the root reaches, and what is wrong there in other files.
        var reached = new ReachedSchemas(document.Root, resolver);
        foreach (SchemaSyntax schema in reached.Schemas.Where(schema => schema.File != file))
        {
            _diagnostics.AddRange(schema.File.TextDiagnostics);
            _diagnostics.AddRange(schema.Diagnostics);
        }

        // 3. Circles without progress.
        _diagnostics.AddRange(CycleFinder.Find(reached));
        if (_diagnostics.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return Result(null);
        }

        // 4. The program.
        var builder = new NodeBuilder(file, reached, resolver, _map);
        EquatableArray<SchemaNode> nodes = reached.Schemas.Select(builder.Build).ToEquatableArray();
        string id = document.Root.Find(document.Root.Dialect.Identifiers.IdKeyword)?.Value.Text ?? file.Name;
        return Result(new SchemaProgram(id, nodes, NodeBuilder.DatasetOf(document.Root))
        {
            DynamicAnchors = builder.DynamicAnchors(),
            LifeCycle = NodeBuilder.LifeCycleOf(document.Root),
        });
    }

    private void CheckIdentifiers(SchemaDocument document)
    {
        foreach (SchemaResource resource in document.Resources)
        {
            string uri = resource.BaseUri.ToString();
            SchemaResource? other = set.ResourcesAt(uri).FirstOrDefault(claim => claim.File != file);
            if (other is not null)
            {
                string idKeyword = resource.Root.Dialect.Identifiers.IdKeyword;
                Json.ByteSpan place = (resource.Root.Find(idKeyword)?.Value ?? resource.Root.Value).Span;
                string message = $"{other.File.Path} holds a schema with the identifier \"{uri}\" too";
                _diagnostics.Add(new SchemaDiagnostic(Rules.DuplicateIdentifier, message, file.Path, place));
            }
        }
    }

    private CompiledSchema Result(SchemaProgram? program)
    {
        IEnumerable<SchemaDiagnostic> ordered = _diagnostics.Distinct()
            .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Start)
            .ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal);
        return new CompiledSchema(program, _map, ordered.ToImmutableArray());
    }
}
