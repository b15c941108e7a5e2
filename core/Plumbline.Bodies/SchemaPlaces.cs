using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>What a schema says of one place of a body, for those who want to put a value there.</summary>
/// <param name="Types">The types that a value can have there.</param>
/// <param name="Default">The value that holds where nothing stands there, as compact JSON; null where the schema names none.</param>
/// <param name="Values">The values that are allowed, where the schema lists them; empty elsewhere.</param>
internal sealed record SchemaSlot(JsonTypes Types, string? Default, IReadOnlyList<JsonLiteral> Values)
{
    /// <summary>The strings among the values.</summary>
    public IReadOnlyList<string> Strings => [.. Values.Select(value => value.Text).OfType<string>()];
}

/// <summary>Finds the schemas that hold at a place of a body whatever else the body says: those behind references and <c>allOf</c>, not the
/// branches of a choice.</summary>
internal sealed class SchemaPlaces(SchemaProgram program)
{
    /// <summary>What the schema says of the value that begins at an offset.</summary>
    public SchemaSlot SlotAt(PositionedText text, int offset) => Describe(Walk(text.Root, offset));

    /// <summary>What the schema says of a member, present or not, of the object that begins at an offset.</summary>
    public SchemaSlot MemberSlot(PositionedText text, int objectOffset, string name) => Describe(Step(Walk(text.Root, objectOffset), name));

    private HashSet<int> Walk(PositionedValue value, int offset)
    {
        HashSet<int> nodes = Closure([0]);
        while (value.Span.Start != offset)
        {
            // The member or item that holds the offset; names of members are no values.
            PositionedMember? member = value.Members.FirstOrDefault(inner => Holds(inner.Value, offset));
            PositionedValue? item = value.Items.FirstOrDefault(inner => Holds(inner, offset));
            if (member is null && item is null)
            {
                return [];
            }

            nodes = member is null ? StepToItem(nodes) : Step(nodes, member.Name);
            value = member?.Value ?? item!;
        }

        return nodes;
    }

    private static bool Holds(PositionedValue value, int offset) => value.Span.Start == offset || (value.Span.Start < offset && offset < value.Span.End);

    private HashSet<int> Step(IEnumerable<int> nodes, string name) => Closure(nodes
        .SelectMany(node => program.Nodes[node].Keywords.Items.OfType<PropertiesKeyword>())
        .SelectMany(keyword => keyword.Properties.Items)
        .Where(property => property.Name == name)
        .Select(property => property.Node));

    private HashSet<int> StepToItem(IEnumerable<int> nodes) => Closure(nodes
        .SelectMany(node => program.Nodes[node].Keywords.Items.OfType<ItemsKeyword>())
        .Select(keyword => keyword.Node));

    // In the order in which the schemas are met: what stands nearest to the place comes first.
    private HashSet<int> Closure(IEnumerable<int> start)
    {
        var nodes = new HashSet<int>();
        var open = new Queue<int>(start);
        while (open.Count > 0)
        {
            int index = open.Dequeue();
            if (!nodes.Add(index))
            {
                continue;
            }

            foreach (Keyword keyword in program.Nodes[index].Keywords)
            {
                switch (keyword)
                {
                    case RefKeyword reference:
                        open.Enqueue(reference.Node);
                        break;
                    case AllOfKeyword all:
                        foreach (int node in all.Nodes)
                        {
                            open.Enqueue(node);
                        }

                        break;
                }
            }
        }

        return nodes;
    }

    private SchemaSlot Describe(HashSet<int> nodes)
    {
        JsonTypes types = JsonTypes.Any;
        string? standard = null;
        JsonLiteral[]? values = null;
        foreach (SchemaNode node in nodes.Select(index => program.Nodes[index]))
        {
            standard ??= node.Annotations.Default;
            foreach (Keyword keyword in node.Keywords)
            {
                switch (keyword)
                {
                    case TypeKeyword type:
                        types &= (type.Types & JsonTypes.Number) != 0 ? type.Types | JsonTypes.Integer : type.Types;
                        break;
                    case ConstKeyword constant:
                        values = [constant.Value];
                        break;
                    case EnumKeyword list when values is null:
                        values = [.. list.Values.Items];
                        break;
                }
            }
        }

        return new SchemaSlot(nodes.Count == 0 ? JsonTypes.None : types, standard, values ?? []);
    }
}
