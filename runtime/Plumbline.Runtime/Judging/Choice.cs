using System.ComponentModel;

namespace Plumbline;

/// <summary>
/// Drives <c>anyOf</c>, <c>oneOf</c>, <c>not</c> and <c>if</c> over one value: generated code reads the value by <see cref="Branch"/> as long as
/// <see cref="Next"/> says so.
/// </summary>
/// <remarks>
/// Each branch is tried in silence, and left at its first fault. Only where no branch matches all are read again to the end, their faults weighed.
/// What is told is decided here: nothing, the keyword's own fault, or the faults of the branch that came closest, which is then read once more,
/// aloud (see <see cref="Closeness"/>).
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Choice
{
    private const int KindBits = 6;
    private const int BranchesWithKinds = 10;
    private const int MostCandidates = 64;
    private readonly Validation _v;
    private readonly nint _at;
    private readonly Kind _kind;
    private readonly Assertion? _failed;
    private readonly Assertion? _many;
    private readonly Advice? _within;
    private readonly int _branches;
    private readonly bool _hasAdvice;
    private readonly bool _covers;
    private readonly ulong _kinds;
    private Guard? _guard;
    private ulong _candidates;
    private State _state;
    private bool _isUnread;
    private nint _ended;
    private int _closest;
    private int _matched;
    private bool _weighs;
    private bool _onlyWrongTypes;
    private long _least;
    private long _trial;
    private int _coveredBefore;

    private Choice(
        Validation v, nint at, Kind kind, int branches, Assertion? failed = null, Assertion? many = null, Advice? within = null,
        bool hasAdvice = false, bool covers = false, ulong kinds = ulong.MaxValue)
    {
        _v = v;
        _at = at;
        _kind = kind;
        _branches = branches;
        _failed = failed;
        _many = many;
        _within = failed?.Advice ?? within;
        _hasAdvice = hasAdvice;
        _covers = covers;
        _kinds = kinds;
        _onlyWrongTypes = true;
        _candidates = Guard.All;
        _least = long.MaxValue;
    }

    private enum Kind : byte
    {
        AnyOf,
        OneOf,
        Not,
        Condition,
    }

    private enum State : byte
    {
        Begun,
        Trying,
        ReadingOnly,
        ReadingAloud,
    }

    /// <summary>The branch that is read next. Of a condition: 0 is <c>if</c>, 1 <c>then</c>, 2 <c>else</c>.</summary>
    public int Branch { get; private set; }

    /// <summary>The offset after the value, once all is decided of a value that had not been read (<see cref="Reading"/>).</summary>
    public nint End { get; private set; }

    /// <summary>At least one branch has to match.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="failed">What is demanded.</param>
    /// <param name="branches">How many branches there are.</param>
    /// <param name="hasAdvice">Whether a branch that matches holds advice, to be told.</param>
    /// <param name="covers">Whether it matters what the branches evaluate, so that every branch is tried.</param>
    /// <param name="kinds">Six bits for each of the first ten branches: the kinds of values that may match it (object, array, string, number, boolean,
    /// null).</param>
    public static Choice AnyOf(
        Validation v, nint at, Assertion failed, int branches, bool hasAdvice = false, bool covers = false, ulong kinds = ulong.MaxValue) =>
        new(v, at, Kind.AnyOf, branches, failed, hasAdvice: hasAdvice, covers: covers, kinds: kinds);

    /// <summary>Exactly one branch has to match.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="none">Reported when none matches.</param>
    /// <param name="many">Reported when several match.</param>
    /// <param name="branches">How many branches there are.</param>
    /// <param name="hasAdvice">Whether a branch that matches holds advice, to be told.</param>
    /// <param name="covers">Whether it matters what the branches evaluate, so that every branch is tried.</param>
    /// <param name="kinds">Six bits for each of the first ten branches: the kinds of values that may match it (object, array, string, number, boolean,
    /// null).</param>
    public static Choice OneOf(
        Validation v, nint at, Assertion none, Assertion many, int branches, bool hasAdvice = false, bool covers = false, ulong kinds = ulong.MaxValue) =>
        new(v, at, Kind.OneOf, branches, none, many, hasAdvice: hasAdvice, covers: covers, kinds: kinds);

    /// <summary>The one branch must not match.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="failed">What is demanded.</param>
    public static Choice Not(Validation v, nint at, Assertion failed) => new(v, at, Kind.Not, 1, failed);

    /// <summary>The first branch decides which of the other two judges the value.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="within">The advice that the condition stands under.</param>
    public static Choice Condition(Validation v, nint at, Advice? within = null) => new(v, at, Kind.Condition, 1, within: within);

    /// <summary>The same choice over a value that has not been read: the first branch that matches does that. Only where none matches it is
    /// read besides.</summary>
    public readonly Choice Reading()
    {
        Choice choice = this;
        choice._isUnread = true;
        return choice;
    }

    /// <summary>The same choice between objects that a member tells apart.</summary>
    /// <param name="guard">The member and its values.</param>
    public readonly Choice By(Guard guard)
    {
        Choice choice = this;
        choice._guard = guard;
        return choice;
    }

    /// <summary>Notes where a branch's reading ended.</summary>
    /// <param name="end">The offset after the value.</param>
    public void Ended(nint end) => _ended = end;
}
