using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>Arrays: lists of one type, and records of items that each have a schema of their own (<c>prefixItems</c>).</summary>
internal sealed partial class ShapeBuilder
{
    // More items than anybody would give a member each.
    private const int MostTupleItems = 64;

    private TypeShape ArrayType(Conjunction schema, string name, int depth)
    {
        PrefixItemsKeyword[] prefixes = [.. schema.All<PrefixItemsKeyword>()];
        if (prefixes.Length != 1 || prefixes[0].Nodes.Count is 0 or > MostTupleItems)
        {
            return new ListShape(Items(schema, name, depth));
        }

        string key = "tuple " + schema.Key;
        if (!_names.TryGetValue(key, out string known))
        {
            known = _types.Take(NameOf(schema, name));
            _names.Add(key, known);
            _open.Enqueue(() => _records.Add(Tuple(known, schema, prefixes[0].Nodes)));
        }

        return new RecordReference(known);
    }

    private RecordShape Tuple(string name, Conjunction schema, EquatableArray<int> nodes)
    {
        long required = schema.All<SizeKeyword>().Where(size => size.Size == Size.MinItems).Select(size => size.Limit).Append(0).Max();
        long most = schema.All<SizeKeyword>().Where(size => size.Size == Size.MaxItems).Select(size => size.Limit).Append(long.MaxValue).Min();
        var scope = new NameScope([.. RecordMembers, name, _root.ValidatorName]);
        var locals = new NameScope(["reader", "writer", "more"]);
        var members = new MemberShape[nodes.Count];
        for (int i = 0; i < members.Length; i++)
        {
            var item = _schemas.Of(nodes[i]);
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            string member = scope.Take(item.Annotation(a => a.Title) is { } title ? CSharpNames.Pascal(title, "Item" + number) : "Item" + number);
            TypeShape type = Type(item, name + member, 0);
            members[i] = new MemberShape(
                "", member, locals.Take(CSharpNames.Camel(member)), type, i < required, Constant(item, type), Codec(member, type),
                Summary(item, $"Item {number} of the array."), MemberRemarks(item), IsDeprecated(item));
        }

        RestShape? rest = null;
        ItemsKeyword? others = schema.All<ItemsKeyword>().FirstOrDefault();
        if (most > nodes.Count && (others is null || _schemas.Of(others.Node).Types != JsonTypes.None))
        {
            TypeShape type = others is null ? TypeShape.Any : Type(_schemas.Of(others.Node), name + "Item", 0);
            string restName = scope.Take("AdditionalItems");
            rest = new RestShape(restName, locals.Take("others"), type, Codec(restName, type) is { } codec ? scope.Take(codec) : null);
        }

        return new RecordShape(
            name,
            Summary(schema, $"The array at {Place(schema)}."),
            Remarks(schema),
            IsDeprecated(schema),
            members.Select(member => member with { Codec = member.Codec is { } codec ? scope.Take(codec) : null }).ToEquatableArray(),
            rest,
            RecordForm.Tuple);
    }
}
