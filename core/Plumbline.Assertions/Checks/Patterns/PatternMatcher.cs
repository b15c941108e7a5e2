using System.Buffers;

namespace Plumbline.Patterns;

/// <summary>Decides a pattern in the cheapest way that can: a table of states, a set of states where the table would be too large, or .NET's regular
/// expressions.</summary>
internal sealed class PatternMatcher
{
    private readonly NfaSimulation? _simulation;
    private readonly BacktrackingPattern? _backtracking;
    private readonly CountedSet? _counted;
    private readonly (PatternMatcher Matcher, bool IsNegative)[]? _parts;

    public PatternMatcher(EcmaNode root)
    {
        _parts = PartsOf(root);
        if (_parts is not null)
        {
            return;
        }

        _counted = CountedSet.Find(root);
        EcmaNode regular = _counted?.Unbounded ?? root;
        Automaton = NfaBuilder.OverBytes(regular) is { } bytes ? Determinizer.Run(bytes) : null;
        if (Automaton is null)
        {
            _simulation = NfaBuilder.OverCodePoints(regular) is { } codePoints ? new NfaSimulation(codePoints) : null;
            _backtracking = _simulation is null ? new BacktrackingPattern(root) : null;
        }
    }

    /// <summary>The pattern as a table, unless it cannot be one.</summary>
    public ByteAutomaton? Automaton { get; }

    /// <summary>Whether every text is decided in time linear in its length; else a time limit holds.</summary>
    public bool IsLinear => _backtracking is null;

    /// <summary>Whether a text has a match anywhere.</summary>
    public PatternOutcome IsMatch(string text) =>
        _parts is not null ? MatchesAll(JsonString.Utf8Of(text), isRaw: false) : _backtracking?.IsMatch(text.AsSpan()) ?? IsMatchPlain(JsonString.Utf8Of(text));

    /// <summary>Whether a raw JSON string, given without its quotes, has a match anywhere.</summary>
    public PatternOutcome IsMatchRaw(ReadOnlySpan<byte> raw)
    {
        if (_parts is not null)
        {
            return MatchesAll(raw, isRaw: true);
        }

        if (_backtracking is not null)
        {
            return _backtracking.IsMatchRaw(raw);
        }

        int state = Automaton?.RunRaw(raw) ?? ByteAutomaton.Escape;
        return state == ByteAutomaton.Escape ? IsMatchUnescaped(raw) : Outcome(state == ByteAutomaton.Match, raw);
    }

    // Only where every part is regular: one that refers back may do so to a group of another.
    private static (PatternMatcher Matcher, bool IsNegative)[]? PartsOf(EcmaNode root) =>
        LeadingLooks.Find(root) is { } parts && parts.All(part => NfaBuilder.OverCodePoints(part.Pattern) is not null)
            ? [.. parts.Select(part => (new PatternMatcher(part.Pattern), part.IsNegative))]
            : null;

    private PatternOutcome MatchesAll(ReadOnlySpan<byte> text, bool isRaw)
    {
        foreach ((PatternMatcher part, bool isNegative) in _parts!)
        {
            PatternOutcome outcome = isRaw ? part.IsMatchRaw(text) : part.IsMatchPlain(text);
            if (outcome == PatternOutcome.Match == isNegative)
            {
                return PatternOutcome.NoMatch;
            }
        }

        return PatternOutcome.Match;
    }

    private PatternOutcome IsMatchUnescaped(ReadOnlySpan<byte> raw)
    {
        const int Small = 256;
        if (raw.Length <= Small)
        {
            Span<byte> characters = stackalloc byte[Small];
            return IsMatchPlain(characters.Slice(0, JsonString.Unescape(raw, characters)));
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        PatternOutcome outcome = IsMatchPlain(buffer.AsSpan(0, JsonString.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return outcome;
    }

    private PatternOutcome IsMatchPlain(ReadOnlySpan<byte> text) =>
        Outcome(Automaton is { } automaton ? automaton.Run(text) == ByteAutomaton.Match : _simulation!.Run(text), text);

    // A counted set is anchored on both sides: it is never decided before the end, so that a raw text that is counted has no escapes.
    private PatternOutcome Outcome(bool isMatch, ReadOnlySpan<byte> text) =>
        isMatch && _counted?.Allows(text) != false ? PatternOutcome.Match : PatternOutcome.NoMatch;
}
