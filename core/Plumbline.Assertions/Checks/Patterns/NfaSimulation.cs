namespace Plumbline.Patterns;

/// <summary>Runs an automaton over code points that is not deterministic, by keeping the set of states that the text can have led to: slower than a table, but
/// linear in the text, and no larger than the pattern. <c>(a|b).{20}$</c> has a million states when made deterministic.</summary>
internal sealed class NfaSimulation(Nfa nfa)
{
    // Taken while a run needs it; a second thread makes another, of which one is kept.
    private Memory? _memory = new(nfa);

    /// <summary>Whether UTF-8 text matches.</summary>
    public bool Run(ReadOnlySpan<byte> text)
    {
        Memory memory = Interlocked.Exchange(ref _memory, null) ?? new Memory(nfa);
        bool isMatch = Run(memory, text);
        _memory = memory;
        return isMatch;
    }

    private bool Run(Memory memory, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return memory.Closure.MatchesEmpty;
        }

        memory.Reached.Clear();
        memory.Reached.Add(nfa.Start);
        for (int at = 0; at < text.Length;)
        {
            if (memory.Closure.Close(memory.Reached, atStart: at == 0, memory.Current))
            {
                return true;
            }

            int codePoint = JsonString.DecodeUtf8(text, ref at);
            memory.Reached.Clear();
            foreach (int state in memory.Current)
            {
                if (Over(codePoint, nfa.States[state].Edges) is int next and >= 0)
                {
                    memory.Reached.Add(next);
                }
            }

            if (memory.Reached.Count == 0)
            {
                return false;
            }
        }

        return memory.Reached.Exists(memory.Closure.MatchesAtEnd);
    }

    // The edges of a state are those of one set: sorted, and all to one state.
    private static int Over(int codePoint, List<NfaEdge> edges)
    {
        int low = 0;
        int high = edges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint < edges[middle].First)
            {
                high = middle - 1;
            }
            else if (codePoint > edges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return edges[middle].Next;
            }
        }

        return -1;
    }

    private sealed class Memory(Nfa nfa)
    {
        public NfaClosure Closure { get; } = new(nfa);

        public List<int> Current { get; } = [];

        public List<int> Reached { get; } = [];
    }
}
