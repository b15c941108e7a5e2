using System.Collections.Immutable;
using System.Text;

namespace Plumbline.Schema.Json;

/// <summary>A JSON text and the tree read from it. Immutable; the tree of a broken text holds all that could be read.</summary>
public sealed class PositionedText
{
    /// <summary>Stands for text that is not known, in texts that are parsed with holes: SUBSTITUTE, which no JSON text may hold.</summary>
    public const char Hole = '\u001A';

    /// <summary>The depth limit unless another is given.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly byte[] _utf8;
    private readonly int _maxDepth;
    private LineMap? _lines;

    private PositionedText(byte[] utf8, int maxDepth, bool hasHoles, int closeBefore = -1)
    {
        var parser = new JsonParser(utf8, maxDepth, hasHoles, closeBefore);
        parser.Run();
        _maxDepth = maxDepth;
        _utf8 = utf8;
        HasHoles = hasHoles;
        Root = parser.Root;
        Errors = parser.Errors.ToImmutableArray();
        Duplicates = parser.Duplicates.ToImmutableArray();
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The value; of kind <see cref="JsonKind.Invalid"/> when no value could be read.</summary>
    public PositionedValue Root { get; }

    /// <summary>What is wrong with the text, in order of offset; at most a hundred faults.</summary>
    public ImmutableArray<SyntaxError> Errors { get; }

    /// <summary>Names that stand twice in one object, in order of the later one. Duplicates are no syntax errors: each reader has its own policy.</summary>
    public ImmutableArray<DuplicateName> Duplicates { get; }

    /// <summary>Whether parts of the text are not known.</summary>
    public bool HasHoles { get; }

    /// <summary>Whether the text is exactly one JSON value, with optional white space and byte order mark.</summary>
    public bool IsWellFormed => Errors.IsEmpty;

    /// <summary>Lines, columns and UTF-16 offsets of the text.</summary>
    public LineMap Lines => _lines ??= new LineMap(_utf8);

    /// <summary>Reads a text. Never throws for what the text holds.</summary>
    /// <param name="utf8">The text; must not change afterwards. A byte order mark is skipped.</param>
    /// <param name="maxDepth">Most arrays and objects inside each other.</param>
    public static PositionedText Parse(byte[] utf8, int maxDepth = DefaultMaxDepth) => new(utf8, maxDepth, hasHoles: false);

    /// <summary>Reads a text some of whose parts are not known. Each stands as one <see cref="Hole"/>: in place of a value, in a string, or of any
    /// other text. A value that holds one is <see cref="JsonKind.Invalid"/> without being an error; an array or object that may have further
    /// parts is <see cref="PositionedValue.IsOpen"/>.</summary>
    /// <param name="utf8">The text; must not change afterwards.</param>
    /// <param name="maxDepth">Most arrays and objects inside each other.</param>
    public static PositionedText ParseWithHoles(byte[] utf8, int maxDepth = DefaultMaxDepth) =>
        new(utf8, maxDepth, hasHoles: utf8.AsSpan().IndexOf((byte)Hole) >= 0);

    /// <summary>The same text, read with the innermost object taken for closed before a member that no comma stands before.</summary>
    /// <param name="nameOffset">Where the member's name begins.</param>
    public PositionedText ClosedBefore(int nameOffset) => new(_utf8, _maxDepth, HasHoles, nameOffset);

    /// <summary>Reads a text of UTF-16 units; halves of surrogate pairs count as U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxDepth">Most arrays and objects inside each other.</param>
    public static PositionedText Parse(string text, int maxDepth = DefaultMaxDepth) => Parse(Encoding.UTF8.GetBytes(text), maxDepth);
}
