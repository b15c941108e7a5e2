using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What one schema says about members: which names it knows, and which schemas it applies to the value of a name.</summary>
internal sealed class ObjectSchema
{
    private readonly SchemaProgram _program;
    private readonly AdviceContext? _advice;
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);
    private readonly AdditionalPropertiesKeyword? _additional;

    public ObjectSchema(SchemaProgram program, Subschema schema)
    {
        _program = program;
        _advice = schema.Advice;
        Source = program.Nodes[schema.Node];
        _additional = Source.Find<AdditionalPropertiesKeyword>();
        foreach (NamedSchema property in Source.Find<PropertiesKeyword>()?.Properties ?? [])
        {
            _declared[property.Name] = property.Node;
        }
    }

    /// <summary>The schema.</summary>
    public SchemaNode Source { get; }

    /// <summary>Whether any of its keywords is about objects.</summary>
    public bool SaysSomething => Source.Keywords.Any(k => k is PropertiesKeyword or PatternPropertiesKeyword or AdditionalPropertiesKeyword
        or PropertyNamesKeyword or RequiredKeyword or DependentRequiredKeyword or DependentSchemasKeyword
        or SizeKeyword { Size: Size.MinProperties or Size.MaxProperties } or TokensKeyword { Of.Count: > 0 });

    /// <summary>Every name that a keyword mentions, in the order of the schema.</summary>
    public IEnumerable<string> KnownNames => (Source.Find<PropertiesKeyword>()?.Properties ?? []).Select(p => p.Name)
        .Concat(Source.Find<RequiredKeyword>()?.Names ?? [])
        .Concat((Source.Find<DependentRequiredKeyword>()?.Dependencies ?? []).SelectMany(d => new[] { d.Name }.Concat(d.Required)))
        .Concat((Source.Find<DependentSchemasKeyword>()?.Schemas ?? []).Select(d => d.Name));

    /// <summary>Location of what it says about other members; empty when it says nothing.</summary>
    public string OthersLocation => _additional is null ? "" : Source.Location + "/additionalProperties";

    /// <summary>Schemas of the values of members that it does not know.</summary>
    public IEnumerable<Subschema> ForOthers => _additional is null || IsFalse(_additional.Node) ? [] : [new Subschema(_additional.Node, _advice)];

    /// <summary>Faults of members that it does not know.</summary>
    public IEnumerable<Demand> UnknownOthers => _additional is not null && IsFalse(_additional.Node) ? [Demand(_additional.Assertion)] : [];

    /// <summary>Schemas that judge names.</summary>
    public IEnumerable<Subschema> OfNames => Source.Keywords.OfType<PropertyNamesKeyword>().Select(k => new Subschema(k.Node, _advice));

    /// <summary>Whether <c>properties</c> declares a name.</summary>
    public bool Knows(string name) => _declared.ContainsKey(name);

    /// <summary>Location of the schema that <c>properties</c> gives for a name, or empty.</summary>
    public string DeclaredAt(string name) => Knows(name) ? Source.Location + "/properties/" + name.Replace("~", "~0").Replace("/", "~1") : "";

    /// <summary>Schemas of the value of a name.</summary>
    public IEnumerable<Subschema> ForMember(string name) =>
        _declared.TryGetValue(name, out int node) ? [new Subschema(node, _advice)] : ForOthers;

    /// <summary>An assertion of this schema.</summary>
    public Demand Demand(AssertionSpec spec) => new(spec, _advice);

    private bool IsFalse(int node) => _program.Nodes[node].Find<FalseKeyword>() is not null;
}
