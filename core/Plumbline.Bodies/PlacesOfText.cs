using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>What stands at which offset of a text.</summary>
internal sealed class PlacesOfText
{
    private readonly Dictionary<int, PositionedValue> _values = [];
    private readonly Dictionary<int, ByteSpan> _names = [];
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
                _names[member.NameSpan.Start] = member.NameSpan;
                pending.Push(member.Value);
            }
        }
    }

    /// <summary>All values, in no order.</summary>
    public IEnumerable<PositionedValue> Values => _values.Values;

    /// <summary>The value that begins at an offset, or null.</summary>
    public PositionedValue? ValueAt(int offset) => _values.TryGetValue(offset, out PositionedValue? value) ? value : null;

    /// <summary>What to underline for a fault at an offset.</summary>
    public ByteSpan Underlined(int offset)
    {
        if (_names.TryGetValue(offset, out ByteSpan name))
        {
            return name;
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
