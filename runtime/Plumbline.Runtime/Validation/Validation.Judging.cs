using System.Diagnostics;

namespace Plumbline;

// One value from its first byte to its verdict.
public sealed unsafe partial class Validation
{
    private long[] _counters = [];
    private nint[] _slots = new nint[1]; // [] would be a generic method, to be compiled at start

    /// <summary>What the value last judged adds to the totals of a dataset; all zero when it was malformed.</summary>
    public ReadOnlySpan<long> Counters => _counters;

    /// <summary>Offsets that generated code notes for itself; -1 stands for none.</summary>
    public Span<nint> Slots => _slots;

    /// <summary>Judges one line in place, in one pass.</summary>
    /// <param name="validator">The validator.</param>
    /// <param name="lines">A buffer sealed by <see cref="PaddedBuffer.SealLines"/>.</param>
    /// <param name="start">Offset of the line.</param>
    /// <param name="lineFeed">Offset of the line feed that ends the line, or the length of the text.</param>
    /// <returns>The verdict; <see cref="Faults"/> hold what is to be reported, their offsets counted from <paramref name="start"/>.
    /// An empty line is malformed; whether it may stand where it does is for the caller to know.</returns>
    public LineVerdict JudgeLine(JsonValidator validator, PaddedBuffer lines, nint start, out nint lineFeed)
    {
        nint at = Read(validator, lines, start, hasLineFeeds: false);
        at = _text[at] == '\n' ? at : Space(at);
        if (_text[at] == '\n' && !_malformed)
        {
            lineFeed = at;
            return _faults.Count == 0 && _repeated.Count == 0 ? LineVerdict.Clean : Settle(start, at);
        }

        lineFeed = lines.FindLineFeed(start);
        nint end = lineFeed > start && _text[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        return SettleMalformed(start, end);
    }

    /// <summary>Judges one document.</summary>
    /// <param name="validator">The validator.</param>
    /// <param name="document">A buffer sealed by <see cref="PaddedBuffer.SealDocument"/>.</param>
    /// <returns>The verdict; <see cref="Faults"/> hold what is to be reported.</returns>
    public LineVerdict JudgeDocument(JsonValidator validator, PaddedBuffer document)
    {
        nint at = Read(validator, document, 0, hasLineFeeds: true);
        at = Space(at);
        if (at != _end || _malformed)
        {
            return SettleMalformed(0, _end);
        }

        return _faults.Count == 0 && _repeated.Count == 0 ? LineVerdict.Clean : Settle(0, _end);
    }

    /// <summary>Adds one to a counter of this value.</summary>
    public void Count(int counter) => _counters[counter]++;

    /// <summary>Judges a value against a limit on tokens, where the run counts tokens.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">Offset of the string, or of the object whose strings are summed.</param>
    /// <param name="end">Offset after it.</param>
    public void Tokens(TokenRule rule, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!_malformed && Options.TokenCounter is { } counter)
        {
            rule.Judge(Span(_origin, end), (int)(start - _origin), (int)(end - _origin), counter, Options.DefaultTexts, _faults, _counted);
        }
    }

    /// <summary>Whether a string inside a value may have more tokens than a bound: false where no tokens are counted, or where the bytes are too few.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="start">Offset of the value.</param>
    /// <param name="end">Offset after it.</param>
    public bool MayExceed(long bound, nint start, nint end) =>
        Options.TokenCounter is { } counter && counter.MaxTokens(end - start) > bound;

    // Most values are valid. Where one turns out not to be, it is read again, and nothing is taken for granted.
    private nint Read(JsonValidator validator, PaddedBuffer buffer, nint start, bool hasLineFeeds)
    {
        AssumesValid = true;
        Begin(validator, buffer, start, hasLineFeeds);
        nint at = validator.Value(this, Space(start));
        if (!_isInDoubt && !(_reliesOnNames && _hasRepeated))
        {
            return at;
        }

        long visits = Visits;
        AssumesValid = false;
        Begin(validator, buffer, start, hasLineFeeds);
        Visits = visits;
        return validator.Value(this, Space(start));
    }

    private void Begin(JsonValidator validator, PaddedBuffer buffer, nint start, bool hasLineFeeds)
    {
        if (_counters.Length != validator.CounterCount || _slots.Length != validator.SlotCount)
        {
            _counters = new long[validator.CounterCount];
            _slots = new nint[validator.SlotCount];
        }

        // Most lines leave nothing behind: what is clean is not cleaned again.
        Attach(buffer);
        _origin = start;
        _watched = validator.Watched;
        _met = 0;
        BeginPlaces(validator.PlaceCount);
        _known = start;
        _document++;
        _hasLineFeeds = hasLineFeeds;
        _depth = 0;
        _malformed = false;
        _isInDoubt = false;
        _reliesOnNames = false;
        _hasRepeated = false;
        _lookedIn = Nowhere;
        if (_faults.Count > 0 || _faults.IsMuted)
        {
            _faults.Clear();
        }

        for (int i = 0; i < _counters.Length; i++)
        {
            _counters[i] = 0;
        }

        for (int i = 0; i < _slots.Length; i++)
        {
            _slots[i] = -1;
        }

        if (_repeated.Count > 0)
        {
            _repeated.Clear();
        }

        _unknown.Clear();
        _counted?.Clear();
        BeginChoices();
    }

    /// <summary>Forgets what trials of branches remembered of the value before.</summary>
    partial void BeginChoices();

    private LineVerdict Settle(nint start, nint end)
    {
        foreach (int name in _repeated)
        {
            _faults.Add(new Fault(_duplicate!, name));
        }

        _faults.Settle(Span(start, end));
        return _faults.HasErrors ? LineVerdict.Invalid : LineVerdict.Advised;
    }

    private LineVerdict SettleMalformed(nint start, nint end)
    {
        // The fast path only noticed that the text is not JSON. What was judged before the fault was never a value.
        SyntaxFault fault = JsonSyntax.FindFault(Span(start, end), _maxDepth)
            ?? throw new UnreachableException("The reader and the grammar disagree about a text; please report it.");
        _faults.Clear();
        _faults.Add(fault.ToFault());
        Array.Clear(_counters);
        return LineVerdict.Malformed;
    }
}
