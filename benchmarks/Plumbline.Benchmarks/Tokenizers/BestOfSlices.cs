using System.Diagnostics;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// The time for a corpus as the sum of the best times of its slices. On a machine that others use too, some pass of each slice is left alone sooner than a
/// whole pass is. One long text is no slices: there, processor time is taken.
/// </summary>
internal sealed class BestOfSlices
{
    private readonly byte[][] texts;
    private readonly double[] best;

    /// <param name="texts">The corpus.</param>
    /// <param name="most">The most slices; a slice is at least a text.</param>
    public BestOfSlices(byte[][] texts, int most)
    {
        this.texts = texts;
        best = new double[Math.Min(most, texts.Length)];
        Array.Fill(best, double.PositiveInfinity);
    }

    public int Count => best.Length;

    /// <summary>Seconds for all texts.</summary>
    public double Sum => best.Sum();

    /// <summary>Takes the times of one more pass, made elsewhere.</summary>
    public void Offer(ReadOnlySpan<double> seconds)
    {
        for (int slice = 0; slice < best.Length; slice++)
        {
            best[slice] = Math.Min(best[slice], seconds[slice]);
        }
    }

    /// <summary>One more pass; returns the tokens of all texts.</summary>
    public long Pass(Func<byte[], long> count)
    {
        long tokens = 0;
        Span<double> seconds = stackalloc double[best.Length];
        for (int slice = 0, text = 0; slice < best.Length; slice++)
        {
            long end = (long)(slice + 1) * texts.Length;
            double start = Now();
            for (; (long)text * best.Length < end; text++)
            {
                tokens += count(texts[text]);
            }

            seconds[slice] = Now() - start;
        }

        Offer(seconds);
        return tokens;
    }

    private double Now() => texts.Length == 1 ? Environment.CpuUsage.UserTime.TotalSeconds : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
