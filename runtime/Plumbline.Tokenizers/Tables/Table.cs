using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Tables;

/// <summary>
/// A row of values that never moves: in memory of its own, which begins on a cache line, or inside a file that the operating system maps. Which of the two it
/// is costs a look-up nothing, and neither is an index checked.
/// </summary>
/// <typeparam name="T">The type of the values; files have them as they lie in memory, lowest byte first.</typeparam>
internal readonly unsafe struct Table<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    // Of the memory, so that it stays: an array that does not move, or what the file came from.
    private readonly object owner;
    private readonly T* first;

    /// <summary>A table of zeros, to be filled.</summary>
    public Table(int length)
    {
        byte[] memory = GC.AllocateArray<byte>((length * sizeof(T)) + CacheLine, pinned: true);
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        owner = memory;
        first = (T*)(start + (CacheLine - (int)((nuint)start % CacheLine)));
        Length = length;
    }

    /// <summary>A table in memory that <paramref name="owner"/> keeps, and that may not be writable.</summary>
    public Table(T* first, int length, object owner)
    {
        this.first = first;
        this.owner = owner;
        Length = length;
    }

    public int Length { get; }

    /// <summary>The address of the first value, for as long as the table is held.</summary>
    public T* First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first;
    }

    public Span<T> Values => owner is null ? default : new Span<T>(first, Length);

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref first[index];
    }

    public static Table<T> Of(ReadOnlySpan<T> values)
    {
        var table = new Table<T>(values.Length);
        values.CopyTo(table.Values);
        return table;
    }
}
