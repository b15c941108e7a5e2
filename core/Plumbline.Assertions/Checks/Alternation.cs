namespace Plumbline;

/// <summary>What an <c>x-alternates</c> demands of the items of an array.</summary>
public sealed class AlternationRule
{
    private readonly byte[][] _values;

    /// <summary>Creates a rule.</summary>
    /// <param name="property">The member of each item whose string takes turns.</param>
    /// <param name="cycle">The values, in turn, from the first item on.</param>
    /// <param name="last">The value that the last item must have, or null.</param>
    /// <param name="assertion">What is reported.</param>
    public AlternationRule(string property, string[] cycle, string? last, Assertion assertion)
    {
        Property = property;
        Cycle = cycle;
        Last = last;
        Assertion = assertion;
        _values = Array.ConvertAll(cycle, JsonString.Utf8Of);
        LastValue = last is null ? null : JsonString.Utf8Of(last);
    }

    /// <summary>The member of each item whose string takes turns.</summary>
    public string Property { get; }

    /// <summary>The values, in turn.</summary>
    public IReadOnlyList<string> Cycle { get; }

    /// <summary>The value that the last item must have, or null.</summary>
    public string? Last { get; }

    /// <summary>What is reported.</summary>
    public Assertion Assertion { get; }

    internal byte[]? LastValue { get; }

    /// <summary>The turn of a value, looked for from the turn that is due; -1 when it is none of the cycle's.</summary>
    internal int TurnOf(ReadOnlySpan<byte> raw, int due)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            int turn = (due + i) % _values.Length;
            if (JsonString.EqualsPlain(raw, _values[turn]))
            {
                return turn;
            }
        }

        return -1;
    }
}

/// <summary>Whose turn it is, while the items of one array are read.</summary>
/// <remarks>
/// One break of the order is one fault: after it, the turn follows from the value that was found. A value that says nothing about turns (missing, not a
/// string, none of the cycle's) suspends the rule, for another keyword reports it; the next item may then be anyone's turn.
/// </remarks>
public struct Alternation
{
    private int _due;
    private int _lastOffset;
    private bool _suspended;
    private bool _lastIsRight;
    private bool _hasItems;

    /// <summary>Takes the next item.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="rawString">The member's raw string with its quotes; empty where it is missing or no string.</param>
    /// <param name="offset">Where that string starts; the fault stands there.</param>
    /// <param name="faults">Takes the faults.</param>
    public void Next(AlternationRule rule, ReadOnlySpan<byte> rawString, int offset, FaultList faults)
    {
        _hasItems = true;
        ReadOnlySpan<byte> raw = rawString.Length < 2 ? default : rawString.Slice(1, rawString.Length - 2);
        int turn = rawString.Length < 2 ? -1 : rule.TurnOf(raw, _due);
        if (turn < 0)
        {
            _suspended = true;
            return;
        }

        bool inTurn = _suspended || turn == _due;
        if (!inTurn)
        {
            faults.Add(new Fault(rule.Assertion, offset, -1, rule.Cycle[_due]));
        }

        // An item already at fault is not told a second time for being the last.
        _lastIsRight = !inTurn || rule.LastValue is null || JsonString.EqualsPlain(raw, rule.LastValue);
        _lastOffset = offset;
        _suspended = false;
        _due = (turn + 1) % rule.Cycle.Count;
    }

    /// <summary>After the last item.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="faults">Takes the fault.</param>
    public readonly void End(AlternationRule rule, FaultList faults)
    {
        if (_hasItems && !_suspended && !_lastIsRight)
        {
            faults.Add(new Fault(rule.Assertion, _lastOffset, -1, rule.Last));
        }
    }
}
