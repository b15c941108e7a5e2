using Plumbline.Benchmarks.Measuring;

namespace Plumbline.Benchmarks.Generators;

/// <summary>Processor time of the calling thread, which is the only one that the compiler uses here.</summary>
internal static class ProcessorTime
{
    public static double Milliseconds(Action action)
    {
        double start = ThreadClock.Now;
        action();
        return (ThreadClock.Now - start) * 1000;
    }
}
