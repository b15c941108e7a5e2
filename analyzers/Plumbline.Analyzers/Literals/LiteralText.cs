using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Literals;

/// <summary>The text that a C# expression makes, and the way back from each of its characters to the source. Immutable.</summary>
public sealed class LiteralText
{
    private readonly ImmutableArray<LiteralSegment> _segments;
    private readonly int _emptySource;
    private PositionedText? _json;

    internal LiteralText(string value, ImmutableArray<LiteralSegment> segments, int emptySource)
    {
        Value = value;
        _segments = segments;
        _emptySource = emptySource;
    }

    /// <summary>The text; what is not known of it stands as <see cref="PositionedText.Hole"/>.</summary>
    public string Value { get; }

    /// <summary>The text read as JSON.</summary>
    public PositionedText Json => _json ??= PositionedText.ParseWithHoles(Encoding.UTF8.GetBytes(Value));

    /// <summary>The source of a span of the JSON text.</summary>
    public TextSpan SourceOf(ByteSpan span) => SourceOf(UnitAt(span.Start), UnitAt(span.End));

    /// <summary>The source of a range of UTF-16 units; of an empty one the place where something would be inserted: behind what stands before it.</summary>
    public TextSpan SourceOf(int start, int end)
    {
        if (end > start)
        {
            return TextSpan.FromBounds(SegmentAt(start).SourceOf(start), SegmentAt(end - 1).SourceEndOf(end - 1));
        }

        int at = start > 0 ? SegmentAt(start - 1).SourceEndOf(start - 1) : Value.Length > 0 ? SegmentAt(0).SourceOf(0) : _emptySource;
        return new TextSpan(at, 0);
    }

    /// <summary>The UTF-16 unit of a byte offset of the JSON text.</summary>
    public int UnitAt(int byteOffset)
    {
        // A byte order mark has no width where lines and columns are counted; here it is a character like others.
        int mark = Value.Length > 0 && Value[0] == '\uFEFF' ? 1 : 0;
        return mark == 1 && byteOffset < 3 ? 0 : Math.Min(Value.Length, Json.Lines.Locate(byteOffset).CharOffset + mark);
    }

    /// <summary>The piece that a UTF-16 unit of the text belongs to.</summary>
    public LiteralSegment SegmentAt(int unit)
    {
        int low = 0;
        int high = _segments.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].Start <= unit ? (middle, high) : (low, middle - 1);
        }

        return _segments[low];
    }
}
