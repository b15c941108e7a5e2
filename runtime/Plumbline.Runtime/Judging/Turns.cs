using System.ComponentModel;

namespace Plumbline;

/// <summary>Judges <c>x-alternates</c> while the items of one array are read: the methods of the items note where the member's value stands, or it is
/// looked for in each item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Turns
{
    private const nint None = -1;
    private readonly Validation _v;
    private readonly AlternationRule _rule;
    private readonly NameTable? _name;
    private readonly int _slot;
    private readonly nint _outer;
    private nint _value;
    private Alternation _state;

    /// <summary>Begins an array.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="slot">The slot in which items note the offset of the member's value.</param>
    public Turns(Validation v, AlternationRule rule, int slot)
    {
        ArgumentNullException.ThrowIfNull(v);
        _v = v;
        _rule = rule;
        _slot = slot;

        // An array inside an item of the same kind uses the same slot.
        _outer = v.Slots[slot];
    }

    /// <summary>Begins an array whose items are read by branches.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="name">The one name of the member, which is looked for in each item.</param>
    public Turns(Validation v, AlternationRule rule, NameTable name)
    {
        _v = v;
        _rule = rule;
        _name = name;
    }

    /// <summary>Begins an item that notes the member's value.</summary>
    public readonly void Begin() => _v.Slots[_slot] = None;

    /// <summary>Begins an item in which the member is looked for.</summary>
    /// <param name="item">Offset of the item.</param>
    public void Begin(nint item) => _value = _v.Peek(item) == '{' ? _v.LookUpLast(item, _name!) : None;

    /// <summary>Judges the item that was just read.</summary>
    public void Next()
    {
        nint value = _name is null ? _v.Slots[_slot] : _value;
        if (value != None && !_v.IsMalformed && _state.TryNext(_rule, _v.Span(value, _v.End), _v.Offset(value)))
        {
            return;
        }

        bool isString = value != None && _v.Peek(value) == '"' && !_v.IsMalformed;
        ReadOnlySpan<byte> text = isString ? _v.Span(value, _v.String(value)) : [];
        _state.Next(_rule, text, isString ? _v.Offset(value) : 0, _v.Faults);
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _state.End(_rule, _v.Faults);
        if (_name is null)
        {
            _v.Slots[_slot] = _outer;
        }
    }
}
