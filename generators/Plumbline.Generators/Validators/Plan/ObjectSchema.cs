using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What one schema says about members: which names it knows, and which schemas it applies to the value of a name.</summary>
internal sealed class ObjectSchema
{
    private readonly SchemaProgram _program;
    private readonly Subschema _schema;
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);
    private readonly List<(EcmaPattern Pattern, int Node)> _patterns = [];
    private readonly AdditionalPropertiesKeyword? _additional;

    public ObjectSchema(SchemaProgram program, Subschema schema)
    {
        _program = program;
        _schema = schema;
        Source = program.Nodes[schema.Node];
        _additional = Source.Find<AdditionalPropertiesKeyword>();
        foreach (NamedSchema property in Source.Find<PropertiesKeyword>()?.Properties ?? [])
        {
            _declared[property.Name] = property.Node;
        }

        foreach (NamedSchema pattern in Source.Find<PatternPropertiesKeyword>()?.Patterns ?? [])
        {
            _patterns.Add((EcmaPattern.Parse(pattern.Name), pattern.Node));
        }
    }

    /// <summary>The schema.</summary>
    public SchemaNode Source { get; }

    /// <summary>Whether any of its keywords is about objects.</summary>
    public bool SaysSomething => Source.Keywords.Any(k => k is PropertiesKeyword or PatternPropertiesKeyword or AdditionalPropertiesKeyword
        or PropertyNamesKeyword or RequiredKeyword or DependentRequiredKeyword or DependentSchemasKeyword
        or SizeKeyword { Size: Size.MinProperties or Size.MaxProperties }
            or TokensKeyword { Of.Count: > 0 } or LinksKeyword or MaxCountKeyword or EqualCountsKeyword);

    /// <summary>Every name that a keyword mentions, in the order of the schema.</summary>
    public IEnumerable<string> KnownNames => (Source.Find<PropertiesKeyword>()?.Properties ?? []).Select(p => p.Name)
        .Concat(Source.Find<RequiredKeyword>()?.Names ?? [])
        .Concat((Source.Find<DependentRequiredKeyword>()?.Dependencies ?? []).SelectMany(d => new[] { d.Name }.Concat(d.Required)))
        .Concat((Source.Find<DependentSchemasKeyword>()?.Schemas ?? []).Select(d => d.Name));

    /// <summary>Location of what it says about other members; empty when it says nothing.</summary>
    public string OthersLocation => _additional is null ? "" : Source.Location + "/additionalProperties";

    /// <summary>Schemas of the values of members that it does not know.</summary>
    public IEnumerable<Subschema> ForOthers => _additional is null || IsFalse(_additional.Node) ? [] : [_schema with { Node = _additional.Node }];

    /// <summary>Faults of members that it does not know.</summary>
    public IEnumerable<Demand> UnknownOthers => _additional is not null && IsFalse(_additional.Node) ? [Demand(_additional.Assertion)] : [];

    /// <summary>Schemas that judge names.</summary>
    public IEnumerable<Subschema> OfNames => Source.Keywords.OfType<PropertyNamesKeyword>().Select(k => _schema with { Node = k.Node });

    /// <summary>Schemas that judge objects with a member.</summary>
    public IEnumerable<(string Name, Subschema Schema)> Dependents => Source.Keywords.OfType<DependentSchemasKeyword>()
        .SelectMany(k => k.Schemas)
        .Select(d => (d.Name, _schema with { Node = d.Node }));

    /// <summary>Whether it has <c>patternProperties</c>.</summary>
    public bool HasPatterns => _patterns.Count > 0;

    /// <summary>The patterns of names, each with the schema of the values.</summary>
    public IEnumerable<(PatternDemand Pattern, Subschema Schema)> Patterns => _patterns.Select(p => (
        new PatternDemand(p.Pattern.Source, Demand(new AssertionSpec(
            Rules.Pattern.Id, Source.Location + "/patternProperties", "a name that a pattern decides in time", [], null))),
        _schema with { Node = p.Node }));

    /// <summary>Whether it evaluates members that it does not know.</summary>
    public bool CoversOthers => _additional is not null;

    /// <summary>Whether <c>properties</c> or <c>patternProperties</c> speaks of a name.</summary>
    public bool Knows(string name) => _declared.ContainsKey(name) || _patterns.Exists(p => Matches(p.Pattern, name));

    /// <summary>Location of the schema that <c>properties</c> gives for a name, or empty.</summary>
    public string DeclaredAt(string name) =>
        _declared.ContainsKey(name) ? Source.Location + "/properties/" + name.Replace("~", "~0").Replace("/", "~1") : "";

    /// <summary>Schemas of the value of a name.</summary>
    public IEnumerable<Subschema> ForMember(string name)
    {
        if (!Knows(name))
        {
            return ForOthers;
        }

        IEnumerable<int> matching = _patterns.Where(p => Matches(p.Pattern, name)).Select(p => p.Node);
        return (_declared.TryGetValue(name, out int node) ? matching.Prepend(node) : matching).Select(n => _schema with { Node = n });
    }

    /// <summary>An assertion of this schema.</summary>
    public Demand Demand(AssertionSpec spec) => new(spec, _schema.Advice);

    private static bool Matches(EcmaPattern pattern, string name) => pattern.IsMatch(name) == PatternOutcome.Match;

    private bool IsFalse(int node) => _program.Nodes[node].Find<FalseKeyword>() is not null;
}
