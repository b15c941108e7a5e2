using System.Buffers;

namespace Plumbline;

/// <summary>Token counts of the strings of a text.</summary>
/// <param name="text">The text, up to the end of the value that is judged; well-formed from its start.</param>
/// <param name="counter">Counts.</param>
/// <param name="defaults">The run's texts for absent values.</param>
/// <param name="counted">The strings that were counted before; null where nothing is remembered.</param>
internal readonly ref struct TokenSum(ReadOnlySpan<byte> text, ITokenCounter counter, IReadOnlyList<DefaultText> defaults, CountedStrings? counted)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Tokens of the strings at a path, or of the run's default text where no value stands there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="start">Where the value starts to which the path is relative.</param>
    /// <param name="stopAfter">Counting may stop once the sum exceeds this.</param>
    public long At(InstancePath path, int start, long stopAfter)
    {
        long sum = 0;
        bool present = false;
        foreach (int offset in path.In(_text, start))
        {
            present = true;
            if (_text[offset] == '"')
            {
                sum += OfString(offset, stopAfter - sum);
                if (sum > stopAfter)
                {
                    return sum;
                }
            }
        }

        for (int i = 0; !present && i < defaults.Count; i++)
        {
            if (defaults[i].Path == path.Text)
            {
                sum += counter.Count(defaults[i].Utf8.Span, stopAfter);
                break;
            }
        }

        return sum;
    }

    /// <summary>Tokens of the string at an offset.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="stopAfter">Counting may stop once the count exceeds this.</param>
    public long OfString(int offset, long stopAfter)
    {
        if (counted is not null && counted.TryFind(offset, out _, out long known))
        {
            return known;
        }

        long limit = counted is { WantsAll: true } ? long.MaxValue : stopAfter;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(_text.Length - offset);
        long tokens = counter.Count(JsonString.Read(_text, offset, buffer, out int end), limit);
        ArrayPool<byte>.Shared.Return(buffer);
        if (counted is not null && tokens <= limit)
        {
            counted.Add(offset, end, tokens);
        }

        return tokens;
    }
}
