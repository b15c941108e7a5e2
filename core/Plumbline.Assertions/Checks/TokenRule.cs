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
    /// <param name="counted">The strings of the text that were counted before; null where nothing is remembered.</param>
    public void Judge(
        ReadOnlySpan<byte> text,
        int start,
        int end,
        ITokenCounter? counter,
        IReadOnlyList<DefaultText> defaults,
        FaultList faults,
        CountedStrings? counted = null)
    {
        if (counter is null || start >= end || text[start] != (IsSum ? '{' : '"'))
        {
            return;
        }

        var sum = new TokenSum(text.Slice(0, end), counter, defaults, counted);
        if (!IsMaximum)
        {
            long enough = Count(sum, start, Limit);
            if (enough < Limit)
            {
                faults.Add(new Fault(Assertion, start, enough));
            }

            return;
        }

        // Most texts are so short that their bytes decide; counting stops at the limit; only a fault is counted to its end.
        if (counter.MaxTokens(BytesIn(end - start, defaults)) > Limit && Count(sum, start, Limit) > Limit)
        {
            faults.Add(new Fault(Assertion, start, Count(sum, start, long.MaxValue)));
        }
    }

    // Of an object the sum may count one string for several paths.
    private long BytesIn(int length, IReadOnlyList<DefaultText> defaults)
    {
        long bytes = (long)length * Math.Max(1, _of.Length);
        for (int i = 0; i < defaults.Count; i++)
        {
            bytes += defaults[i].Utf8.Length;
        }

        return bytes;
    }

    private long Count(TokenSum sum, int start, long stopAfter)
    {
        if (!IsSum)
        {
            return sum.OfString(start, stopAfter);
        }

        long tokens = 0;
        foreach (InstancePath path in _of)
        {
            tokens += sum.At(path, start, stopAfter - tokens);
            if (tokens > stopAfter)
            {
                break;
            }
        }

        return tokens;
    }
}
