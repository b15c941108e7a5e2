using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Benchmarks.Measuring;

/// <summary>What figures were measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, widest vectors, system and runtime.</summary>
    public static string Name
    {
        get
        {
            int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
            string software = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
            return string.Create(CultureInfo.InvariantCulture, $"{Processor()}, {Environment.ProcessorCount} cores, vectors of {bits} bits, {software}");
        }
    }

    /// <summary>How many processes want a core, over the last minute; null where the system does not tell.</summary>
    public static string? Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;

    private static string Processor()
    {
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
