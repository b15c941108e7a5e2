using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What a tap does where its path ends.</summary>
internal enum TapKind
{
    /// <summary>Counts the value towards a total of <c>x-dataset</c>.</summary>
    Count,
    /// <summary>Notes the offset of the value for <c>x-alternates</c>.</summary>
    Note,
    /// <summary>Notes the offset of every value for a relation between values at paths.</summary>
    Place,
}

/// <summary>
/// Something that happens at places of the <em>instance</em>, whatever schema judges them. Plan nodes on the way are specialised by the taps
/// that pass through them.
/// </summary>
/// <param name="Kind">What happens.</param>
/// <param name="Index">Number of the total, slot or list of places.</param>
/// <param name="Rest">The way from here: member names, and <c>*</c> for every item.</param>
internal sealed record Tap(TapKind Kind, int Index, EquatableArray<string> Rest)
{
    /// <summary>The segment that stands for every item of an array.</summary>
    public const string EveryItem = "*";

    /// <summary>Whether the path ends with the next step.</summary>
    public bool IsLastStep => Rest.Count == 1;

    /// <summary>A tap at the end of a JSON Pointer with <c>*</c>.</summary>
    public static Tap Count(int index, string pointer) => new(
        TapKind.Count,
        index,
        StepsOf(pointer));

    /// <summary>The steps of a JSON Pointer with <c>*</c>.</summary>
    public static EquatableArray<string> StepsOf(string pointer) =>
        pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/").Replace("~0", "~")).ToEquatableArray();

    /// <summary>The taps that go on behind a member or <see cref="EveryItem"/>.</summary>
    public static IReadOnlyList<Tap> Behind(IEnumerable<Tap> taps, string segment) =>
        [.. taps.Where(t => t.Rest[0] == segment && !t.IsLastStep).Select(t => t with { Rest = t.Rest.Skip(1).ToEquatableArray() })];

    /// <summary>The numbers of the taps of a kind that end at a member or <see cref="EveryItem"/>.</summary>
    public static IReadOnlyList<int> EndingAt(IEnumerable<Tap> taps, string segment, TapKind kind) =>
        [.. taps.Where(t => t.Kind == kind && t.IsLastStep && t.Rest[0] == segment).Select(t => t.Index)];
}
