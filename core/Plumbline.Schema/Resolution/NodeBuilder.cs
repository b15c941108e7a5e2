using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;
using Plumbline.Schema.Syntax;
using Plumbline.Schema.Syntax.Vocabularies;

namespace Plumbline.Schema.Resolution;

/// <summary>Turns the schemas that a root reaches into nodes, and notes where they stand.</summary>
internal sealed class NodeBuilder(SchemaFile rootFile, ReachedSchemas reached, ReferenceResolver resolver, SourceMap map)
{
    /// <summary>The node of a schema.</summary>
    public SchemaNode Build(SchemaSyntax schema)
    {
        string location = LocationOf(schema);
        Note(location, schema, schema.Value.Span);
        var keywords = new List<Keyword>();
        if (schema.Value.Kind == JsonKind.False)
        {
            keywords.Add(new FalseKeyword(new AssertionSpec(Rules.FalseSchema.Id, location, Expectations.Nothing, [], null)));
        }

        foreach (KeywordSyntax keyword in schema.Keywords)
        {
            Note(JsonPointer.Append(location, keyword.Name), schema, keyword.Member.Span);
            keyword.Definition.Build?.Invoke(new Context(this, schema, location, keyword, keywords));
        }

        return new SchemaNode(location, KeywordOrder.Sort(Merge(keywords)), AnnotationsOf(schema.Value))
        {
            Resource = reached.NumberOf(schema.Resource),
        };
    }

    /// <summary>What <c>x-dataset</c> says at the root.</summary>
    public static DatasetSpec? DatasetOf(SchemaSyntax root) =>
        root.Find(TuningVocabulary.Dataset) is { } dataset ? TuningVocabulary.ReadDataset(dataset.Value, "/" + TuningVocabulary.Dataset) : null;

    /// <summary>What <c>x-lifeCycle</c> says at the root.</summary>
    public static LifeCycle? LifeCycleOf(SchemaSyntax root) =>
        root.Find(TuningVocabulary.LifeCycle) is { } lifeCycle ? TuningVocabulary.ReadLifeCycle(lifeCycle.Value) : null;

    /// <summary>The anchors that dynamic references can be led to.</summary>
    public EquatableArray<DynamicAnchor> DynamicAnchors() =>
        (from number in Enumerable.Range(0, reached.Resources.Count)
         from anchor in reached.Resources[number].DynamicAnchors
         where CanVary(anchor.Key)
         orderby number, anchor.Key
         select new DynamicAnchor(number, anchor.Key, reached.NumberOf(anchor.Value))).ToEquatableArray();

    private bool CanVary(string anchor) =>
        reached.DynamicAnchors.Contains(anchor) && reached.Resources.Count(resource => resource.DynamicAnchors.ContainsKey(anchor)) > 1;

    private string LocationOf(SchemaSyntax schema)
    {
        if (schema.File == rootFile)
        {
            return schema.Pointer;
        }

        string? id = (schema.File.Text.Root.Find("$id") ?? schema.File.Text.Root.Find("id"))?.Value.Text;
        return $"{(id is null ? schema.File.Name : id.TrimEnd('#'))}#{schema.Pointer}";
    }

    private void Note(string location, SchemaSyntax schema, ByteSpan span) => map.Add(location, new SourceSpan(schema.File.Path, span.Start, span.Length));

    // `dependencies` beside `dependentRequired` or `dependentSchemas` says more of the same: a node has each kind once.
    private static List<Keyword> Merge(List<Keyword> keywords)
    {
        DependentRequiredKeyword[] required = [.. keywords.OfType<DependentRequiredKeyword>()];
        DependentSchemasKeyword[] schemas = [.. keywords.OfType<DependentSchemasKeyword>()];
        if (required.Length < 2 && schemas.Length < 2)
        {
            return keywords;
        }

        IEnumerable<Keyword> others = keywords.Where(keyword => keyword is not (DependentRequiredKeyword or DependentSchemasKeyword));
        return
        [
            .. others,
            new DependentRequiredKeyword(required.SelectMany(keyword => keyword.Dependencies.Items).ToEquatableArray()),
            new DependentSchemasKeyword(schemas.SelectMany(keyword => keyword.Schemas.Items).ToEquatableArray()),
        ];
    }

    private static SchemaAnnotations AnnotationsOf(PositionedValue schema)
    {
        PositionedValue? source = schema.Find(TuningVocabulary.Source)?.Value;
        var annotations = new SchemaAnnotations(
            schema.Find("title")?.Value.Text,
            schema.Find("description")?.Value.Text,
            schema.Find("default")?.Value.ToCompactJson(),
            schema.Find("deprecated")?.Value.Kind == JsonKind.True,
            source?.Text ?? (source?.Items.Length > 0 ? string.Join("; ", source.Items.Select(item => item.Text)) : null));
        return annotations == SchemaAnnotations.None ? SchemaAnnotations.None : annotations;
    }

    private sealed class Context(NodeBuilder builder, SchemaSyntax schema, string location, KeywordSyntax keyword, List<Keyword> output) : KeywordContext
    {
        public override KeywordSyntax Keyword => keyword;

        public override SchemaSyntax Schema => schema;

        public override string Location => JsonPointer.Append(location, keyword.Name);

        public override (int Node, string? DynamicAnchor) Reference
        {
            get
            {
                ReferenceTarget target = builder.Resolver.Follow(schema, keyword);
                string? anchor = target.DynamicAnchor is { } name && builder.CanVary(name) ? name : null;
                return (builder.Reached.NumberOf(target.Schema!), anchor);
            }
        }

        public override void Add(Keyword added) => output.Add(added);

        public override int Node(PositionedValue inner) => builder.Reached.NumberOf(builder.Resolver.SchemaAt(schema.File, inner)!);

        public override AssertionSpec Assert(Rule rule, string expected, IEnumerable<string>? candidates, string? sibling)
        {
            string name = sibling ?? keyword.Name;
            string? message = Sibling(TuningVocabulary.Messages)?.Find(name)?.Value.Text;
            return new AssertionSpec(rule.Id, JsonPointer.Append(location, name), expected, (candidates ?? []).ToEquatableArray(), message);
        }
    }

    private ReachedSchemas Reached => reached;

    private ReferenceResolver Resolver => resolver;
}
