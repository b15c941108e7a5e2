using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>What stands at which offset of a text.</summary>
internal sealed class PlacesOfText
{
    private readonly Dictionary<int, PositionedValue> _values = [];
    private readonly Dictionary<int, (PositionedValue Owner, PositionedMember Member)> _names = [];
    private readonly List<PositionedValue> _containers = [];

    public PlacesOfText(PositionedText text)
    {
        // Trees may be as deep as the parser allows: a stack of our own.
        var pending = new Stack<PositionedValue>();
        pending.Push(text.Root);
        while (pending.Count > 0)
        {
            PositionedValue value = pending.Pop();
            _values[value.Span.Start] = value;
            if (value.Kind is JsonKind.Array or JsonKind.Object)
            {
                _containers.Add(value);
            }

            foreach (PositionedValue item in value.Items)
            {
                pending.Push(item);
            }

            foreach (PositionedMember member in value.Members)
            {
                _names[member.NameSpan.Start] = (value, member);
                pending.Push(member.Value);
            }
        }
    }

    /// <summary>All values, in no order.</summary>
    public IEnumerable<PositionedValue> Values => _values.Values;

    /// <summary>The value that begins at an offset, or null.</summary>
    public PositionedValue? ValueAt(int offset) => _values.TryGetValue(offset, out PositionedValue? value) ? value : null;

    /// <summary>The member whose name begins at an offset, and its object; null where there is none.</summary>
    public (PositionedValue Owner, PositionedMember Member)? MemberAt(int offset) =>
        _names.TryGetValue(offset, out (PositionedValue Owner, PositionedMember Member) found) ? found : null;

    /// <summary>What to underline for a fault at an offset.</summary>
    public ByteSpan Underlined(int offset)
    {
        if (MemberAt(offset) is { } named)
        {
            return named.Member.NameSpan;
        }

        return ValueAt(offset) is { } value
            ? value.Kind is JsonKind.Array or JsonKind.Object ? new ByteSpan(offset, 1) : value.Span
            : new ByteSpan(offset, 0);
    }

    /// <summary>The innermost object or array around an offset; null where none is.</summary>
    public PositionedValue? Around(int offset)
    {
        PositionedValue? innermost = null;
        foreach (PositionedValue value in _containers)
        {
            if (value.Span.Start < offset && offset <= value.Span.End && (innermost is null || value.Span.Start > innermost.Span.Start))
            {
                innermost = value;
            }
        }

        return innermost;
    }
}
