using System.Globalization;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>The static fields of a validator: what its checks refer to. Equal ones are one field; a letter tells what a field holds.</summary>
internal sealed class FieldTable
{
    // In the order in which the fields are written: a field may refer to those of the lines above.
    private static readonly (string Prefix, string Type)[] Types =
    [
        ("X", "Advice"), ("A", "Assertion"), ("Names", "NameTable"), ("G", "Guard"), ("E", "StringSet"), ("L", "LiteralSet"), ("N", "NumberRule"),
        ("P", "PatternRule"), ("F", "FormatRule"), ("T", "TokenRule"), ("U", "AlternationRule"), ("R", "PathRelation"),
    ];

    private readonly Dictionary<string, List<Field>> _fields = Types.ToDictionary(t => t.Prefix, _ => new List<Field>(), StringComparer.Ordinal);
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    /// <summary>An assertion.</summary>
    public string Assertion(Demand demand)
    {
        AssertionSpec spec = demand.Spec;
        var arguments = new List<string>
        {
            $"{GeneratedFile.Runtime}Rules.{RuleNames.Of(spec.RuleId)}", Literals.String(spec.Location), Literals.String(spec.Expected),
        };
        if (spec.Candidates.Count > 0)
        {
            arguments.Add($"candidates: {Literals.Strings(spec.Candidates)}");
        }

        if (spec.Message is not null)
        {
            arguments.Add($"message: {Literals.String(spec.Message)}");
        }

        if (demand.Advice is not null)
        {
            arguments.Add($"advice: {Advice(demand.Advice)}");
        }

        return Add("A", "new(", arguments, ");");
    }

    /// <summary>An advice.</summary>
    public string Advice(AdviceContext advice) => Add(
        "X",
        "new(",
        [$"{GeneratedFile.Runtime}Severity.{advice.Severity}", $"{GeneratedFile.Runtime}Effect.{advice.Effect}", Literals.String(advice.Message)],
        ");");

    /// <summary>The names that an object knows.</summary>
    public string Names(IEnumerable<string> names) => Add("Names", "new(", [.. names.Select(Literals.String)], ");");

    /// <summary>What tells branches apart.</summary>
    public string Guard(GuardPlan guard) => Add(
        "G",
        "new(",
        [
            Names([guard.Name]), $"absent: {SeenBits.Hex(guard.Absent)}", $"others: {SeenBits.Hex(guard.Others)}", Literals.Strings(guard.Values),
            $"[{string.Join(", ", guard.Branches.Select(SeenBits.Hex))}]",
        ],
        ");");

    /// <summary>The strings of an enum.</summary>
    public string StringSet(LiteralDemand demand) =>
        Add("E", "new(", [Assertion(demand.Demand), .. demand.Values.Select(v => Literals.String(v.Text!))], ");");

    /// <summary>JSON values.</summary>
    public string LiteralSet(LiteralDemand demand) => Add("L", "new(", [.. demand.Values.Select(v => Literals.String(v.Json))], ");");

    /// <summary>A bound or step of numbers.</summary>
    public string NumberRule(NumberDemand demand) => Add(
        "N",
        $"{GeneratedFile.Runtime}NumberRule.{demand.Bound?.ToString() ?? "MultipleOf"}(",
        [Literals.String(demand.Number), Assertion(demand.Demand)],
        ");");

    /// <summary>A pattern.</summary>
    public string PatternRule(PatternDemand demand) =>
        Add("P", "new(", [Literals.String(demand.Pattern), Assertion(demand.Demand)], ");");

    /// <summary>A format.</summary>
    public string FormatRule(FormatDemand demand) => Add("F", "new(", [Literals.String(demand.Format), Assertion(demand.Demand)], ");");

    /// <summary>A bound on tokens.</summary>
    public string TokenRule(TokenDemand demand) => Add(
        "T",
        "new(",
        [demand.IsMaximum ? "isMaximum: true" : "isMaximum: false", Literals.Number(demand.Limit), Literals.Strings(demand.Of), Assertion(demand.Demand)],
        ");");

    /// <summary>Items that take turns.</summary>
    public string AlternationRule(AlternatesPlan plan)
    {
        AlternatesKeyword k = plan.Keyword;
        bool isSimple = k.Cycle.Count > 0 && k.First.Count == 0 && k.Last.Count < 2 && k.Cycle.All(turn => turn.Count == 1);
        string cycle = isSimple ? Literals.Strings(k.Cycle.Select(turn => turn[0])) : $"[{string.Join(", ", k.Cycle.Select(turn => Literals.Strings(turn)))}]";
        return Add(
            "U",
            "new(",
            isSimple
                ? [Literals.String(k.Property), cycle, Literals.OrNull(k.Last.Count == 0 ? null : k.Last[0]), Assertion(plan.Demand)]
                : [Literals.String(k.Property), cycle, Literals.Strings(k.First), Literals.Strings(k.Last), Assertion(plan.Demand)],
            ");");
    }

    /// <summary>A relation between values at paths.</summary>
    public string PathRelation(RelationDemand relation)
    {
        List<string> arguments = relation.RuleType == "LinkRule"
            ? [.. relation.Paths.Select(Literals.String)]
            : [.. relation.Limit is { } limit ? [Literals.Number(limit)] : Array.Empty<string>(), Literals.Strings(relation.Paths)];
        arguments.Add(Assertion(relation.Demand));
        if (relation.Places.Count > 0)
        {
            arguments.Add($"places: [{string.Join(", ", relation.Places.Select(p => Literals.Number(p)))}]");
        }

        return Add("R", $"new {GeneratedFile.Runtime}{relation.RuleType}(", arguments, ");");
    }

    /// <summary>Writes the fields.</summary>
    public void Write(SourceWriter w)
    {
        foreach ((string prefix, string type) in Types)
        {
            if (_fields[prefix].Count > 0)
            {
                w.Line();
            }

            foreach (Field field in _fields[prefix])
            {
                w.List($"private static readonly {GeneratedFile.Runtime}{type} {field.Name} = {field.Start}", field.Arguments, field.End);
            }
        }
    }

    private string Add(string prefix, string start, IReadOnlyList<string> arguments, string end)
    {
        string key = $"{prefix} {start}{string.Join(", ", arguments)}{end}";
        if (!_found.TryGetValue(key, out string? name))
        {
            name = prefix + _fields[prefix].Count.ToString(CultureInfo.InvariantCulture);
            _found.Add(key, name);
            _fields[prefix].Add(new Field(name, start, arguments, end));
        }

        return name;
    }

    private sealed record Field(string Name, string Start, IReadOnlyList<string> Arguments, string End);
}
