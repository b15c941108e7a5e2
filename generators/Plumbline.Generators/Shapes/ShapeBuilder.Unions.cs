using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>Unions: closed hierarchies for <c>oneOf</c>, <c>anyOf</c> and several types.</summary>
internal sealed partial class ShapeBuilder
{
    // More cases than anybody would tell apart in a switch.
    private const int MostCases = 64;

    private readonly List<UnionShape> _unions = [];

    // By itself a schema has no dynamic scope, which $dynamicRef inside would ask for.
    private readonly bool _canJudgeApart;

    private TypeShape UnionType(Conjunction schema, string name, int depth)
    {
        IReadOnlyList<Alternative> alternatives = Alternative.Of(schema, _schemas);
        if (alternatives.Count is 0 or > MostCases)
        {
            return TypeShape.Any;
        }

        if (alternatives.Count == 1)
        {
            return TypeOf(alternatives[0], schema, name, depth);
        }

        string key = "union " + schema.Key;
        if (!_names.TryGetValue(key, out string known))
        {
            bool canTell = Selections(alternatives).All(s => s.Candidates.Count == 1 || s.Member is not null || s.Candidates.Items.All(c => c.Node >= 0));
            if (!canTell)
            {
                return TypeShape.Any;
            }

            known = _types.Take(NameOf(schema, name));
            _names.Add(key, known);
            _open.Enqueue(() => _unions.Add(Union(known, schema, alternatives)));
        }

        return new RecordReference(known);
    }

    private UnionShape Union(string name, Conjunction schema, IReadOnlyList<Alternative> alternatives)
    {
        var cases = new List<CaseShape>();
        foreach (Alternative alternative in alternatives)
        {
            string caseName = CaseName(alternative);
            TypeShape type = TypeOf(alternative, schema, name + caseName, 0);
            type = type is NullableShape nullable ? nullable.Type : type;
            cases.Add(new CaseShape(
                caseName, type, Codec(caseName, type), Summary(alternative.Schema, $"The alternative at {Place(alternative.Schema)}."), IsConverted: false));
        }

        for (int i = 0; i < cases.Count; i++)
        {
            TypeShape type = cases[i].Type;
            bool isConverted = cases.Count(other => other.Type == type) == 1 && type != new RecordReference(name);
            cases[i] = cases[i] with { IsConverted = isConverted };
        }

        return new UnionShape(
            name,
            Summary(schema, $"What is allowed at {Place(schema)}: one of {cases.Count} alternatives."),
            Remarks(schema),
            IsDeprecated(schema),
            cases.ToEquatableArray(),
            Selections(alternatives).ToEquatableArray());
    }

    // Inside of a union its cases' names come before those of other types, which therefore no case may have.
    private UnionShape WithCaseNames(UnionShape union)
    {
        var scope = new NameScope([.. RecordMembers, "Write", "Read", "Value", _root.TypeName, _root.ValidatorName, .. _names.Values]);
        CaseShape[] cases = [.. union.Cases.Items.Select(shape => shape with { Name = scope.Take(shape.Name) })];
        return union with
        {
            Cases = cases.Select(shape => shape with { Codec = shape.Codec is null ? null : scope.Take(shape.Name + "Codec") }).ToEquatableArray(),
        };
    }

    private TypeShape TypeOf(Alternative alternative, Conjunction around, string name, int depth)
    {
        Conjunction schema = alternative.Schema;
        return alternative.Types switch
        {
            _ when alternative.IsChoice => Type(schema, name, depth + 1),
            JsonTypes.String => alternative.IsMerged ? new ScalarShape(Scalar.String) : StringType(schema, name),
            JsonTypes.Integer => new ScalarShape(Scalar.Integer),
            JsonTypes.Integer | JsonTypes.Number => new ScalarShape(Scalar.Number),
            JsonTypes.Boolean => new ScalarShape(Scalar.Boolean),
            JsonTypes.Array => ArrayType(Alternative.SaysItems(around) ? around : schema, name, depth),
            _ => ObjectType(!schema.HasProperties && around.Others() is not null ? around : schema, name, depth),
        };
    }

    private IEnumerable<CaseSelection> Selections(IReadOnlyList<Alternative> alternatives)
    {
        foreach (JsonTypes kind in new[] { JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Number, JsonTypes.Boolean })
        {
            JsonTypes types = kind == JsonTypes.Number ? JsonTypes.Number | JsonTypes.Integer : kind;
            int[] possible = [.. Enumerable.Range(0, alternatives.Count).Where(i => (alternatives[i].Types & types) != 0)];
            if (possible.Length == 0)
            {
                continue;
            }

            if (possible.Length == 1)
            {
                yield return new CaseSelection(kind, null, [new CaseCandidate(possible[0], [], -1)]);
                continue;
            }

            Discriminator? told = Discriminator.Find([.. possible.Select(i => alternatives[i])], _schemas);
            yield return told is not null
                ? new CaseSelection(kind, told.Member, possible.Select((i, n) => new CaseCandidate(i, told.Texts[n], -1)).ToEquatableArray())
                : new CaseSelection(kind, null, possible.SelectMany(i => Tried(i, alternatives[i])).ToEquatableArray());
        }
    }

    private IEnumerable<CaseCandidate> Tried(int index, Alternative alternative) => _canJudgeApart && alternative.Nodes.Count > 0
        ? alternative.Nodes.Select(node => new CaseCandidate(index, [], node))
        : [new CaseCandidate(index, [], -1)];

    private string CaseName(Alternative alternative)
    {
        string? defined = alternative.IsMerged || alternative.Nodes.Count == 0 ? null : DefinitionName(alternative.Schema);
        string kind = alternative.Types switch
        {
            _ when alternative.IsChoice => "Choice",
            JsonTypes.String => "String",
            JsonTypes.Integer => "Integer",
            JsonTypes.Integer | JsonTypes.Number => "Number",
            JsonTypes.Boolean => "Boolean",
            JsonTypes.Array => "List",
            _ when alternative.Schema.HasProperties => Discriminator.NameOf(alternative, _schemas) ?? "Object",
            _ => "Map",
        };
        return defined ?? CSharpNames.Pascal(kind, "Object");
    }
}
