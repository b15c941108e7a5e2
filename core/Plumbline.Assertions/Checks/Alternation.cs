using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Plumbline;

/// <summary>What an <c>x-alternates</c> demands of the items of an array.</summary>
public sealed class AlternationRule
{
    private readonly byte[][][] _turns;
    private readonly byte[][] _first;
    private readonly byte[][] _last;

    /// <summary>Creates a rule whose turns are one value each.</summary>
    /// <param name="property">The member of each item whose string takes turns.</param>
    /// <param name="cycle">The values, in turn, from the first item on.</param>
    /// <param name="last">The value that the last item must have, or null.</param>
    /// <param name="assertion">What is reported.</param>
    public AlternationRule(string property, string[] cycle, string? last, Assertion assertion)
        : this(property, Array.ConvertAll(cycle, value => new[] { value }), [], last is null ? [] : [last], assertion)
    {
    }

    /// <summary>Creates a rule.</summary>
    /// <param name="property">The member of each item whose string takes turns.</param>
    /// <param name="cycle">The turns, from the first item on, each with the values that it may have; none where items take no turns.</param>
    /// <param name="first">The values that the first item may have; empty for those of the first turn, or for any where there are no turns.</param>
    /// <param name="last">The values that the last item may have; empty for any.</param>
    /// <param name="assertion">What is reported.</param>
    public AlternationRule(string property, string[][] cycle, string[] first, string[] last, Assertion assertion)
    {
        Property = property;
        Cycle = cycle;
        First = first;
        Last = last;
        Assertion = assertion;
        _turns = Array.ConvertAll(cycle, values => Array.ConvertAll(values, JsonString.Utf8Of));
        _first = Array.ConvertAll(first, JsonString.Utf8Of);
        _last = Array.ConvertAll(last, JsonString.Utf8Of);
        Plain = new PlainTurn[cycle.Length];
        for (int i = 0; i < cycle.Length; i++)
        {
            Plain[i] = new PlainTurn(_turns[i], _turns[i].Length > 0 && MayBeLast(_turns[i][0]));
        }
    }

    /// <summary>The member of each item whose string takes turns.</summary>
    public string Property { get; }

    /// <summary>The turns, each with the values that it may have; empty where items take no turns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycle { get; }

    /// <summary>The values that the first item may have; empty where the first turn or nothing decides.</summary>
    public IReadOnlyList<string> First { get; }

    /// <summary>The values that the last item may have; empty for any.</summary>
    public IReadOnlyList<string> Last { get; }

    /// <summary>What is reported.</summary>
    public Assertion Assertion { get; }

    /// <summary>The turns as most texts write them.</summary>
    internal PlainTurn[] Plain { get; }

    /// <summary>The turn of a value, looked for from the turn that is due; -1 when it is none of the cycle's. Without a cycle every value has turn 0.</summary>
    internal int TurnOf(ReadOnlySpan<byte> raw, int due)
    {
        int turn = due;
        for (int i = 0; i < _turns.Length; i++)
        {
            if (Holds(_turns[turn], raw))
            {
                return turn;
            }

            turn = TurnAfter(turn);
        }

        return _turns.Length == 0 ? 0 : -1;
    }

    internal int TurnAfter(int turn) => turn + 1 < _turns.Length ? turn + 1 : 0;

    internal bool MayBeFirst(ReadOnlySpan<byte> raw) => _first.Length == 0 || Holds(_first, raw);

    internal bool MayBeLast(ReadOnlySpan<byte> raw) => _last.Length == 0 || Holds(_last, raw);

    // Where several values would do, the assertion's own words tell them.
    internal static string? OnlyOf(IReadOnlyList<string> values) => values.Count == 1 ? values[0] : null;

