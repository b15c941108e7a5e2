using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>Everything that one root schema becomes: one generated file.</summary>
/// <param name="Root">Where it goes and what it is called.</param>
/// <param name="Records">The records; the root's first.</param>
/// <param name="Enums">The enumerations.</param>
/// <param name="Unions">The closed hierarchies.</param>
internal sealed record RecordFile(
    RootSpec Root, EquatableArray<RecordShape> Records, EquatableArray<EnumShape> Enums, EquatableArray<UnionShape> Unions)
{
    /// <summary>The schemas inside the root by which the validator has to judge values on their own, in order, each once.</summary>
    public IReadOnlyList<int> JudgedApart() =>
    [
        .. Unions.Items.SelectMany(union => union.Selections.Items).SelectMany(selection => selection.Candidates.Items)
            .Select(candidate => candidate.Node).Where(node => node >= 0).Distinct().OrderBy(node => node),
    ];
}

/// <summary>A record.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="Remarks">More of it, or null.</param>
/// <param name="IsDeprecated">Whether the schema says so.</param>
/// <param name="Members">Its members, in the order of the schema.</param>
/// <param name="Rest">The members that the schema allows and does not name; null where it allows none.</param>
/// <param name="Form">What its JSON is.</param>
internal sealed record RecordShape(
    string Name,
    string Summary,
    string? Remarks,
    bool IsDeprecated,
    EquatableArray<MemberShape> Members,
    RestShape? Rest,
    RecordForm Form);

/// <summary>What the JSON of a record is.</summary>
internal enum RecordForm
{
    /// <summary>An object.</summary>
    Object,
    /// <summary>An array: each member is the item at its place, and those of the rest follow.</summary>
    Tuple,
    /// <summary>The value of its only member: a root that is no object.</summary>
    Value,
}

/// <summary>A member of a record.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Local">Name of the variable that holds it while the record is read; escaped where it is a keyword.</param>
/// <param name="Type">Its type when it is present.</param>
/// <param name="IsRequired">Whether it is always present.</param>
/// <param name="Constant">The one value that it can have; the property then begins with it. Null for most members.</param>
/// <param name="Codec">Name of the field that reads and writes it; null where the runtime has one for its type.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="Remarks">More of it, or null.</param>
/// <param name="IsDeprecated">Whether the schema says so.</param>
internal sealed record MemberShape(
    string JsonName,
    string Name,
    string Local,
    TypeShape Type,
    bool IsRequired,
    JsonLiteral? Constant,
    string? Codec,
    string Summary,
    string? Remarks,
    bool IsDeprecated);

/// <summary>The members of an object that its schema does not name.</summary>
/// <param name="Name">C# name of the property that holds them.</param>
/// <param name="Local">Name of the variable that gathers them.</param>
/// <param name="Type">Type of their values.</param>
/// <param name="Codec">Name of the field that reads and writes one of them; null where the runtime has one for its type.</param>
internal sealed record RestShape(string Name, string Local, TypeShape Type, string? Codec);

/// <summary>An enumeration: strings of which a value is one.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="Members">The strings and their C# names.</param>
internal sealed record EnumShape(string Name, string Summary, EquatableArray<EnumMember> Members);

/// <summary>A string that an enumeration allows.</summary>
internal sealed record EnumMember(string JsonName, string Name);
