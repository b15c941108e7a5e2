using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Tables;

/// <summary>Finds the tables of a file where they are; nothing is copied or looked at before it is asked for.</summary>
internal sealed unsafe class TableReader
{
    private readonly object owner;
    private readonly byte* first;
    private readonly long length;
    private long at;

    private TableReader(byte* first, long length, object owner)
    {
        this.first = first;
        this.length = length;
        this.owner = owner;
    }

    /// <summary>The tables of a resource of an assembly, which is mapped where the runtime maps assemblies; else it is read once.</summary>
    public static TableReader Of(Stream resource)
    {
        if (resource is UnmanagedMemoryStream mapped)
        {
            return new TableReader(mapped.PositionPointer, mapped.Length, mapped);
        }

        var memory = new Table<byte>((int)resource.Length);
        resource.ReadExactly(memory.Values);
        return new TableReader(memory.First, memory.Length, memory);
    }

    /// <summary>The next table.</summary>
    public Table<T> Next<T>()
        where T : unmanaged
    {
        if (length - at < TableWriter.Alignment)
        {
            throw new InvalidOperationException($"The file of tables ends at byte {length}, where another is expected; write it again (docs/tokenizers.md).");
        }

        int bytes = MemoryMarshal.Read<int>(new ReadOnlySpan<byte>(first + at, sizeof(int)));
        long start = at + TableWriter.Alignment;
        at = start + bytes + (-bytes & (TableWriter.Alignment - 1));
        return bytes >= 0 && at <= length
            ? new Table<T>((T*)(first + start), bytes / sizeof(T), owner)
            : throw new InvalidOperationException(
                $"A table of {bytes} bytes at {start} does not fit into the file of {length}; write it again (docs/tokenizers.md).");
    }
}
