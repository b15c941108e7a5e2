using Plumbline.Generators.Validators.Plan;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Prints what is asked of an object's members as an expression over the bits of the members seen.</summary>
/// <param name="members">The members, by the numbers of their bits.</param>
/// <param name="present">The variable that holds the bits.</param>
internal sealed class PresenceText(IReadOnlyList<MemberPlan> members, string present)
{
    /// <summary>The expression.</summary>
    public string Of(Presence presence) => presence.Kind switch
    {
        PresenceKind.Members => OfMembers(Bits(presence.Names)),
        PresenceKind.Not => $"!({Of(presence.Parts[0])})",
        PresenceKind.All => Joined(presence.Parts, " && ", "true"),
        PresenceKind.Any when AreSingle(presence.Parts) => $"({present} & {SeenBits.Hex(Bits(presence.AllNames))}) != 0",
        PresenceKind.Any => Joined(presence.Parts, " || ", "false"),
        PresenceKind.One when AreSingle(presence.Parts) && AreDistinct(presence.Parts) =>
            $"global::System.Numerics.BitOperations.PopCount({present} & {SeenBits.Hex(Bits(presence.AllNames))}) == 1",
        _ => string.Join(" + ", presence.Parts.Select(p => $"({Of(p)} ? 1 : 0)")) + " == 1",
    };

    private string OfMembers(ulong bits) =>
        bits == 0 ? "true"
        : (bits & (bits - 1)) == 0 ? $"({present} & {SeenBits.Hex(bits)}) != 0"
        : $"({present} & {SeenBits.Hex(bits)}) == {SeenBits.Hex(bits)}";

    private string Joined(IReadOnlyList<Presence> parts, string by, string none) => parts.Count switch
    {
        0 => none,
        1 => Of(parts[0]),
        _ => string.Join(by, parts.Select(p => p.Kind == PresenceKind.Members ? Of(p) : $"({Of(p)})")),
    };

    private ulong Bits(IEnumerable<string> names) => names.Aggregate(0UL, (bits, name) => bits | (1UL << NumberOf(name)));

    private int NumberOf(string name)
    {
        int number = 0;
        while (members[number].Name != name)
        {
            number++;
        }

        return number;
    }

    private static bool AreSingle(IReadOnlyList<Presence> parts) => parts.All(p => p is { Kind: PresenceKind.Members, Names.Count: 1 });

    private static bool AreDistinct(IReadOnlyList<Presence> parts) =>
        parts.Select(p => p.Names[0]).Distinct(StringComparer.Ordinal).Count() == parts.Count;
}
