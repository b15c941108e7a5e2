namespace Plumbline.Patterns;

/// <summary>Builds the nondeterministic automaton of a pattern, from its end to its start: each part is built knowing the state that follows it.</summary>
internal sealed class NfaBuilder
{
    private readonly Nfa _nfa = new();
    private readonly bool _overBytes;

    // Parts with the same bytes behind them share states, which keeps a set such as \p{L} small.
    private readonly Dictionary<(ByteRange Bytes, int Next), int> _tails = [];

    private bool _isRegular = true;

    private NfaBuilder(bool overBytes) => _overBytes = overBytes;

    /// <summary>The automaton that reads UTF-8 byte by byte, or null of a pattern that looks around, refers back, or is too large.</summary>
    public static Nfa? OverBytes(EcmaNode root) => new NfaBuilder(overBytes: true).Build(root);

    /// <summary>The automaton that reads code points, of which large sets and counts need fewer states.</summary>
    public static Nfa? OverCodePoints(EcmaNode root) => new NfaBuilder(overBytes: false).Build(root);

    private Nfa? Build(EcmaNode root)
    {
        int first = Append(root, Nfa.Match);

        // A match may begin anywhere: the loop passes over whatever stands before it. UTF-8 keeps it from beginning inside a character.
        int loop = _nfa.Add(NfaStateKind.Read);
        _nfa.Start = _nfa.Add(NfaStateKind.Split, first, loop);
        _nfa.Connect(loop, 0, _overBytes ? 0xFF : CodePointSet.Last, _nfa.Start);
        return _isRegular && !_nfa.IsTooLarge ? _nfa : null;
    }

    private int Append(EcmaNode node, int next)
    {
        switch (node)
        {
            case SetNode set:
                return AppendSet(set.Set, next);
            case GroupNode group:
                return Append(group.Body, next);
            case RepeatNode repeat:
                return AppendRepeat(repeat, next);
            case SequenceNode sequence:
                for (int i = sequence.Terms.Count - 1; i >= 0; i--)
                {
                    next = Append(sequence.Terms[i], next);
                }

                return next;
            case ChoiceNode choice:
                return _nfa.Add(NfaStateKind.Split, [.. choice.Alternatives.Select(alternative => Append(alternative, next))]);
            case AssertionNode { Kind: AssertionKind.Start }:
                return _nfa.Add(NfaStateKind.AtStart, next);
            case AssertionNode { Kind: AssertionKind.End }:
                return _nfa.Add(NfaStateKind.AtEnd, next);
            default:
                _isRegular = false;
                return next;
        }
    }

    // Greedy or lazy: the same texts match.
    private int AppendRepeat(RepeatNode repeat, int next)
    {
        int entry = next;
        if (repeat.Max < 0)
        {
            int loop = _nfa.Add(NfaStateKind.Split, next);
            entry = Append(repeat.Term, loop);
            _nfa.Connect(loop, entry);

            // x{2,} is x, then x at least once.
            return repeat.Min == 0 ? loop : AppendTimes(repeat.Term, repeat.Min - 1, entry);
        }

        for (int i = repeat.Min; i < repeat.Max && !_nfa.IsTooLarge; i++)
        {
            entry = _nfa.Add(NfaStateKind.Split, next, Append(repeat.Term, entry));
        }

        return AppendTimes(repeat.Term, repeat.Min, entry);
    }

    private int AppendTimes(EcmaNode term, int times, int next)
    {
        for (int i = 0; i < times && !_nfa.IsTooLarge; i++)
        {
            int entry = Append(term, next);
            if (entry == next)
            {
                // An empty term, as often as you like.
                return next;
            }

            next = entry;
        }

        return next;
    }

    private int AppendSet(CodePointSet set, int next)
    {
        int state = _nfa.Add(NfaStateKind.Read);
        if (_overBytes)
        {
            foreach (ByteRange[] sequence in Utf8Ranges.Of(set))
            {
                int tail = next;
                for (int i = sequence.Length - 1; i > 0; i--)
                {
                    tail = Tail(sequence[i], tail);
                }

                _nfa.Connect(state, sequence[0].First, sequence[0].Last, tail);
            }
        }
        else
        {
            foreach (CodePointRange range in set.Ranges)
            {
                _nfa.Connect(state, range.First, range.Last, next);
            }
        }

        return state;
    }

    private int Tail(ByteRange bytes, int next)
    {
        if (!_tails.TryGetValue((bytes, next), out int tail))
        {
            tail = _nfa.Add(NfaStateKind.Read);
            _nfa.Connect(tail, bytes.First, bytes.Last, next);
            _tails.Add((bytes, next), tail);
        }

        return tail;
    }
}
