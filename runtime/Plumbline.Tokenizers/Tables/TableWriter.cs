using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Tables;

/// <summary>Writes tables one after another: each as the number of its bytes, then at the next multiple of 64 the values as they lie in memory.</summary>
internal sealed class TableWriter
{
    public const int Alignment = 64;

    private readonly ArrayBufferWriter<byte> file = new();

    public void Add<T>(Table<T> table)
        where T : unmanaged
    {
        Span<byte> head = stackalloc byte[Alignment];
        head.Clear();
        int bytes = table.Length * Unsafe.SizeOf<T>();
        MemoryMarshal.Write(head, bytes);
        file.Write(head);
        file.Write(MemoryMarshal.AsBytes(table.Values));
        file.Write(stackalloc byte[-bytes & (Alignment - 1)]);
    }

    public byte[] ToArray() => file.WrittenSpan.ToArray();
}
