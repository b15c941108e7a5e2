namespace Plumbline;

/// <summary>How far a value is from a branch of <c>anyOf</c> or <c>oneOf</c> that it does not match: the sum of its faults' weights. The branch
/// with the lowest sum came closest, and only its faults are told; of equals the first is taken.</summary>
/// <remarks>A value of the wrong type was hardly meant for the branch at all; a wrong constant is how most unions tell their branches apart
/// (<c>"kind": "circle"</c>), whether the branch is that constant itself or an object that holds it. Everything else is a slip.</remarks>
public static class Closeness
{
    /// <summary>Weight of a wrong type at the tried value itself.</summary>
    public const long WrongType = 1_000_000;

    /// <summary>Weight of a wrong <c>const</c> or <c>enum</c> at the tried value or directly in a member of it.</summary>
    public const long WrongConstant = 1_000;

    /// <summary>Weight of any other fault.</summary>
    public const long Slip = 1;

    /// <summary>The weight of one fault.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="depth">How many arrays and objects deep the fault lies inside the tried value; 0 for the tried value itself.</param>
    public static long Of(Rule rule, int depth)
    {
        if (depth == 0 && (ReferenceEquals(rule, Rules.Type) || ReferenceEquals(rule, Rules.AnyOf) || ReferenceEquals(rule, Rules.OneOf)))
        {
            // A failed union is told as one fault of its own only when every branch failed by its type.
            return WrongType;
        }

        return depth <= 1 && (ReferenceEquals(rule, Rules.Const) || ReferenceEquals(rule, Rules.Enum)) ? WrongConstant : Slip;
    }

    /// <summary>What a failed union inside a tried branch adds to the branch's penalty: its own closest branch is not read again while muted.</summary>
    /// <param name="penalty">Lowest penalty among the inner union's branches.</param>
    /// <param name="depth">How many arrays and objects deep the inner union's value lies inside the outer tried value.</param>
    public static long OfUnion(long penalty, int depth) =>
        depth == 0 ? penalty : (penalty / WrongType) + (penalty % WrongType / WrongConstant) + (penalty % WrongConstant);

    /// <summary>Whether a branch failed by the type of the tried value itself (or something that weighs as much).</summary>
    public static bool IsWrongType(long penalty) => penalty >= WrongType;
}
