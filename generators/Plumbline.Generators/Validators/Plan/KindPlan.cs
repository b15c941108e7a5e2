using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What a node demands of values of one kind: what its assertions come down to once the first byte of the value is known.</summary>
internal sealed class KindPlan
{
    /// <summary>The kinds of values, as their first bytes tell them apart.</summary>
    public static readonly IReadOnlyList<JsonTypes> Kinds =
        [JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Number, JsonTypes.Boolean, JsonTypes.Null];

    /// <summary>Works out what a node demands of a kind.</summary>
    public KindPlan(PlanNode node, JsonTypes kind)
    {
        Kind = kind;
        Faults = [.. node.Never, .. node.Types.Where(t => t.Rejects(kind)).Select(t => t.Demand)];
        foreach (LiteralDemand literal in node.Literals)
        {
            AddLiteral(literal);
        }

        Integers = kind == JsonTypes.Number ? [.. node.Types.Where(t => t.OnlyIntegers)] : [];
        HasBody = Literals.Count > 0 || kind switch
        {
            JsonTypes.Object => node.Object is not null,
            JsonTypes.Array => node.Array is not null,
            JsonTypes.String => node.Lengths.Count + node.Patterns.Count + node.Formats.Count + node.Tokens.Count > 0,
            JsonTypes.Number => node.Numbers.Count + Integers.Count > 0,
            _ => false,
        };
    }

    /// <summary>The kind.</summary>
    public JsonTypes Kind { get; }

    /// <summary>Name of the method that reads a value of the kind, where several kinds of one node have a body.</summary>
    public string Name { get; set; } = "";

    /// <summary>Assertions that every value of the kind breaks.</summary>
    public List<Demand> Faults { get; }

    /// <summary>Literals of the kind that a value has to equal.</summary>
    public List<LiteralDemand> Literals { get; } = [];

    /// <summary>Assertions that only whole numbers keep.</summary>
    public IReadOnlyList<TypeDemand> Integers { get; }

    /// <summary>Whether the value itself decides anything, so that it is read by more than skipping it.</summary>
    public bool HasBody { get; }

    /// <summary>Whether the kind needs the same as another: nothing but the same faults.</summary>
    public bool IsSameAs(KindPlan other) => !HasBody && !other.HasBody && Faults.SequenceEqual(other.Faults);

    // An enum without a literal of the kind is broken by all of the kind; one with all literals of the kind is kept by all.
    private void AddLiteral(LiteralDemand literal)
    {
        if (literal.Type?.Rejects(Kind) == true)
        {
            return;
        }

        JsonLiteral[] values = [.. literal.Values.Where(v => KindOf(v.Type) == Kind)];
        int distinct = values.Select(v => v.Json).Distinct(StringComparer.Ordinal).Count();

        // Where only whole numbers reach the enum, it is not the kind alone that breaks it.
        if (values.Length == 0 && !(Kind == JsonTypes.Number && literal.OnlyIntegers))
        {
            Faults.Add(literal.Demand);
        }
        else if (!(Kind == JsonTypes.Null || (Kind == JsonTypes.Boolean && distinct == 2)))
        {
            // Of other kinds, the type has been decided by the first byte.
            Literals.Add(literal with { Values = values.ToEquatableArray(), Type = Kind == JsonTypes.Number ? literal.Type : null });
        }
    }

    private static JsonTypes KindOf(JsonTypes type) => type == JsonTypes.Integer ? JsonTypes.Number : type;
}
