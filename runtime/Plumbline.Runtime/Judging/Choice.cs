using System.ComponentModel;

namespace Plumbline;

/// <summary>
/// Drives <c>anyOf</c>, <c>oneOf</c>, <c>not</c> and <c>if</c> over one value: generated code reads the value by <see cref="Branch"/> as long as
/// <see cref="Next"/> says so.
/// </summary>
/// <remarks>
/// Each branch is tried in silence, its faults weighed. What is told in the end is decided here: nothing, the keyword's own fault, or
/// the faults of the branch that came closest, which is then read once more, aloud (see <see cref="Closeness"/>).
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Choice
{
    private readonly Validation _v;
    private readonly nint _at;
    private readonly Kind _kind;
    private readonly Assertion? _failed;
    private readonly Assertion? _many;
    private readonly Advice? _within;
    private readonly int _branches;
    private readonly bool _hasAdvice;
    private readonly bool _covers;
    private State _state;
    private int _closest;
    private int _matched;
    private bool _onlyWrongTypes;
    private long _least;
    private long _trial;
    private int _coveredBefore;

    private Choice(
        Validation v, nint at, Kind kind, int branches, Assertion? failed = null, Assertion? many = null, Advice? within = null, bool hasAdvice = false, bool covers = false)
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
        _onlyWrongTypes = true;
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
        ReadingAloud,
    }

    /// <summary>The branch that is read next. Of a condition: 0 is <c>if</c>, 1 <c>then</c>, 2 <c>else</c>.</summary>
    public int Branch { get; private set; }

    /// <summary>At least one branch has to match.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="failed">What is demanded.</param>
    /// <param name="branches">How many branches there are.</param>
    /// <param name="hasAdvice">Whether a branch that matches holds advice, to be told.</param>
    /// <param name="covers">Whether it matters what the branches evaluate, so that every branch is tried.</param>
    public static Choice AnyOf(Validation v, nint at, Assertion failed, int branches, bool hasAdvice = false, bool covers = false) =>
        new(v, at, Kind.AnyOf, branches, failed, hasAdvice: hasAdvice, covers: covers);

    /// <summary>Exactly one branch has to match.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="none">Reported when none matches.</param>
    /// <param name="many">Reported when several match.</param>
    /// <param name="branches">How many branches there are.</param>
    /// <param name="hasAdvice">Whether a branch that matches holds advice, to be told.</param>
    /// <param name="covers">Whether it matters what the branches evaluate, so that every branch is tried.</param>
    public static Choice OneOf(
        Validation v, nint at, Assertion none, Assertion many, int branches, bool hasAdvice = false, bool covers = false) =>
        new(v, at, Kind.OneOf, branches, none, many, hasAdvice: hasAdvice, covers: covers);

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

    /// <summary>Whether the value is to be read by <see cref="Branch"/>; when not, all is decided.</summary>
    public bool Next()
    {
        switch (_state)
        {
            case State.Begun:
                return Try(0);
            case State.Trying:
                return Weigh(_v.Faults.EndTrial(_trial));
            default:
                return false;
        }
    }

    private bool Try(int branch)
    {
        _v.Visits++;
        Branch = branch;
        _state = State.Trying;
        _coveredBefore = _v.Covered;
        _trial = _v.Faults.BeginTrial(_v.Depth, _within);
        return true;
    }

    private bool ReadAloud(int branch)
    {
        _v.Visits++;
        Branch = branch;
        _state = State.ReadingAloud;
        return true;
    }

    private bool Weigh(long penalty)
    {
        if (penalty != 0)
        {
            _v.Uncover(_coveredBefore);
        }

        if (_kind == Kind.Condition)
        {
            return ReadAloud(penalty == 0 ? 1 : 2);
        }

        if (penalty == 0)
        {
            _matched++;
            _closest = _matched == 1 ? Branch : _closest;
        }
        else if (_matched == 0 && penalty < _least)
        {
            _least = penalty;
            _closest = Branch;
        }

        _onlyWrongTypes &= Closeness.IsWrongType(penalty);
        bool decided = !_covers && _matched > (_kind == Kind.OneOf ? 1 : 0);
        return !decided && Branch + 1 < _branches ? Try(Branch + 1) : Decide();
    }

    private bool Decide()
    {
        _state = State.ReadingAloud;
        if (_kind == Kind.Not || (_kind == Kind.OneOf && _matched > 1))
        {
            if (_matched > 0)
            {
                _v.Fault(_kind == Kind.Not ? _failed! : _many!, _at);
            }

            return false;
        }

        if (_matched > 0)
        {
            return _hasAdvice && !_v.Faults.IsMuted && ReadAloud(_closest);
        }

        if (_v.Faults.IsMuted)
        {
            _v.Faults.AddUnion(_least, _v.Depth, _failed!.Advice);
            return false;
        }

        if (_onlyWrongTypes)
        {
            _v.Fault(_failed!, _at);
            return false;
        }

        return ReadAloud(_closest);
    }
}
