namespace Plumbline.Compilation;

/// <summary>FNV-1a of 64 bits, over bytes that only accidents change: whoever could change them on purpose could as well write the code that they guard. The
/// framework's SHA-256 comes with a library whose loading takes longer than everything else that a cached validator needs.</summary>
internal static class Checksum
{
    /// <summary>The checksum of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (byte next in bytes)
        {
            hash = (hash ^ next) * 0x0000_0100_0000_01B3;
        }

        return hash;
    }
}
