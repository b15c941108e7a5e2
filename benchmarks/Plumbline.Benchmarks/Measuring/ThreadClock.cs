using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plumbline.Benchmarks.Measuring;

/// <summary>Processor time of the calling thread where the system tells it (Linux), else time that passes. On a busy machine other people's work then
/// slows a measurement down only by what it does to the caches.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Seconds since some moment.</summary>
    public static double Now
    {
        get
        {
            if (OperatingSystem.IsLinux() && ClockGetTime(ThreadProcessorTime, out Moment moment) == 0)
            {
                return moment.Seconds + (moment.Nanoseconds * 1e-9);
            }

            return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out Moment moment);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
