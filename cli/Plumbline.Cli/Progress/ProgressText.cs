using System.Globalization;

namespace Plumbline.Cli.Progress;

/// <summary>How far a run has come, in words.</summary>
internal static class ProgressText
{
    /// <summary><c>212.4 MB/s · 1,204,311 lines · 12 findings · 0:41 left</c></summary>
    /// <param name="counts">How far it has come.</param>
    /// <param name="totalBytes">How far it has to go; null where that is not known, and then neither is the time left.</param>
    /// <param name="elapsed">For how long it has been reading.</param>
    public static string Of(DatasetProgress counts, long? totalBytes, TimeSpan elapsed)
    {
        double speed = counts.Bytes / Math.Max(elapsed.TotalSeconds, 1e-3);
        string words = string.Create(CultureInfo.InvariantCulture, $"{speed / 1e6:F1} MB/s · {counts.Lines:N0} lines · {counts.Findings:N0} findings");
        return totalBytes is { } total && speed > 0 ? $"{words} · {Clock((total - counts.Bytes) / speed)} left" : words;
    }

    /// <summary><c>0:41</c>, <c>1:02:41</c>; rounded up, so that it is zero at the end only.</summary>
    public static string Clock(double seconds)
    {
        var left = TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(seconds), 0, int.MaxValue));
        return left.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{left.Minutes}:{left.Seconds:00}");
    }
}
