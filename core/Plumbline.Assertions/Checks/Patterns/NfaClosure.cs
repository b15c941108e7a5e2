namespace Plumbline.Patterns;

/// <summary>What the states of an automaton reach without reading. Works in memory of its own: one thread at a time.</summary>
internal sealed class NfaClosure
{
    private readonly Nfa _nfa;
    private readonly bool[] _isLive;
    private readonly bool[] _matchesAtEnd;
    private readonly int[] _seen;
    private readonly Stack<int> _pending = new();
    private int _closures;

    public NfaClosure(Nfa nfa)
    {
        _nfa = nfa;
        _seen = new int[nfa.States.Count];
        MatchesEmpty = Settle((state, matches) => state.Next.Exists(next => matches[next]))[nfa.Start];
        _matchesAtEnd = Settle((state, matches) => state.Kind != NfaStateKind.AtStart && state.Next.Exists(next => matches[next]));
        _isLive = Settle((state, live) => state.Kind switch
        {
            NfaStateKind.AtStart => false,
            NfaStateKind.AtEnd => state.Next.Exists(next => _matchesAtEnd[next]),
            _ => state.Next.Exists(next => live[next]) || state.Edges.Exists(edge => live[edge.Next]),
        });
    }

    /// <summary>States visited so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether the empty text matches.</summary>
    public bool MatchesEmpty { get; }

    /// <summary>Whether a text that ends in a state, and is not empty, matches.</summary>
    public bool MatchesAtEnd(int state) => _matchesAtEnd[state];

    /// <summary>Finds all that is reached without reading, as far as it can still lead to a match.</summary>
    /// <param name="states">Where from.</param>
    /// <param name="atStart">Whether nothing of the text has been read yet.</param>
    /// <param name="closed">Takes the states that read on, or wait for the end.</param>
    /// <returns>Whether the match is among them; then nothing else matters.</returns>
    public bool Close(List<int> states, bool atStart, List<int> closed)
    {
        _closures++;
        _pending.Clear();
        closed.Clear();
        foreach (int state in states)
        {
            _pending.Push(state);
        }

        while (_pending.Count > 0)
        {
            int index = _pending.Pop();
            NfaState state = _nfa.States[index];
            if (_seen[index] == _closures || (!_isLive[index] && !(atStart && state.Edges.Count == 0)))
            {
                continue;
            }

            _seen[index] = _closures;
            Steps++;
            switch (state.Kind)
            {
                case NfaStateKind.Match:
                    return true;
                case NfaStateKind.Read or NfaStateKind.AtEnd when _isLive[index]:
                    closed.Add(index);
                    break;
                case NfaStateKind.Split:
                case NfaStateKind.AtStart when atStart:
                    foreach (int next in state.Next)
                    {
                        _pending.Push(next);
                    }

                    break;
            }
        }

        return false;
    }

    // The states for which a rule holds that reads the states after them; the match is the first.
    private bool[] Settle(Func<NfaState, bool[], bool> rule)
    {
        bool[] settled = new bool[_nfa.States.Count];
        settled[Nfa.Match] = true;
        for (bool changes = true; changes;)
        {
            changes = false;
            for (int i = 0; i < settled.Length; i++)
            {
                if (!settled[i] && rule(_nfa.States[i], settled))
                {
                    settled[i] = changes = true;
                }
            }
        }

        return settled;
    }
}