    private static bool Holds(byte[][] values, ReadOnlySpan<byte> raw)
    {
        foreach (byte[] value in values)
        {
            if (JsonString.EqualsPlain(raw, value))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The one value of a turn between quotes, as two words to compare with; nothing is equal to one that is too long for that, or that takes
/// escapes.</summary>
internal readonly struct PlainTurn
{
    private const int Words = 2 * sizeof(ulong);

    private readonly ulong _low;
    private readonly ulong _lowMask;
    private readonly ulong _high;
    private readonly ulong _highMask;

    /// <summary>Creates a turn.</summary>
    /// <param name="values">The values that it may have.</param>
    /// <param name="mayBeLast">Whether the last item may have the first of them.</param>
    public PlainTurn(byte[][] values, bool mayBeLast)
    {
        MayBeLast = mayBeLast;
        _low = ulong.MaxValue; // under a mask of zeros no text is equal to it
        if (values.Length != 1 || values[0].Length > Words - 2 || NeedsEscape(values[0]))
        {
            return;
        }

        byte[] text = new byte[Words];
        byte[] mask = new byte[Words];
        byte[] quoted = [(byte)'"', .. values[0], (byte)'"'];
        for (int i = 0; i < quoted.Length; i++)
        {
            text[i] = quoted[i];
            mask[i] = byte.MaxValue;
        }

        _low = BinaryPrimitives.ReadUInt64LittleEndian(text);
        _lowMask = BinaryPrimitives.ReadUInt64LittleEndian(mask);
        _high = BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(sizeof(ulong)));
        _highMask = BinaryPrimitives.ReadUInt64LittleEndian(mask.AsSpan(sizeof(ulong)));
    }

    /// <summary>Whether the last item may have this value.</summary>
    public bool MayBeLast { get; }

    /// <summary>Whether a text begins with the value. Of a text that is shorter than two words nothing is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> text) => text.Length >= Words &&
        (((BinaryPrimitives.ReadUInt64LittleEndian(text) & _lowMask) ^ _low) |
            ((BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(sizeof(ulong))) & _highMask) ^ _high)) == 0;

    private static bool NeedsEscape(byte[] text)
    {
        foreach (byte b in text)
        {
            if (b is (byte)'"' or (byte)'\\' or < 0x20)
            {
                return true;
            }
        }

        return false;
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

    /// <summary>Takes the next item if it is in turn, as most are.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="text">Text that begins with the member's raw value.</param>
    /// <param name="offset">Where that value starts.</param>
    /// <returns>False where it is not, or where more is to be looked at; nothing has changed then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(AlternationRule rule, ReadOnlySpan<byte> text, int offset)
    {
        PlainTurn[] turns = rule.Plain;
        if ((uint)_due >= (uint)turns.Length || !turns[_due].Begins(text) || (!_hasItems && rule.First.Count > 0))
        {
            return false;
        }

        _hasItems = true;
        _lastIsRight = turns[_due].MayBeLast;
        _lastOffset = offset;
        _suspended = false;
        _due = rule.TurnAfter(_due);
        return true;
    }

    /// <summary>Takes the next item.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="rawString">The member's raw string with its quotes; empty where it is missing or no string.</param>
    /// <param name="offset">Where that string starts; the fault stands there.</param>
    /// <param name="faults">Takes the faults.</param>
    public void Next(AlternationRule rule, ReadOnlySpan<byte> rawString, int offset, FaultList faults)
    {
        bool isFirst = !_hasItems;
        _hasItems = true;
        ReadOnlySpan<byte> raw = rawString.Length < 2 ? default : rawString.Slice(1, rawString.Length - 2);
        int turn = rawString.Length < 2 ? -1 : rule.TurnOf(raw, _due);
        if (turn < 0)
        {
            _suspended = true;
            return;
        }

        bool inTurn;
        if (isFirst && rule.First.Count > 0)
        {
            inTurn = rule.MayBeFirst(raw);
        }
        else
        {
            inTurn = _suspended || turn == _due;
        }

        if (!inTurn)
        {
            IReadOnlyList<string> expected = isFirst && rule.First.Count > 0 ? rule.First : rule.Cycle[_due];
            faults.Add(new Fault(rule.Assertion, offset, -1, AlternationRule.OnlyOf(expected)));
        }

        // An item already at fault is not told a second time for being the last.
        _lastIsRight = !inTurn || rule.MayBeLast(raw);
        _lastOffset = offset;
        _suspended = false;
        _due = rule.TurnAfter(turn);
    }

    /// <summary>After the last item.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="faults">Takes the fault.</param>
    public readonly void End(AlternationRule rule, FaultList faults)
    {
        if (_hasItems && !_suspended && !_lastIsRight)
        {
            faults.Add(new Fault(rule.Assertion, _lastOffset, -1, AlternationRule.OnlyOf(rule.Last)));
        }
    }
}
