using System.ComponentModel;

namespace Plumbline;

/// <summary>
/// Reads an object or array again for <c>unevaluatedProperties</c> or <c>unevaluatedItems</c>: stops at each member or item that nothing has
/// evaluated, and counts it as evaluated from then on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Unevaluated
{
    private static readonly NameTable NoNames = new();

    private readonly Validation _v;
    private readonly int _first;
    private readonly int _end;
    private readonly bool _items;
    private readonly bool _once;
    private nint _at;
    private State _state;

    /// <summary>Begins a reading.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value, of any type.</param>
    /// <param name="mark"><see cref="Validation.Covered"/> as it was before the value was judged.</param>
    /// <param name="items">Whether items of an array (else members of an object) are read.</param>
    /// <param name="once">Whether to stop at the first alone; the others count as evaluated too.</param>
    public Unevaluated(Validation v, nint at, int mark, bool items, bool once = false)
    {
        ArgumentNullException.ThrowIfNull(v);
        _v = v;
        _at = at;
        _first = mark;
        _end = v.SortCovered(mark);
        _items = items;
        _once = once;
    }

    private enum State : byte
    {
        Begun,
        Inside,
        Ended,
    }

    /// <summary>Offset of the member's name.</summary>
    public nint Name { get; private set; }

    /// <summary>Offset of the value.</summary>
    public nint Value { get; private set; }

    /// <summary>Goes to the next member or item that nothing has evaluated.</summary>
    public bool Next()
    {
        if (_state == State.Begun)
        {
            if (_v.Peek(_at) != (_items ? '[' : '{'))
            {
                _state = State.Ended;
                return false;
            }

            _state = State.Inside;
            _at = _items ? _v.FirstItem(_at) : _v.FirstMember(_at);
        }
        else if (_state == State.Inside)
        {
            Pass(Value);
        }

        while (_state == State.Inside)
        {
            if (!Read())
            {
                _v.Close(_at);
                _state = State.Ended;
            }
            else if (!_v.IsCovered(_first, _end, Value))
            {
                _v.Cover(Value);
                if (!_once)
                {
                    return true;
                }

                CoverRest();
                return true;
            }
            else
            {
                Pass(Value);
            }
        }

        return false;
    }

    // One fault speaks for all that is left, and a schema around this one must not speak of it again.
    private void CoverRest()
    {
        nint first = Value;
        nint name = Name;
        Pass(Value);
        while (Read())
        {
            _v.Cover(Value);
            Pass(Value);
        }

        _v.Close(_at);
        _state = State.Ended;
        (Value, Name) = (first, name);
    }

    private bool Read()
    {
        if (_items)
        {
            Value = _at;
            return _v.AtItem(_at);
        }

        if (!_v.AtMember(_at))
        {
            return false;
        }

        Name = _at;
        Value = _v.Space(_v.Find(_at, NoNames));
        return true;
    }

    private void Pass(nint value)
    {
        nint end = _v.Skip(value);
        _at = _items ? _v.NextItem(end) : _v.NextMember(end);
    }
}
