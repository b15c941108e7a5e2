using System.Buffers.Binary;

namespace Plumbline;

/// <summary>
/// Writes a JSON value as bytes that are the same for equal values (<see cref="JsonEquality"/>) and for no others: numbers by their value, strings by their
/// text, objects in the order of their names, of a name that occurs twice the last. White space and the spelling of escapes leave no trace.
/// </summary>
/// <remarks>A value begins with a byte for its type; whatever has a length is preceded by it, so that no value is the beginning of another.</remarks>
public sealed class JsonCanonical
{
    private readonly List<(int Name, int Value, int End)> _members = [];
    private byte[] _bytes = new byte[4096];
    private byte[] _sorted = [];
    private int _length;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes a byte that says what follows.</summary>
    public void WriteMark(byte mark) => Room(1)[0] = mark;

    /// <summary>Writes the value that starts at an offset.</summary>
    /// <param name="wellFormed">The text; well-formed from the offset to the end of the value.</param>
    /// <param name="offset">Where the value starts.</param>
    /// <returns>The end of the value.</returns>
    public int Write(ReadOnlySpan<byte> wellFormed, int offset)
    {
        switch (wellFormed[offset])
        {
            case (byte)'{':
                return WriteObject(wellFormed, offset);
            case (byte)'[':
                return WriteArray(wellFormed, offset);
            default:
                int end = JsonSyntax.SkipValue(wellFormed, offset);
                ReadOnlySpan<byte> scalar = wellFormed.Slice(offset, end - offset);
                WriteScalar(scalar);
                return end;
        }
    }

    private void WriteScalar(ReadOnlySpan<byte> scalar)
    {
        if (scalar[0] == '"')
        {
            WriteString(scalar.Slice(1, scalar.Length - 2));
        }
        else if (scalar[0] is (byte)'t' or (byte)'f' or (byte)'n')
        {
            WriteMark(scalar[0]);
        }
        else
        {
            WriteNumber(new DecimalNumber(scalar));
        }
    }

    private void WriteString(ReadOnlySpan<byte> raw)
    {
        WriteMark((byte)'"');
        Room(sizeof(int));
        int start = _length;
        Span<byte> text = Room(raw.Length);
        int written = raw.IndexOf((byte)'\\') < 0 ? Copy(raw, text) : JsonString.Unescape(raw, text);
        _length = start + written;
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start - sizeof(int)), written);
    }

    private void WriteNumber(DecimalNumber number)
    {
        WriteMark((byte)(number.IsNegative ? '-' : '+'));
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), number.DigitCount);
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), number.IsZero ? 0 : number.Exponent);
        foreach (int digit in number)
        {
            WriteMark((byte)digit);
        }
    }

    private int WriteArray(ReadOnlySpan<byte> text, int offset)
    {
        WriteMark((byte)'[');
        int at = JsonSyntax.SkipSpace(text, offset + 1);
        while (text[at] != ']')
        {
            at = JsonMembers.NextAfter(text, Write(text, at));
        }

        WriteMark((byte)']');
        return at + 1;
    }

    private int WriteObject(ReadOnlySpan<byte> text, int offset)
    {
        WriteMark((byte)'{');
        int start = _length;
        int first = _members.Count;
        int at = JsonSyntax.SkipSpace(text, offset + 1);
        bool isSorted = true;
        while (text[at] != '}')
        {
            int nameEnd = JsonSyntax.SkipValue(text, at);
            int name = _length;
            WriteString(text.Slice(at + 1, nameEnd - at - 2));
            int value = _length;
            int valueEnd = Write(text, JsonSyntax.SkipSpace(text, JsonSyntax.SkipSpace(text, nameEnd) + 1));
            isSorted &= _members.Count == first || Compare(_members[_members.Count - 1], (name, value, _length)) < 0;
            _members.Add((name, value, _length));
            at = JsonMembers.NextAfter(text, valueEnd);
        }

        if (!isSorted)
        {
            Sort(start, first);
        }

        _members.RemoveRange(first, _members.Count - first);
        WriteMark((byte)'}');
        return at + 1;
    }

    // Names are compared with their lengths before them: any order will do, as long as it is always the same.
    private int Compare((int Name, int Value, int End) left, (int Name, int Value, int End) right) =>
        _bytes.AsSpan(left.Name, left.Value - left.Name).SequenceCompareTo(_bytes.AsSpan(right.Name, right.Value - right.Name));

    private void Sort(int start, int first)
    {
        (int Name, int Value, int End)[] members = [.. _members.Skip(first)];
        Array.Sort(members, (x, y) => Compare(x, y) is var order and not 0 ? order : x.Name.CompareTo(y.Name));
        if (_sorted.Length < _length - start)
        {
            _sorted = new byte[_bytes.Length];
        }

        int length = 0;
        for (int i = 0; i < members.Length; i++)
        {
            // Of a name that occurs twice, the last counts.
            if (i + 1 == members.Length || Compare(members[i], members[i + 1]) != 0)
            {
                int size = members[i].End - members[i].Name;
                _bytes.AsSpan(members[i].Name, size).CopyTo(_sorted.AsSpan(length));
                length += size;
            }
        }

        _sorted.AsSpan(0, length).CopyTo(_bytes.AsSpan(start));
        _length = start + length;
    }

    private Span<byte> Room(int size)
    {
        if (_length + size > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + size, checked(_bytes.Length * 2)));
        }

        _length += size;
        return _bytes.AsSpan(_length - size, size);
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
