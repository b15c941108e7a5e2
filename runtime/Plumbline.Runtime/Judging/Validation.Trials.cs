namespace Plumbline;

// What trials of branches need of the reader.
public sealed unsafe partial class Validation
{
    /// <summary>How often branches were tried or values read again: what stays within the size of the text times the number of schemas.</summary>
    public long Visits { get; internal set; }

    internal Dictionary<Visit.Key, Visit.Outcome> Remembered { get; } = [];

    internal bool IsMalformed => _malformed;

    /// <summary>Begins to try a value in silence, for <c>contains</c>.</summary>
    /// <param name="assertion">The assertion that the trial serves.</param>
    /// <returns>A mark for <see cref="Matched"/>.</returns>
    public long Try(Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        Visits++;
        return _faults.BeginTrial(_depth, assertion.Advice);
    }

    /// <summary>Ends a trial.</summary>
    /// <returns>1 when the value matches, otherwise 0.</returns>
    public int Matched(long trial) => _faults.EndTrial(trial) == 0 ? 1 : 0;

    /// <summary>An offset as faults count it: from the start of the value's line or document.</summary>
    internal int Offset(nint at) => (int)(at - _origin);

    partial void BeginChoices()
    {
        Visits = 0;
        Covered = 0;
        if (Remembered.Count > 0)
        {
            Remembered.Clear();
        }
    }
}
