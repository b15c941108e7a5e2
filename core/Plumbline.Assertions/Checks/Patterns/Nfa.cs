namespace Plumbline.Patterns;

/// <summary>A nondeterministic automaton over bytes or over code points: what <see cref="NfaBuilder"/> makes of a pattern.</summary>
/// <remarks>State 0 is the match: it has no way on, and a text that reaches it matches whatever follows.</remarks>
internal sealed class Nfa
{
    public const int Match = 0;

    // States and edges together. Larger ones would take milliseconds and megabytes for a pattern that nobody writes.
    private const int MaxSize = 64 * 1024;

    private readonly List<NfaState> _states = [new NfaState(NfaStateKind.Match)];
    private int _edges;

    public IReadOnlyList<NfaState> States => _states;

    public int Start { get; set; }

    /// <summary>Whether the pattern needs more than there may be; then what was built means nothing.</summary>
    public bool IsTooLarge => _states.Count + _edges > MaxSize;

    /// <summary>Adds a state that goes on to others without reading.</summary>
    public int Add(NfaStateKind kind, params int[] next)
    {
        int state = Add(kind);
        Connect(state, next);
        return state;
    }

    /// <summary>Adds a state.</summary>
    public int Add(NfaStateKind kind)
    {
        if (!IsTooLarge)
        {
            _states.Add(new NfaState(kind));
        }

        return _states.Count - 1;
    }

    /// <summary>Lets a state go on to others without reading.</summary>
    public void Connect(int state, params int[] next) => _states[state].Next.AddRange(next);

    /// <summary>Lets a state go on over bytes, or code points, from a first to a last.</summary>
    public void Connect(int state, int first, int last, int next)
    {
        if (!IsTooLarge)
        {
            _states[state].Edges.Add(new NfaEdge(first, last, next));
            _edges++;
        }
    }
}

/// <summary>A state, and where it leads: without reading anything, or over a byte or code point.</summary>
internal sealed class NfaState(NfaStateKind kind)
{
    public NfaStateKind Kind => kind;

    /// <summary>The states after this one, which reads nothing.</summary>
    public List<int> Next { get; } = [];

    /// <summary>The states after this one over a byte or code point; of <see cref="NfaStateKind.Read"/> only.</summary>
    public List<NfaEdge> Edges { get; } = [];
}

/// <summary>A step over one byte or code point, from a first to a last.</summary>
internal readonly record struct NfaEdge(int First, int Last, int Next);

internal enum NfaStateKind
{
    /// <summary>The pattern has matched.</summary>
    Match,

    /// <summary>Goes on to any of its successors.</summary>
    Split,

    /// <summary>Goes on at the start of the text only.</summary>
    AtStart,

    /// <summary>Goes on at the end of the text only.</summary>
    AtEnd,

    /// <summary>Goes on over a byte or code point.</summary>
    Read,
}
