using System.Runtime.InteropServices;

namespace Plumbline.Benchmarks.Measuring;

/// <summary>Processor time of this process, all threads, and of the processes that it started and that have ended, where the system tells that
/// (Linux).</summary>
internal static partial class ProcessClock
{
    private const int OfChildren = -1;

    /// <summary>Seconds since some moment.</summary>
    public static double Now => Environment.CpuUsage.TotalTime.TotalSeconds + Children();

    private static double Children() =>
        OperatingSystem.IsLinux() && GetResourceUsage(OfChildren, out Usage usage) == 0 ? usage.User.Total + usage.System.Total : 0;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Microseconds;

        public readonly double Total => Seconds + (Microseconds * 1e-6);
    }

    // Two times and fourteen numbers.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public Time User;
        public Time System;
    }
}
