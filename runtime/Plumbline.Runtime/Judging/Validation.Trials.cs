namespace Plumbline;

// What trials of branches need of the reader.
public sealed unsafe partial class Validation
{
    private Trial[] _trials = new Trial[8];
    private bool _hasLeft;
    private bool _isInDoubt;
    private bool _reliesOnNames;
    private bool _hasRepeated;

    /// <summary>How often branches were tried or values read again: what stays within the size of the text times the number of schemas.</summary>
    public long Visits { get; internal set; }

    internal VisitTable Remembered { get; } = new();

    internal bool IsMalformed => _malformed;

    /// <summary>Whether the innermost trial only asks whether a value matches, so that its first fault ends it.</summary>
    internal bool IsDeciding { get; private set; }

    /// <summary>Whether the value is read as if it were valid: a branch that alone can match is not tried but read aloud at once, and no name is taken to
    /// occur twice. Where that turns out to be wrong, the value is read again without.</summary>
    internal bool AssumesValid { get; private set; }

    /// <summary>Begins to try a value in silence, for <c>contains</c>.</summary>
    /// <param name="assertion">The assertion that the trial serves.</param>
    /// <returns>A mark for <see cref="Matched"/>.</returns>
    public long Try(Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        Visits++;
        return BeginTrial(assertion.Advice, decides: true);
    }

    /// <summary>Ends a trial.</summary>
    /// <returns>1 when the value matches, otherwise 0.</returns>
    public int Matched(long trial) => EndTrial(trial) == 0 ? 1 : 0;

    /// <summary>Begins to try a value in silence.</summary>
    /// <param name="within">The advice that the tried schema stands under.</param>
    /// <param name="decides">Whether the first fault ends the trial; otherwise all are weighed.</param>
    /// <returns>A mark for <see cref="EndTrial"/>.</returns>
    internal long BeginTrial(Advice? within, bool decides)
    {
        long mark = _faults.BeginTrial(_depth, within);
        if (mark == _trials.Length)
        {
            Array.Resize(ref _trials, _trials.Length * 2);
        }

        _trials[mark] = new Trial(_depth, IsDeciding, _known, WasLeft: _malformed);
        IsDeciding = decides;
        return mark;
    }

    /// <summary>Ends a trial, and takes the reader back to where it stood if the trial was left.</summary>
    /// <returns>The penalty: 0 when the value matches.</returns>
    internal long EndTrial(long mark)
    {
        Trial trial = _trials[mark];
        IsDeciding = trial.OuterIsDeciding;
        if (_hasLeft && !trial.WasLeft)
        {
            _hasLeft = false;
            _malformed = false;
            _known = trial.Known; // what the trial read, it read in part
            _depth = trial.Depth;
        }

        return _faults.EndTrial(mark);
    }

    /// <summary>Leaves the innermost trial when it has failed and nothing else is asked of it: like malformed text, so that every loop runs out
    /// by itself.</summary>
    internal void LeaveFailedTrial()
    {
        if (IsDeciding && _faults.Penalty != 0 && !_malformed)
        {
            _hasLeft = true;
            _malformed = true;
        }
    }

    /// <summary>Ends a reading that assumes that the value is valid, when it is not: like malformed text, so that every loop runs out by itself.</summary>
    internal void Doubt()
    {
        _isInDoubt = true;
        _malformed = true;
    }

    /// <summary>An offset as faults count it: from the start of the value's line or document.</summary>
    internal int Offset(nint at) => (int)(at - _origin);

    partial void BeginChoices()
    {
        Visits = 0;
        Covered = 0;
        Remembered.Clear();
    }

    // Where a trial begins after one around it was left, it ends as it began: only that one takes the reader back.
    private readonly record struct Trial(int Depth, bool OuterIsDeciding, nint Known, bool WasLeft);
}
