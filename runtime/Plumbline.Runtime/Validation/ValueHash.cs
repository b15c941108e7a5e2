using System.Buffers;
using Plumbline.Scanning;

namespace Plumbline;

/// <summary>
/// Hashes of JSON values in a padded buffer that agree with <see cref="JsonEquality"/>, for values that have been read and in which no name repeats: numbers by
/// value, strings by their text, objects whatever the order of their members.
/// </summary>
internal static unsafe class ValueHash
{
    /// <summary>Hashes a value.</summary>
    /// <param name="at">Its first byte.</param>
    /// <param name="end">The byte after it.</param>
    public static ulong Of(byte* at, out byte* end)
    {
        switch (*at)
        {
            case (byte)'"':
                return Utf8Hash.Of(OfString(at, out end), '"');
            case (byte)'[':
                return OfArray(at, out end);
            case (byte)'{':
                return OfObject(at, out end);
            case (byte)'t' or (byte)'n':
                end = at + 4;
                return *at;
            case (byte)'f':
                end = at + 5;
                return *at;
            default:
                end = Scan.NumberEnd(at);
                return Utf8Hash.Of((uint)JsonNumber.Hash(new ReadOnlySpan<byte>(at, (int)(end - at))), '0');
        }
    }

    private static ulong OfArray(byte* at, out byte* end)
    {
        ulong hash = '[';
        for (at = KnownText.Space(at + 1); *at != ']'; at = KnownText.Next(end))
        {
            hash = Utf8Hash.Of(Of(at, out end), hash);
        }

        end = at + 1;
        return hash;
    }

    private static ulong OfObject(byte* at, out byte* end)
    {
        // A sum does not depend on the order of the members.
        ulong hash = '{';
        for (at = KnownText.Space(at + 1); *at != '}'; at = KnownText.Next(end))
        {
            ulong name = OfString(at, out end);
            hash += Utf8Hash.Of(name, Of(KnownText.Space(KnownText.Space(end) + 1), out end));
        }

        end = at + 1;
        return hash;
    }

    private static ulong OfString(byte* at, out byte* end)
    {
        byte* quote = Scan.StringEnd(at + 1);
        end = quote + 1;
        var raw = new ReadOnlySpan<byte>(at + 1, (int)(quote - at - 1));
        if (!raw.Contains((byte)'\\'))
        {
            return Utf8Hash.LongOf(raw);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        ulong hash = Utf8Hash.LongOf(buffer.AsSpan(0, JsonString.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }
}
