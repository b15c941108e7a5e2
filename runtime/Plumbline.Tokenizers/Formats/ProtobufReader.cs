using System.Buffers.Binary;

namespace Plumbline.Tokenizers.Formats;

/// <summary>Reads the fields of a protocol-buffers message, one after another.</summary>
internal ref struct ProtobufReader(string file, string part, ReadOnlySpan<byte> message)
{
    private readonly int total = message.Length;
    private ReadOnlySpan<byte> rest = message;

    /// <summary>The number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>Its value where that is a number (a varint, or 32 or 64 bits as they are).</summary>
    public ulong Number { get; private set; }

    /// <summary>Its value where that is bytes: text, or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The value of a 32-bit field as a float.</summary>
    public readonly float Float => BitConverter.UInt32BitsToSingle((uint)Number);

    /// <summary>Reads the next field; false at the end.</summary>
    /// <exception cref="TokenizerFormatException">The message is broken.</exception>
    public bool Read()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        ulong tag = Varint();
        Field = tag >> 3 is > 0 and < 1 << 29 ? (int)(tag >> 3) : throw Broken("a field has no number");
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                Number = Varint();
                break;
            case 1:
                Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case 2:
                Bytes = Take(Varint());
                break;
            case 5:
                Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            default:
                throw Broken($"field {Field} has wire type {tag & 7}, which this format does not use");
        }

        return true;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken("a number has more than ten bytes");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)rest.Length)
        {
            throw Broken($"{count} bytes are announced where {rest.Length} are left; the file is cut short or of another format");
        }

        ReadOnlySpan<byte> taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    private readonly TokenizerFormatException Broken(string problem) => new(file, $"{part}, byte {total - rest.Length}", problem);
}
