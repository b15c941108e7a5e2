using System.Collections.Immutable;
using Plumbline.Generators.Records;
using Plumbline.Generators.Shapes;
using Plumbline.Generators.Validators.Plan;

namespace Plumbline.Compilation;

/// <summary>What a schema becomes in C#, for people.</summary>
/// <param name="Schema">Logical name of its file.</param>
/// <param name="FileName">Name of the generated file.</param>
/// <param name="Types">Its types; the root's record first.</param>
/// <param name="Validator">What its validator does.</param>
public sealed record SchemaOutline(string Schema, string FileName, ImmutableArray<TypeOutline> Types, ValidatorOutline Validator)
{
    internal static SchemaOutline Of(ShapedSchema schema)
    {
        RecordFile file = schema.File;
        return new SchemaOutline(
            file.Root.Schema,
            file.Root.HintName,
            [.. file.Records.Items.Select(Of), .. file.Unions.Items.Select(Of), .. file.Enums.Items.Select(Of)],
            ValidatorOutline.Of(file.Root.ValidatorName, ValidationPlan.Of(schema.Program, file.Root.ValidatorName, file.JudgedApart())));
    }

    private static TypeOutline Of(RecordShape record)
    {
        IEnumerable<MemberOutline> members = record.Members.Items.Select(member => new MemberOutline(
            member.Name,
            record.Form == RecordForm.Object ? member.JsonName : null,
            Plain(member.IsRequired ? TypeText.Of(member.Type) : TypeText.OfOptional(member.Type)),
            member.IsRequired,
            member.Constant?.Json,
            HoldsAny(member.Type)));
        if (record.Rest is { } rest)
        {
            string type = Plain(TypeText.Of(rest.Type));
            members = members.Append(new MemberOutline(
                rest.Name, null, record.Form == RecordForm.Tuple ? $"ValueList<{type}>" : $"ValueMap<{type}>", true, null, HoldsAny(rest.Type)));
        }

        string kind = record.Form switch
        {
            RecordForm.Tuple => "record of an array",
            RecordForm.Value => "record of a value",
            _ => "record",
        };
        return new TypeOutline(record.Name, kind, record.Summary, [.. members]);
    }

    private static TypeOutline Of(UnionShape union) => new(
        union.Name,
        "union",
        union.Summary,
        [.. union.Cases.Items.Select(kase => new MemberOutline(kase.Name, null, Plain(TypeText.Of(kase.Type)), true, null, HoldsAny(kase.Type)))]);

    private static TypeOutline Of(EnumShape shape) => new(
        shape.Name,
        "enum",
        shape.Summary,
        [.. shape.Members.Items.Select(member => new MemberOutline(member.Name, member.JsonName, null, true, null, false))]);

    // The aliases are for compilers.
    private static string Plain(string type) => type.Replace("Plb::", "", StringComparison.Ordinal).Replace("Stj::", "", StringComparison.Ordinal);

    private static bool HoldsAny(TypeShape type) => type switch
    {
        ScalarShape scalar => scalar.Scalar == Scalar.Any,
        ListShape list => HoldsAny(list.Item),
        MapShape map => HoldsAny(map.Value),
        NullableShape nullable => HoldsAny(nullable.Type),
        _ => false,
    };
}

/// <summary>A type.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Kind"><c>record</c>, <c>record of an array</c>, <c>record of a value</c>, <c>union</c> or <c>enum</c>.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="Members">Its members; a union's cases; an enumeration's values.</param>
public sealed record TypeOutline(string Name, string Kind, string Summary, ImmutableArray<MemberOutline> Members);

/// <summary>A member of a record, a case of a union, or a value of an enumeration.</summary>
/// <param name="Name">C# name.</param>
/// <param name="JsonName">Name in JSON (of an enumeration's value: the string); null where it has none.</param>
/// <param name="Type">C# type; null for a value of an enumeration.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Constant">The one value that it can have, as JSON, or null.</param>
/// <param name="HoldsAny">Whether it holds JSON of any kind: the schema says too little for a type, or what no type can say.</param>
public sealed record MemberOutline(string Name, string? JsonName, string? Type, bool IsRequired, string? Constant, bool HoldsAny);

/// <summary>What a generated validator does.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Readings">Schemas that it reads values by: its methods.</param>
/// <param name="ReadAgain">Where in the schema a value is read again after its first reading: alternatives, conditions, what is left unevaluated.</param>
/// <param name="Remembered">How many of them remember their verdicts by place, so that readings inside readings do not multiply.</param>
public sealed record ValidatorOutline(string Name, int Readings, ImmutableArray<string> ReadAgain, int Remembered)
{
    internal static ValidatorOutline Of(string name, ValidationPlan plan)
    {
        PlanNode[] nodes = [.. plan.Nodes.Where(node => !node.IsTrivial)];
        return new ValidatorOutline(
            name,
            nodes.Length,
            [.. nodes.Where(node => node.IsReadAgain).Select(node => node.Location).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            nodes.Count(node => node.Visit >= 0));
    }
}
