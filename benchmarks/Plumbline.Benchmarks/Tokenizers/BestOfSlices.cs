using System.Diagnostics;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// The time for a corpus as the sum of the best times of its slices. On a machine that others use too, some pass of each slice is left alone sooner than a whole pass is.
/// </summary>
internal sealed class BestOfSlices
{
    private const int MostSlices = 40;

    private readonly byte[][] texts;
    private readonly double[] best;

    public BestOfSlices(byte[][] texts)
    {
        this.texts = texts;
        best = new double[Math.Min(MostSlices, texts.Length)];
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
            long end = (long)(slice + 1) * texts.Length, start = Stopwatch.GetTimestamp();
            for (; (long)text * best.Length < end; text++)
            {
                tokens += count(texts[text]);
            }

            seconds[slice] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Offer(seconds);
        return tokens;
    }
}
