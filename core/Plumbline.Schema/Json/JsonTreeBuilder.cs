using System.Collections.Immutable;

namespace Plumbline.Schema.Json;

/// <summary>Puts values together as a parser finds them: a stack of the arrays and objects that are still open.</summary>
internal sealed class JsonTreeBuilder(byte[] utf8)
{
    private readonly Stack<JsonFrame> _frames = new();

    /// <summary>The value at the top; invalid until it is complete.</summary>
    public PositionedValue Root { get; private set; } = new(utf8, JsonKind.Invalid, default);

    /// <summary>Names that stand twice in one object, in the order in which their objects closed.</summary>
    public List<DuplicateName> Duplicates { get; } = [];

    /// <summary>The innermost open array or object, or null.</summary>
    public JsonFrame? Top => _frames.Count > 0 ? _frames.Peek() : null;

    /// <summary>How many are open.</summary>
    public int Depth => _frames.Count;

    /// <summary>The innermost open array or object of a kind, or null.</summary>
    public JsonFrame? Innermost(Func<JsonFrame, bool> accepts) => _frames.FirstOrDefault(accepts);

    /// <summary>Opens an array or object at its bracket.</summary>
    public void Open(bool isObject, int start) => _frames.Push(new JsonFrame(isObject, start));

    /// <summary>Closes the innermost array or object, which ends before an offset.</summary>
    public void Close(int end)
    {
        JsonFrame frame = _frames.Pop();
        var span = ByteSpan.Between(frame.Start, Math.Max(end, frame.Start + 1));
        if (frame.IsObject)
        {
            NoteDuplicates(frame.Members, frame.IsOpen);
            Add(new PositionedValue(utf8, JsonKind.Object, span, members: frame.Members.ToImmutableArray(), isOpen: frame.IsOpen));
        }
        else
        {
            Add(new PositionedValue(utf8, JsonKind.Array, span, items: frame.Items.ToImmutableArray(), isOpen: frame.IsOpen));
        }
    }

    /// <summary>Adds a value where it was found; one in an object that no name stands before is dropped.</summary>
    public void Add(PositionedValue value)
    {
        if (Top is not { } frame)
        {
            Root = value;
        }
        else if (!frame.IsObject)
        {
            frame.Items.Add(value);
        }
        else if (frame.Name is { } name)
        {
            frame.Members.Add(new PositionedMember(name, frame.NameSpan, value));
            frame.Name = null;
        }
    }

    private void NoteDuplicates(List<PositionedMember> members, bool isOpen)
    {
        if (members.Count < 2)
        {
            return;
        }

        var first = new Dictionary<string, ByteSpan>(members.Count, StringComparer.Ordinal);
        foreach (PositionedMember member in members)
        {
            if (isOpen && member.Name.AsSpan().IndexOf(PositionedText.Hole) >= 0)
            {
                // A name that is not known may be any.
                continue;
            }

            if (first.TryGetValue(member.Name, out ByteSpan earlier))
            {
                Duplicates.Add(new DuplicateName(member.Name, earlier, member.NameSpan));
            }
            else
            {
                first.Add(member.Name, member.NameSpan);
            }
        }
    }
}

/// <summary>An array or object being read.</summary>
internal sealed class JsonFrame(bool isObject, int start)
{
    public bool IsObject => isObject;

    public int Start => start;

    public List<PositionedValue> Items { get; } = [];

    public List<PositionedMember> Members { get; } = [];

    /// <summary>The name read last whose value is still to come.</summary>
    public string? Name { get; set; }

    public ByteSpan NameSpan { get; set; }

    /// <summary>Whether there may be parts that are not known.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Indentation of the first member that begins a line; -1 when none does.</summary>
    public int Column { get; private set; } = -1;

    /// <summary>Notes parts that are not known, where there are any.</summary>
    public void Open(bool isOpen) => IsOpen |= isOpen;

    public void NoteColumn(int column) => Column = Column < 0 ? column : Column;
}
