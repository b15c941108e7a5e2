#if NET
using System.Buffers;
#endif

namespace Plumbline.Patterns;

/// <summary>A pattern as a table: for each state and each class of bytes, the next state. Reads a text once, a step a byte, and ends as soon as what
/// follows does not matter. Any number of threads may use it.</summary>
internal sealed class ByteAutomaton
{
    /// <summary>The state in which nothing can match any more.</summary>
    public const int Dead = 0;

    /// <summary>The state in which everything matches.</summary>
    public const int Match = 1;

    /// <summary>The state that a raw text's backslash leads to: it must be unescaped first.</summary>
    public const int Escape = 2;

    // In texts of so many bytes, and where so many are left, a vectorized search for the end of a run of one state is worth its call.
    private const int LongText = 32;
    private const int LongRun = 16;

    // The table holds offsets of rows, so that a step is one addition and one read. Two columns follow the classes: the backslash of a raw text, and the end.
    private readonly ushort[] _next;
    private readonly byte[] _plainClasses;
    private readonly byte[] _rawClasses;
    private readonly int _columns;
    private readonly int _start;
#if NET
    private readonly SearchValues<byte>?[] _staying;
#endif

    public ByteAutomaton(byte[] classes, List<int[]> rows, bool[] matchesAtEnd, int start)
    {
        int classCount = rows[0].Length;
        _columns = classCount + 2;
        _start = start * _columns;
        _plainClasses = classes;
        _rawClasses = [.. classes];
        _rawClasses['\\'] = (byte)classCount;
        _next = new ushort[rows.Count * _columns];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int c = 0; c < classCount; c++)
            {
                _next[(i * _columns) + c] = (ushort)(rows[i][c] * _columns);
            }

            _next[(i * _columns) + classCount] = (ushort)(Escape * _columns);
            _next[(i * _columns) + classCount + 1] = (ushort)((matchesAtEnd[i] ? Match : Dead) * _columns);
        }

#if NET
        _staying = new SearchValues<byte>?[rows.Count];
#endif
    }

    /// <summary>Number of states, the three fixed ones among them.</summary>
    public int StateCount => _next.Length / _columns;

    /// <summary>Judges UTF-8 text: <see cref="Match"/> or <see cref="Dead"/>.</summary>
    public int Run(ReadOnlySpan<byte> text) => Run(text, _plainClasses);

    /// <summary>Judges a raw JSON string: <see cref="Match"/>, <see cref="Dead"/>, or <see cref="Escape"/> where an escape comes before what decides.</summary>
    public int RunRaw(ReadOnlySpan<byte> raw) => Run(raw, _rawClasses);

    private int Run(ReadOnlySpan<byte> text, byte[] classes)
    {
        ushort[] table = _next;
        int last = Escape * _columns;
        int state = _start;
        if (state <= last)
        {
            return state / _columns;
        }

#if NET
        if (text.Length >= LongText)
        {
            return RunLong(text, classes);
        }
#endif

        foreach (byte b in text)
        {
            state = table[state + classes[b]];
            if (state <= last)
            {
                return state / _columns;
            }
        }

        return table[state + _columns - 1] / _columns;
    }

#if NET
    // As Run, and where a state is its own successor, passes over all the bytes that do not leave it.
    private int RunLong(ReadOnlySpan<byte> text, byte[] classes)
    {
        ushort[] table = _next;
        int last = Escape * _columns;
        int state = _start;
        for (int at = 0; at < text.Length;)
        {
            int next = table[state + classes[text[at++]]];
            if (next <= last)
            {
                return next / _columns;
            }

            if (next == state && text.Length - at >= LongRun)
            {
                int run = text.Slice(at).IndexOfAnyExcept(Staying(state / _columns));
                at = run < 0 ? text.Length : at + run;
            }

            state = next;
        }

        return table[state + _columns - 1] / _columns;
    }

    // Made when a long text first asks; two threads at once make the same.
    private SearchValues<byte> Staying(int row)
    {
        if (_staying[row] is not { } staying)
        {
            Span<byte> bytes = stackalloc byte[256];
            int count = 0;
            for (int b = 0; b < 256; b++)
            {
                if (b != '\\' && _next[(row * _columns) + _plainClasses[b]] == row * _columns)
                {
                    bytes[count++] = (byte)b;
                }
            }

            _staying[row] = staying = SearchValues.Create(bytes.Slice(0, count));
        }

        return staying;
    }
#endif
}
