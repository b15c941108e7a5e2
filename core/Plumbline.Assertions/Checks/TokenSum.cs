using System.Buffers;

namespace Plumbline;

/// <summary>A text that a job's parameter puts where an example has none: <c>default_context</c> for <c>/context</c>.</summary>
/// <param name="Path">Where it stands in, as the schema writes the path.</param>
/// <param name="Utf8">The text.</param>
public sealed record DefaultText(string Path, ReadOnlyMemory<byte> Utf8);

/// <summary>What an <c>x-minTokens</c> or <c>x-maxTokens</c> demands: of a string, or of the sum over the strings at some paths of a value.</summary>
public sealed class TokenRule
{
    private readonly InstancePath[] _of;

    /// <summary>Creates a rule.</summary>
    /// <param name="isMaximum">Whether the limit is the most (else the fewest) tokens.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="of">Paths of the strings that are summed; empty for a rule about a string itself.</param>
    /// <param name="assertion">What is reported, with the number of tokens.</param>
    public TokenRule(bool isMaximum, long limit, string[] of, Assertion assertion)
    {
        IsMaximum = isMaximum;
        Limit = limit;
        Assertion = isMaximum && assertion.Advice?.Effect == Effect.Truncated ? assertion.CuttingAt(limit) : assertion;
        _of = Array.ConvertAll(of, InstancePath.Parse);
    }

    /// <summary>Whether the limit is the most (else the fewest) tokens.</summary>
    public bool IsMaximum { get; }

    /// <summary>The limit.</summary>
    public long Limit { get; }

    /// <summary>Whether the rule sums over paths; else it is about a string.</summary>
    public bool IsSum => _of.Length > 0;

    /// <summary>What is reported.</summary>
    public Assertion Assertion { get; }

    /// <summary>Judges a value: a string, or for a sum an object. Any other passes.</summary>
    /// <param name="text">The text; well-formed from <paramref name="start"/> to <paramref name="end"/>.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="counter">Counts the tokens; without one nothing is asserted.</param>
    /// <param name="defaults">The run's texts for absent values.</param>
    /// <param name="faults">Takes the fault.</param>
    public void Judge(
        ReadOnlySpan<byte> text, int start, int end, ITokenCounter? counter, IReadOnlyList<DefaultText> defaults, FaultList faults)
    {
        if (counter is null || start >= end || text[start] != (IsSum ? '{' : '"'))
        {
            return;
        }

        ReadOnlySpan<byte> value = text.Slice(start, end - start);
        if (!IsMaximum)
        {
            long enough = Count(value, counter, defaults, Limit);
            if (enough < Limit)
            {
                faults.Add(new Fault(Assertion, start, enough));
            }

            return;
        }

        // Most texts are so short that their bytes decide; counting stops at the limit; only a fault is counted to its end.
        if (counter.MaxTokens(BytesIn(value, defaults)) > Limit && Count(value, counter, defaults, Limit) > Limit)
        {
            faults.Add(new Fault(Assertion, start, Count(value, counter, defaults, long.MaxValue)));
        }
    }

    // Of an object the sum may count one string for several paths.
    private long BytesIn(ReadOnlySpan<byte> value, IReadOnlyList<DefaultText> defaults)
    {
        long bytes = (long)value.Length * Math.Max(1, _of.Length);
        for (int i = 0; i < defaults.Count; i++)
        {
            bytes += defaults[i].Utf8.Length;
        }

        return bytes;
    }

    private long Count(ReadOnlySpan<byte> value, ITokenCounter counter, IReadOnlyList<DefaultText> defaults, long stopAfter)
    {
        if (!IsSum)
        {
            return TokenSum.OfString(value, counter, stopAfter);
        }

        long sum = 0;
        foreach (InstancePath path in _of)
        {
            sum += TokenSum.At(path, value, counter, defaults, stopAfter - sum);
            if (sum > stopAfter)
            {
                break;
            }
        }

        return sum;
    }
}

/// <summary>Token counts of strings in a raw text.</summary>
public static class TokenSum
{
    /// <summary>Tokens of the strings at a path, or of the run's default text where no value stands there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="value">A well-formed value.</param>
    /// <param name="counter">Counts.</param>
    /// <param name="defaults">The run's texts for absent values.</param>
    /// <param name="stopAfter">Counting may stop once the sum exceeds this.</param>
    public static long At(
        InstancePath path, ReadOnlySpan<byte> value, ITokenCounter counter, IReadOnlyList<DefaultText> defaults, long stopAfter = long.MaxValue)
    {
        long sum = 0;
        bool present = false;
        foreach (int offset in path.In(value))
        {
            present = true;
            if (value[offset] == '"')
            {
                sum += OfString(value.Slice(offset, JsonSyntax.SkipValue(value, offset) - offset), counter, stopAfter - sum);
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

    /// <summary>Tokens of one raw string, given with its quotes.</summary>
    public static long OfString(ReadOnlySpan<byte> rawString, ITokenCounter counter, long stopAfter = long.MaxValue)
    {
        ReadOnlySpan<byte> raw = rawString.Slice(1, rawString.Length - 2);
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return counter.Count(raw, stopAfter);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        long count = counter.Count(buffer.AsSpan(0, JsonString.Unescape(raw, buffer)), stopAfter);
        ArrayPool<byte>.Shared.Return(buffer);
        return count;
    }
}
