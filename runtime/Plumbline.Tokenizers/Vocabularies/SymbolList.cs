using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The key of a symbol of at most <see cref="PretokenKey.MaxLength"/> bytes.</summary>
    public Vector128<byte> Key(int symbol) => PretokenKey.Of(ref bytes[starts[symbol]], Length(symbol));

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
        if (leftLength <= 16 && rightLength <= 16 && start + leftLength + 16 <= bytes.Length)
        {
            // Nearly all are short: 16 bytes are moved at once, and what is too much is overwritten next.
            Vector128.LoadUnsafe(ref bytes[starts[left]]).StoreUnsafe(ref bytes[start]);
            Vector128.LoadUnsafe(ref bytes[starts[right]]).StoreUnsafe(ref bytes[start + leftLength]);
            return;
        }

        bytes.AsSpan(starts[left], leftLength).CopyTo(bytes.AsSpan(start));
        bytes.AsSpan(starts[right], rightLength).CopyTo(bytes.AsSpan(start + leftLength));
    }

    private int Reserve(int length)
    {
        int start = starts[Count];
        while (start + length + 16 > bytes.Length) // a key is read from the start of the last symbol too
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
