using System.Buffers;

namespace Plumbline;

/// <summary>Hashes of JSON values that agree with <see cref="JsonEquality"/>.</summary>
internal static class JsonHash
{
    // Seeded, so that the values that collide are not the same from run to run.
    private static readonly uint Seed = unchecked((uint)Guid.NewGuid().GetHashCode());

    public static int Of(ReadOnlySpan<byte> value)
    {
        if (value.Length == 0)
        {
            return 0;
        }

        switch (value[0])
        {
            case (byte)'"':
                return OfString(value.Slice(1, value.Length - 2));
            case (byte)'[':
                return OfArray(value);
            case (byte)'{':
                return OfObject(value);
            case (byte)'t' or (byte)'f' or (byte)'n':
                return Mix(value[0], 3);
            default:
                return Mix((uint)JsonNumber.Hash(value, Seed), 4);
        }
    }

    public static int OfString(ReadOnlySpan<byte> raw)
    {
        uint hash = Seed;
        int escape = raw.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return unchecked((int)Append(hash, raw));
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        hash = Append(hash, buffer.AsSpan(0, JsonString.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return unchecked((int)hash);
    }

    private static int OfArray(ReadOnlySpan<byte> text)
    {
        int hash = 1;
        for (int at = JsonSyntax.SkipSpace(text, 1); text[at] != ']';)
        {
            int end = JsonSyntax.SkipValue(text, at);
            hash = Mix((uint)hash, (uint)Of(text.Slice(at, end - at)));
            at = JsonMembers.NextAfter(text, end);
        }

        return Mix((uint)hash, 1);
    }

    private static int OfObject(ReadOnlySpan<byte> text)
    {
        JsonMember[] members = JsonMembers.Rent(text, out int count);
        uint hash = 0;
        for (int i = 0; i < count; i++)
        {
            // A sum does not depend on the order of the members.
            hash = unchecked(hash + (uint)Mix((uint)members[i].Hash, (uint)Of(members[i].ValueIn(text))));
        }

        ArrayPool<JsonMember>.Shared.Return(members);
        return Mix(hash, 2);
    }

    private static uint Append(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            hash = unchecked((hash ^ b) * 16777619);
            hash ^= hash >> 15;
        }

        return hash;
    }

    private static int Mix(uint left, uint right)
    {
        uint hash = unchecked((left ^ Seed) * 0x85EBCA6B);
        hash ^= hash >> 13;
        hash = unchecked((hash + right) * 0xC2B2AE35);
        return unchecked((int)(hash ^ (hash >> 16)));
    }
}
