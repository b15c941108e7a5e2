namespace Plumbline.Patterns;

/// <summary>Makes an automaton over bytes deterministic, by the subset construction: one state for each set of states that a text can lead to.</summary>
internal sealed class Determinizer
{
    // Entries of the table, 120 KB, and steps to make it, some milliseconds.
    private const int MaxEntries = 60 * 1024;
    private const int MaxSteps = 300_000;

    private readonly Nfa _nfa;
    private readonly NfaClosure _closure;
    private readonly byte[] _classes = new byte[256];
    private readonly int _classCount;

    private readonly Dictionary<StateSet, int> _indices = [];
    private readonly Dictionary<StateSet, int> _targets = [];
    private readonly List<StateSet> _sets = [];
    private readonly List<int[]> _rows = [];
    private readonly List<int> _closed = [];
    private int _edges;

    private Determinizer(Nfa nfa)
    {
        _nfa = nfa;
        _closure = new NfaClosure(nfa);
        _classCount = Classify();
    }

    private bool IsTooLong => _edges + _closure.Steps > MaxSteps;

    /// <summary>The deterministic automaton, or null where it would be too large: <see cref="NfaSimulation"/> needs none.</summary>
    public static ByteAutomaton? Run(Nfa nfa) => new Determinizer(nfa).Run();

    private ByteAutomaton? Run()
    {
        // Ahead of all others, as ByteAutomaton has them: no match any more, match, and a row for the escapes of JSON, which no byte leads to.
        _sets.AddRange([new StateSet([]), new StateSet([Nfa.Match]), new StateSet([])]);
        _indices.Add(_sets[ByteAutomaton.Dead], ByteAutomaton.Dead);

        // The start is a state of its own: what holds there only must not hold wherever else the same states are reached.
        int start = ByteAutomaton.Match;
        if (!_closure.Close([_nfa.Start], atStart: true, _closed))
        {
            start = _sets.Count;
            _sets.Add(Take());
        }

        for (int i = 0; i < _sets.Count; i++)
        {
            _rows.Add(Row(_sets[i]));
            if (IsTooLong || _sets.Count * (_classCount + 2) > MaxEntries)
            {
                return null;
            }
        }

        bool[] matchesAtEnd = [.. _sets.Select(set => Array.Exists(set.States, _closure.MatchesAtEnd))];
        matchesAtEnd[start] = _closure.MatchesEmpty;
        return new ByteAutomaton(_classes, _rows, matchesAtEnd, start);
    }

    // Bytes that no edge tells apart are one class. There are fewer than 256: C0, C1 and F5 to FF occur in no text.
    private int Classify()
    {
        bool[] begins = new bool[257];
        foreach (NfaState state in _nfa.States)
        {
            foreach (NfaEdge edge in state.Edges)
            {
                begins[edge.First] = begins[edge.Last + 1] = true;
            }
        }

        int current = 0;
        for (int b = 1; b < 256; b++)
        {
            current += begins[b] ? 1 : 0;
            _classes[b] = (byte)current;
        }

        return current + 1;
    }

    private int[] Row(StateSet set)
    {
        var targets = new List<int>?[_classCount];
        foreach (int state in set.States)
        {
            foreach (NfaEdge edge in _nfa.States[state].Edges)
            {
                for (int c = _classes[edge.First]; c <= _classes[edge.Last]; c++)
                {
                    (targets[c] ??= []).Add(edge.Next);
                    _edges++;
                }
            }
        }

        int[] row = new int[_classCount];
        for (int c = 0; c < row.Length && !IsTooLong; c++)
        {
            row[c] = targets[c] is { } target ? IndexOf(target) : ByteAutomaton.Dead;
        }

        return row;
    }

    private int IndexOf(List<int> states)
    {
        // Most bytes lead to the same states as others.
        var reached = new StateSet([.. states]);
        if (!_targets.TryGetValue(reached, out int index))
        {
            _targets.Add(reached, index = Close(states));
        }

        return index;
    }

    private int Close(List<int> states)
    {
        if (_closure.Close(states, atStart: false, _closed))
        {
            return ByteAutomaton.Match;
        }

        StateSet set = Take();
        if (!_indices.TryGetValue(set, out int index))
        {
            _indices.Add(set, index = _sets.Count);
            _sets.Add(set);
        }

        return index;
    }

    private StateSet Take()
    {
        _closed.Sort();
        return new StateSet([.. _closed]);
    }

    private readonly struct StateSet(int[] states) : IEquatable<StateSet>
    {
        public int[] States => states;

        public bool Equals(StateSet other) => states.AsSpan().SequenceEqual(other.States);

        public override bool Equals(object? obj) => obj is StateSet other && Equals(other);

        public override int GetHashCode()
        {
            int hash = states.Length;
            foreach (int state in states)
            {
                hash = unchecked((hash * 31) + state);
            }

            return hash;
        }
    }
}
