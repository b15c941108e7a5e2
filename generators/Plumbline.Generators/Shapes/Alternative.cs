using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>
/// One of the things that a value can be, found out without looking at what lies inside it, so that recursive schemas end.
/// </summary>
internal sealed class Alternative(Conjunction schema, JsonTypes types)
{
    private static readonly JsonTypes[] Kinds = [JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Integer | JsonTypes.Number, JsonTypes.Boolean];

    /// <summary>The schemas that hold for it; where branches differ in nothing that a C# type shows, those of the first.</summary>
    public Conjunction Schema { get; } = schema;

    /// <summary>Its JSON types: one, unless it is a choice by itself; integers count as numbers too.</summary>
    public JsonTypes Types { get; private set; } = types;

    /// <summary>The branches that come to it; empty where only the type tells alternatives apart.</summary>
    public List<int> Nodes { get; } = [];

    /// <summary>Whether it is a choice by itself, with a type of its own.</summary>
    public bool IsChoice { get; private init; }

    /// <summary>Whether several branches come to it that demand different things.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>
    /// The alternatives that a schema leaves a value, <c>null</c> apart. None where it leaves everything, where one branch does, or where
    /// several choices would have to be crossed.
    /// </summary>
    public static IReadOnlyList<Alternative> Of(Conjunction schema, Conjunctions all)
    {
        JsonTypes types = schema.Types & ~JsonTypes.Null;
        EquatableArray<int>[] choices = schema.HasProperties ? [] : [.. schema.Choices()];
        if (types == (JsonTypes.Any & ~JsonTypes.Null) || choices.Length > 1)
        {
            return [];
        }

        var found = new List<Alternative>();
        if (choices.Length == 0)
        {
            found.AddRange(Kinds.Where(kind => (kind & types) != 0).Select(kind => new Alternative(schema, kind & types)));
            return found;
        }

        foreach (int node in choices[0])
        {
            Conjunction branch = all.Of(node);
            JsonTypes left = branch.Types & types;
            if (IsChoiceItself(branch, left))
            {
                Add(found, new Alternative(branch, left) { IsChoice = true }, node);
                continue;
            }

            foreach (JsonTypes kind in Kinds.Where(kind => (kind & left) != 0))
            {
                Add(found, new Alternative(branch, kind & left), node);
            }
        }

        return found;
    }

    /// <summary>Whether a schema says what the items of an array are.</summary>
    public static bool SaysItems(Conjunction schema) => schema.All<ItemsKeyword>().Any() || schema.All<PrefixItemsKeyword>().Any();

    private static bool IsChoiceItself(Conjunction branch, JsonTypes types) =>
        types != JsonTypes.None && !branch.HasProperties && branch.Choices().Any()
        && !(types is JsonTypes.String or JsonTypes.Boolean or JsonTypes.Integer or (JsonTypes.Integer | JsonTypes.Number));

    private static void Add(List<Alternative> found, Alternative alternative, int node)
    {
        Alternative? same = found.Find(alternative.IsSameTypeAs);
        if (same is null)
        {
            found.Add(alternative);
        }
        else
        {
            same.Types |= alternative.Types;
            same.IsMerged |= same.Schema.Key != alternative.Schema.Key;
        }

        (same ?? alternative).Nodes.Add(node);
    }

    // Strings are strings, whatever each branch demands of them; so are lists and maps of untyped JSON.
    private bool IsSameTypeAs(Alternative other)
    {
        if (IsChoice || other.IsChoice || (Types & other.Types) == 0)
        {
            return IsChoice && other.IsChoice && Schema.Key == other.Schema.Key;
        }

        return Schema.Key == other.Schema.Key || Types switch
        {
            JsonTypes.Object => IsUntypedMap(Schema) && IsUntypedMap(other.Schema),
            JsonTypes.Array => !SaysItems(Schema) && !SaysItems(other.Schema),
            _ => true,
        };
    }

    private static bool IsUntypedMap(Conjunction schema) => !schema.HasProperties && schema.Others() is null;

}
