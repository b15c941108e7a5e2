namespace Plumbline.Testing;

/// <summary>What code allocates.</summary>
public static class Allocation
{
    /// <summary>
    /// The bytes that an action allocates on this thread each time it runs. It runs once before; of three further rounds the least counts, as a collection that
    /// another test causes may charge this thread the rest of its window.
    /// </summary>
    public static long OfEach(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        action();
        long least = long.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
