using System.Globalization;

namespace Plumbline.Cli.Statistics;

/// <summary>Histograms as a line of text: <c>4 ▁▃█▂ 63</c>.</summary>
internal static class Bars
{
    private const string Heights = " ▁▂▃▄▅▆▇█";

    /// <summary>A bar a bucket, between the least and the greatest value of all. The lowest bar is for any value at all, the space for none.</summary>
    public static string Of(IReadOnlyList<Bucket> buckets)
    {
        if (buckets.Count == 0)
        {
            return "";
        }

        long most = buckets.Max(bucket => bucket.Count);
        string bars = string.Concat(buckets.Select(bucket => Heights[(int)Math.Ceiling((double)bucket.Count / most * (Heights.Length - 1))]));
        return string.Create(CultureInfo.InvariantCulture, $"{buckets[0].From:N0} {bars} {buckets[^1].To:N0}");
    }
}
