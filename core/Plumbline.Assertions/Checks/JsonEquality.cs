using System.Buffers;

namespace Plumbline;

/// <summary>Equality of JSON values as JSON Schema defines it: numbers by value, strings by their text, objects whatever the order of their members.
/// Where an object has a name twice, the last counts, as for readers that keep the last.</summary>
public static class JsonEquality
{
    /// <summary>Whether two well-formed texts, without white space around them, are equal values.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length == right.Length;
        }

        byte kind = left[0];
        if (kind is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
        {
            return right[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9') && JsonNumber.AreEqual(left, right);
        }

        if (kind != right[0])
        {
            return false;
        }

        return kind switch
        {
            (byte)'"' => JsonString.EqualsRaw(left.Slice(1, left.Length - 2), right.Slice(1, right.Length - 2)),
            (byte)'[' => ArraysEqual(left, right),
            (byte)'{' => ObjectsEqual(left, right),
            _ => true,
        };
    }

    /// <summary>A hash that equal values share; different in every process, so that no document can be made of values that collide.</summary>
    public static int Hash(ReadOnlySpan<byte> value) => JsonHash.Of(value);

    private static bool ArraysEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int x = JsonSyntax.SkipSpace(left, 1);
        int y = JsonSyntax.SkipSpace(right, 1);
        while (left[x] != ']' && right[y] != ']')
        {
            int xEnd = JsonSyntax.SkipValue(left, x);
            int yEnd = JsonSyntax.SkipValue(right, y);
            if (!AreEqual(left.Slice(x, xEnd - x), right.Slice(y, yEnd - y)))
            {
                return false;
            }

            x = JsonMembers.NextAfter(left, xEnd);
            y = JsonMembers.NextAfter(right, yEnd);
        }

        return left[x] == right[y];
    }

    private static bool ObjectsEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        JsonMember[] xs = JsonMembers.Rent(left, out int xCount);
        JsonMember[] ys = JsonMembers.Rent(right, out int yCount);
        bool equal = xCount == yCount;
        for (int i = 0; equal && i < xCount; i++)
        {
            // Sorted by hash: the partner stands among those of the same hash.
            equal = false;
            for (int j = JsonMembers.FirstOfHash(ys, yCount, xs[i].Hash); j < yCount && ys[j].Hash == xs[i].Hash; j++)
            {
                if (JsonString.EqualsRaw(xs[i].NameIn(left), ys[j].NameIn(right)))
                {
                    equal = AreEqual(xs[i].ValueIn(left), ys[j].ValueIn(right));
                    break;
                }
            }
        }

        ArrayPool<JsonMember>.Shared.Return(xs);
        ArrayPool<JsonMember>.Shared.Return(ys);
        return equal;
    }
}
