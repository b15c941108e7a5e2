using System.Numerics;

namespace Plumbline;

// What is read next, and what is told in the end.
public partial struct Choice
{
    /// <summary>Whether the value is to be read by <see cref="Branch"/>; when not, all is decided.</summary>
    public bool Next()
    {
        switch (_state)
        {
            case State.Begun:
                End = _v.End;
                return !_v.IsMalformed && Begin();
            case State.ReadingOnly:
                ReadOnly();
                return false;
            case State.Trying:
                long penalty = _v.EndTrial(_trial);

                // Or a trial around this one has failed: then nothing more is asked either.
                return !_v.IsMalformed && Weigh(penalty);
            default:
                return false;
        }
    }

    private bool Begin()
    {
        if (_kind is Kind.Not or Kind.Condition)
        {
            return Decides(0);
        }

        FindCandidates();
        if (_v.IsMalformed)
        {
            return false;
        }

        // A branch that alone can match need not be tried: while branches are only tried its first fault ends the trial around, and otherwise it is
        // read aloud. An advice that is broken is no reason to read the whole value again.
        bool readsAloud = !_v.Faults.IsMuted && _v.AssumesValid && !_v.Faults.HasErrors && _within is null;
        return BitOperations.IsPow2(_candidates) && (_v.IsDeciding || readsAloud)
            ? ReadOnly(BitOperations.TrailingZeroCount(_candidates))
            : Decides(0);
    }

    // A bit for each branch that a value of this kind, and with this value of the guard's member, may match.
    private void FindCandidates()
    {
        byte first = _v.Peek(_at);
        ulong candidates = _guard is not null && first == '{' ? _guard.Candidates(_v, _at) : Guard.All;
        if (_kinds != ulong.MaxValue)
        {
            ulong kind = KindOf(first);
            for (int branch = 0; branch < _branches && branch < BranchesWithKinds; branch++)
            {
                candidates &= ((_kinds >> (KindBits * branch)) & kind) == 0 ? ~(1UL << branch) : ulong.MaxValue;
            }
        }

        _candidates = _branches < MostCandidates ? candidates & ((1UL << _branches) - 1) : candidates;
    }

    // Goes on with the first branch from this one on that the value may match.
    private bool Decides(int branch)
    {
        while (branch < _branches && !_weighs && branch < MostCandidates && ((_candidates >> branch) & 1) == 0)
        {
            branch++;
        }

        return branch < _branches ? Try(branch) : Decide();
    }

    private bool ReadOnly(int branch)
    {
        _v.Visits++;
        Branch = branch;
        _state = State.ReadingOnly;
        return true;
    }

    private void ReadOnly()
    {
        End = _isUnread ? _v.Known(_ended) : End;
        if (!_v.Faults.IsMuted && !_v.IsMalformed && _v.Faults.HasErrors)
        {
            _v.Doubt();
            End = _v.End;
        }
    }

    private static ulong KindOf(byte first) => first switch
    {
        (byte)'{' => 1,
        (byte)'[' => 2,
        (byte)'"' => 4,
        (byte)'t' or (byte)'f' => 16,
        (byte)'n' => 32,
        _ => 8,
    };

    private bool Try(int branch)
    {
        _v.Visits++;
        Branch = branch;
        _state = State.Trying;
        _coveredBefore = _v.Covered;
        _trial = _v.BeginTrial(_within, decides: !_weighs);
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
            if (_isUnread)
            {
                _isUnread = false;
                End = _v.Known(_ended);
            }

            _matched++;
            _closest = _matched == 1 ? Branch : _closest;
        }
        else if (_weighs)
        {
            _onlyWrongTypes &= Closeness.IsWrongType(penalty);
            _closest = penalty < _least ? Branch : _closest;
            _least = Math.Min(penalty, _least);
        }

        bool decided = !_covers && _matched > (_kind == Kind.OneOf ? 1 : 0);
        return decided ? Decide() : Decides(Branch + 1);
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

        if (_v.IsDeciding)
        {
            _v.Faults.AddUnion(Closeness.Slip, _v.Depth, _failed!.Advice);
            _v.LeaveFailedTrial();
            return false;
        }

        if (!_weighs)
        {
            _weighs = true;
            End = _isUnread ? _v.Known(_v.Skip(_at)) : End;
            return !_v.IsMalformed && Try(0);
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
