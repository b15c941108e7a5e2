using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline;

/// <summary>
/// The reader that a generated validator drives: one value at a time, forward, in place. Reused from value to value and not shared
/// between threads.
/// </summary>
/// <remarks>
/// <para>Offsets count from the first byte of the padded buffer. No method reads outside of it.</para>
/// <para>Text that turns out not to be JSON sets a flag and moves the reader to <see cref="End"/>, where no token can start, so that
/// every loop of a validator runs out by itself; <see cref="JsonSyntax"/> then says where the fault is, and all else is forgotten.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe partial class Validation
{
    private static readonly PaddedBuffer NoText = new(0);

    private readonly Assertion? _duplicate;
    private readonly CountedStrings? _counted;
    private readonly int _maxDepth;
    private FaultList _faults = new();
    private PaddedBuffer _buffer = NoText;
    private byte* _text;
    private nint _end;
    private nint _origin;
    private int _depth;
    private bool _malformed;

    /// <summary>Creates a reader.</summary>
    /// <param name="options">How values are judged, apart from their schema.</param>
    public Validation(ValidationOptions options)
        : this(options, options?.TokenCounter is null ? null : new CountedStrings())
    {
    }

    /// <summary>Creates a reader that shares what it remembers of counted strings.</summary>
    internal Validation(ValidationOptions options, CountedStrings? counted)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _counted = counted;
        AssertsFormats = options.AssertFormats;
        _maxDepth = options.MaxDepth;
        _duplicate = options.DuplicateKeys switch
        {
            DuplicateKeyPolicy.Error => MalformedText.DuplicateInDocument,
            DuplicateKeyPolicy.Warning => MalformedText.DuplicateInDataset,
            _ => null,
        };
        Attach(NoText);
    }

    /// <summary>How values are judged, apart from their schema.</summary>
    public ValidationOptions Options { get; }

    /// <summary>The faults of the value last judged, settled; offsets count from the value's line or document. May be replaced between values.</summary>
    public FaultList Faults
    {
        get => _faults;
        set => _faults = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Arrays and objects that are open at this moment.</summary>
    public int Depth => _depth;

    /// <summary>Offset of the sentinel: where the reader goes when the text is malformed. No token can start there.</summary>
    public nint End => _end;

    /// <summary>The byte at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek(nint at) => _text[at];

    /// <summary>Whether certain bytes stand at an offset.</summary>
    /// <param name="at">The offset.</param>
    /// <param name="literal">A constant: its length decides which one of the cases below is compiled, and its bytes become operands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(nint at, ReadOnlySpan<byte> literal)
    {
        // Two words that overlap cover any length between one and two of them.
        byte* text = _text + at;
        int length = literal.Length;
        ref byte wanted = ref MemoryMarshal.GetReference(literal);
        return length switch
        {
            > 2 * sizeof(ulong) => IsLong(at, literal),
            >= sizeof(ulong) => ((Word(ref *text) ^ Word(ref wanted)) |
                (Word(ref text[length - sizeof(ulong)]) ^ Word(ref Unsafe.Add(ref wanted, length - sizeof(ulong))))) == 0,
            >= sizeof(uint) => ((HalfWord(ref *text) ^ HalfWord(ref wanted)) |
                (HalfWord(ref text[length - sizeof(uint)]) ^ HalfWord(ref Unsafe.Add(ref wanted, length - sizeof(uint))))) == 0,
            _ => new ReadOnlySpan<byte>(text, length).SequenceEqual(literal),
        };
    }

    /// <summary>The text between two offsets.</summary>
    public ReadOnlySpan<byte> Span(nint start, nint end) => new(_text + start, (int)(end - start));

    /// <summary>Notes that the text is not JSON.</summary>
    /// <returns><see cref="End"/>: where reading goes on, and finds nothing.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Malformed()
    {
        _malformed = true;
        return _end;
    }

    /// <summary>Reports a broken assertion.</summary>
    /// <param name="assertion">What was demanded.</param>
    /// <param name="at">Offset of the value or member name at fault.</param>
    /// <param name="actual">The count found, for assertions that count.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fault(Assertion assertion, nint at, long actual = -1)
    {
        _faults.Add(new Fault(assertion, (int)(at - _origin), actual), _depth);
        LeaveFailedTrial();
    }

    /// <summary>Reports required members that are missing, one fault each.</summary>
    /// <param name="required">What was demanded.</param>
    /// <param name="names">The names by number.</param>
    /// <param name="start">Offset of the object.</param>
    /// <param name="missing">A bit for each name that is missing.</param>
    /// <param name="first">Number of the name that bit 0 stands for.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Missing(Assertion required, NameTable names, nint start, ulong missing, int first = 0)
    {
        ArgumentNullException.ThrowIfNull(names);
        for (; missing != 0; missing &= missing - 1)
        {
            Missing(required, names[first + BitOperations.TrailingZeroCount(missing)], start);
        }
    }

    /// <summary>Reports one required member that is missing.</summary>
    /// <param name="required">What was demanded.</param>
    /// <param name="name">The member.</param>
    /// <param name="start">Offset of the object.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Missing(Assertion required, string name, nint start)
    {
        _faults.Add(new Fault(required, (int)(start - _origin), -1, name), _depth);
        LeaveFailedTrial();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte first) => Unsafe.ReadUnaligned<ulong>(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HalfWord(ref byte first) => Unsafe.ReadUnaligned<uint>(ref first);

    // A literal may be longer than the padding that follows the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsLong(nint at, ReadOnlySpan<byte> literal) =>
        at + literal.Length <= _end && new ReadOnlySpan<byte>(_text + at, literal.Length).SequenceEqual(literal);

    private void Attach(PaddedBuffer buffer)
    {
        if (!ReferenceEquals(_buffer, buffer))
        {
            _buffer = buffer; // keeps the memory behind the pointer alive
        }

        _text = buffer.Pointer;
        _end = buffer.Length;
    }
}
