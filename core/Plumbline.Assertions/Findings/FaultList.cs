namespace Plumbline;

/// <summary>The faults of one value (of one line). Reused for the next; in steady state it allocates nothing.</summary>
public sealed class FaultList
{
    private Fault[] _faults = new Fault[16];
    private Trial[] _trials = new Trial[8];
    private int _trialCount;

    /// <summary>Number of faults.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a fault of severity <see cref="Severity.Error"/> is among them: whether the value is invalid.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether a branch is only tried, so that faults add to <see cref="Penalty"/> instead of being kept.</summary>
    public bool IsMuted => _trialCount > 0;

    /// <summary>The advice that the innermost trial's schema stands under, or null.</summary>
    public Advice? Within => _trialCount > 0 ? _trials[_trialCount - 1].Within : null;

    /// <summary>How many arrays and objects are open around the value of the innermost trial; 0 when nothing is tried.</summary>
    public int TrialDepth => _trialCount > 0 ? _trials[_trialCount - 1].Depth : 0;

    /// <summary>Sum of the weights (<see cref="Closeness"/>) of the faults met since the innermost trial began.</summary>
    public long Penalty { get; set; }

    /// <summary>The fault at an index.</summary>
    public ref readonly Fault this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return ref _faults[index];
        }
    }

    /// <summary>The faults; valid until the list changes.</summary>
    public ReadOnlySpan<Fault> AsSpan() => new(_faults, 0, Count);

    /// <summary>Forgets all faults and trials.</summary>
    public void Clear()
    {
        Array.Clear(_faults, 0, Count);
        Count = 0;
        HasErrors = false;
        Penalty = 0;
        _trialCount = 0;
    }

    /// <summary>Adds a fault, or its weight while a branch is only tried.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="depth">How many arrays and objects are open around the value at fault, counted as for <see cref="BeginTrial"/>.</param>
    public void Add(in Fault fault, int depth = 0)
    {
        if (_trialCount > 0)
        {
            ref Trial trial = ref _trials[_trialCount - 1];
            Assertion assertion = fault.Assertion;
            bool counts = assertion.Advice is { } advice ? advice.Equals(trial.Within) : assertion.Severity == Severity.Error;
            if (counts)
            {
                AddPenalty(Closeness.Of(assertion.Rule, Math.Max(0, depth - trial.Depth)));
            }

            return;
        }

        if (Count == _faults.Length)
        {
            Array.Resize(ref _faults, Count * 2);
        }

        _faults[Count++] = fault;
        HasErrors |= fault.Assertion.Severity == Severity.Error;
    }

    /// <summary>Adds what a union (<c>anyOf</c>, <c>oneOf</c>) that failed inside a trial adds to the trial's penalty.</summary>
    /// <param name="closest">Lowest penalty among the union's branches.</param>
    /// <param name="depth">How many arrays and objects are open around the union's value.</param>
    /// <param name="advice">The advice that the union stands under; it counts where that is the trial's own.</param>
    public void AddUnion(long closest, int depth, Advice? advice = null)
    {
        if (_trialCount > 0 && (advice is null || advice.Equals(_trials[_trialCount - 1].Within)))
        {
            AddPenalty(Closeness.OfUnion(closest, Math.Max(0, depth - _trials[_trialCount - 1].Depth)));
        }
    }

    /// <summary>Begins to try a value against a schema: until the matching <see cref="EndTrial"/> no fault is kept. Trials nest.</summary>
    /// <param name="depth">How many arrays and objects are open around the tried value.</param>
    /// <param name="within">The advice that the tried schema itself stands under: its faults count, those of other advice do not.</param>
    /// <returns>A mark for <see cref="EndTrial"/>.</returns>
    public long BeginTrial(int depth = 0, Advice? within = null)
    {
        if (_trialCount == _trials.Length)
        {
            Array.Resize(ref _trials, _trialCount * 2);
        }

        _trials[_trialCount] = new Trial(Penalty, depth, within);
        Penalty = 0;
        return _trialCount++;
    }

    /// <summary>Ends a trial.</summary>
    /// <param name="mark">What <see cref="BeginTrial"/> returned.</param>
    /// <returns>The penalty: 0 when the value matches.</returns>
    public long EndTrial(long mark)
    {
        long penalty = Penalty;
        _trialCount = (int)mark;
        Penalty = _trials[_trialCount].OuterPenalty;
        return penalty;
    }

    /// <summary>Notes that the latest faults were met through a reference (<see cref="Assertion.EvaluationPath"/>).</summary>
    /// <param name="first">The first of them: what <see cref="Count"/> was before the reference was followed.</param>
    /// <param name="target">Location of the schema that the reference leads to.</param>
    /// <param name="reference">Location of the reference.</param>
    public void MetThrough(int first, string target, string reference)
    {
        for (int i = first; i < Count; i++)
        {
            _faults[i] = _faults[i] with { Assertion = _faults[i].Assertion.Through(target, reference) };
        }
    }

    /// <summary>Brings the faults of a value into their final form; called once a value, and only when it has faults.</summary>
    /// <remarks>
    /// Malformed text wins: what was judged before the place where a text stops being JSON was never a value. Then faults are sorted by
    /// offset, schema location, rule and name, and equal ones (two ways to the same assertion) become one. Last, advice about a value
    /// is withheld while an error lies inside that value: it would speak about something that has to change anyway.
    /// </remarks>
    /// <param name="text">The text of the value; offsets count from its start.</param>
    public void Settle(ReadOnlySpan<byte> text)
    {
        if (KeepOnlyMalformed())
        {
            return;
        }

        // A single fault is in order, said once, and has no error beside it.
        if (Count == 1)
        {
            return;
        }

        FaultOrder.Sort(_faults, Count);
        Keep(FaultSelection.WithoutRepeats(_faults, Count));
        Keep(FaultSelection.WithoutIdleAdvice(_faults, Count, text));
        HasErrors = false;
        for (int i = 0; i < Count; i++)
        {
            HasErrors |= _faults[i].Assertion.Severity == Severity.Error;
        }
    }

    private bool KeepOnlyMalformed()
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (MalformedText.Includes(_faults[i].Assertion.Rule))
            {
                _faults[kept++] = _faults[i];
            }
        }

        if (kept == 0)
        {
            return false;
        }

        Keep(kept);
        return true;
    }

    private void Keep(int count)
    {
        Array.Clear(_faults, count, Count - count);
        Count = count;
    }

    private void AddPenalty(long weight) => Penalty = Penalty > long.MaxValue - weight ? long.MaxValue : Penalty + weight;

    private readonly record struct Trial(long OuterPenalty, int Depth, Advice? Within);
}
