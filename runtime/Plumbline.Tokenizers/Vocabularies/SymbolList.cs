using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>Byte strings one after another in one array: the bytes of symbol <c>i</c>, for every <c>i</c>.</summary>
internal sealed class SymbolList
{
    private byte[] bytes;
    private int[] starts;

    public SymbolList(int capacity)
    {
        bytes = new byte[Math.Max(64, capacity * 8)];
        starts = new int[Math.Max(8, capacity + 1)];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int symbol] => bytes.AsSpan(starts[symbol], starts[symbol + 1] - starts[symbol]);

    public int Length(int symbol) => starts[symbol + 1] - starts[symbol];

    public void Add(ReadOnlySpan<byte> symbol)
    {
        int start = Reserve(symbol.Length);
        symbol.CopyTo(bytes.AsSpan(start));
    }

    /// <summary>Adds what two symbols of the list make together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddMerged(int left, int right)
    {
        int leftLength = Length(left), rightLength = Length(right), start = Reserve(leftLength + rightLength);
        bytes.AsSpan(starts[left], leftLength).CopyTo(bytes.AsSpan(start));
        bytes.AsSpan(starts[right], rightLength).CopyTo(bytes.AsSpan(start + leftLength));
    }

    private int Reserve(int length)
    {
        int start = starts[Count];
        while (start + length > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        if (Count + 2 > starts.Length)
        {
            Array.Resize(ref starts, starts.Length * 2);
        }

        starts[++Count] = start + length;
        return start;
    }
}
