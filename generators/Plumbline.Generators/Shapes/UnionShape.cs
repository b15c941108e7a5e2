using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>A closed hierarchy: a value is one of its cases.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="Remarks">More of it, or null.</param>
/// <param name="IsDeprecated">Whether the schema says so.</param>
/// <param name="Cases">The cases, in the order of the schema.</param>
/// <param name="Selections">How the case of a JSON value is found, by the type of the value.</param>
internal sealed record UnionShape(
    string Name,
    string Summary,
    string? Remarks,
    bool IsDeprecated,
    EquatableArray<CaseShape> Cases,
    EquatableArray<CaseSelection> Selections);

/// <summary>A case of a union: a record of one value.</summary>
/// <param name="Name">C# name, inside the union.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Codec">Name of the field that reads and writes the value; null where the runtime has one for its type.</param>
/// <param name="Summary">What people read about it.</param>
/// <param name="IsConverted">Whether its values convert to the union: no other case has their type.</param>
internal sealed record CaseShape(string Name, TypeShape Type, string? Codec, string Summary, bool IsConverted);

/// <summary>How the case of a value of one JSON type is found.</summary>
/// <param name="Type">The JSON type; <see cref="JsonTypes.Number"/> for integers too.</param>
/// <param name="Member">The member whose string tells the cases apart; null where there is but one case, or where the validator tells them apart.</param>
/// <param name="Candidates">The cases there are, in the order in which they are tried.</param>
internal sealed record CaseSelection(JsonTypes Type, string? Member, EquatableArray<CaseCandidate> Candidates);

/// <summary>A case that a value may be.</summary>
/// <param name="Case">Index of the case.</param>
/// <param name="Texts">The strings of the member that mean it.</param>
/// <param name="Node">The schema that holds where it does; -1 where it is not needed.</param>
internal sealed record CaseCandidate(int Case, EquatableArray<string> Texts, int Node);
