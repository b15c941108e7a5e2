using System.Collections.Immutable;
using System.Text;

namespace Plumbline.Schema.Json;

/// <summary>A JSON value and where it stands in its text.</summary>
public sealed class PositionedValue
{
    // From this many members on, looking a name up builds an index first.
    private const int IndexedFrom = 12;

    private readonly byte[] _utf8;
    private readonly ImmutableArray<PositionedValue> _items;
    private readonly ImmutableArray<PositionedMember> _members;
    private Dictionary<string, PositionedMember>? _index;

    internal PositionedValue(
        byte[] utf8,
        JsonKind kind,
        ByteSpan span,
        ImmutableArray<PositionedValue> items = default,
        ImmutableArray<PositionedMember> members = default,
        bool isOpen = false)
    {
        _utf8 = utf8;
        Kind = kind;
        Span = span;
        _items = items;
        _members = members;
        IsOpen = isOpen;
    }

    /// <summary>What the value is.</summary>
    public JsonKind Kind { get; }

    /// <summary>Where it stands: from its first to its last byte, quotes and brackets included.</summary>
    public ByteSpan Span { get; }

    /// <summary>Whether an array or object may have items or members that are not known: its text has a hole between them, or in a name.</summary>
    public bool IsOpen { get; }

    /// <summary>Its bytes, as written.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.AsSpan(Span.Start, Span.Length);

    /// <summary>Its text, as written: the way to read numbers exactly.</summary>
    public string RawText => Encoding.UTF8.GetString(_utf8, Span.Start, Span.Length);

    /// <summary>The items of an array; empty for other kinds.</summary>
    public ImmutableArray<PositionedValue> Items => _items.IsDefault ? ImmutableArray<PositionedValue>.Empty : _items;

    /// <summary>The members of an object in document order, repeated names included; empty for other kinds.</summary>
    public ImmutableArray<PositionedMember> Members => _members.IsDefault ? ImmutableArray<PositionedMember>.Empty : _members;

    /// <summary>The unescaped text of a string; null for other kinds. Decoded at each call.</summary>
    public string? Text => Kind == JsonKind.String ? StringToken.Unescape(_utf8, Span) : null;

    /// <summary>The member of a name, or null; the last one where a name is repeated.</summary>
    public PositionedMember? Find(string name)
    {
        ImmutableArray<PositionedMember> members = Members;
        if (members.Length >= IndexedFrom)
        {
            return Index(members).TryGetValue(name, out PositionedMember? found) ? found : null;
        }

        for (int i = members.Length - 1; i >= 0; i--)
        {
            if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
            {
                return members[i];
            }
        }

        return null;
    }

    /// <summary>The value as compact JSON: no white space between tokens, names, strings and numbers as written.</summary>
    public string ToCompactJson()
    {
        var bytes = new byte[Span.Length];
        int length = 0;
        bool inString = false;
        for (int at = Span.Start; at < Span.End; at++)
        {
            byte b = _utf8[at];
            if (inString && b == (byte)'\\' && at + 1 < Span.End)
            {
                bytes[length++] = b;
                b = _utf8[++at];
            }
            else if (b == (byte)'"')
            {
                inString = !inString;
            }
            else if (!inString && b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            bytes[length++] = b;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>The kind and the place.</summary>
    public override string ToString() => $"{Kind} at {Span.Start}";

    internal PositionedValue StringAt(ByteSpan span) => new(_utf8, JsonKind.String, span);

    private Dictionary<string, PositionedMember> Index(ImmutableArray<PositionedMember> members)
    {
        if (_index is { } known)
        {
            return known;
        }

        var index = new Dictionary<string, PositionedMember>(members.Length, StringComparer.Ordinal);
        foreach (PositionedMember member in members)
        {
            index[member.Name] = member;
        }

        return _index = index;
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="NameSpan">Where the name stands, with its quotes.</param>
/// <param name="Value">Its value; of kind <see cref="JsonKind.Invalid"/> and no length where there is none.</param>
public sealed record PositionedMember(string Name, ByteSpan NameSpan, PositionedValue Value)
{
    /// <summary>From the name to the end of the value.</summary>
    public ByteSpan Span => ByteSpan.Between(NameSpan.Start, Math.Max(NameSpan.End, Value.Span.End));

    /// <summary>The name as a string value of its own.</summary>
    public PositionedValue NameValue => Value.StringAt(NameSpan);
}
