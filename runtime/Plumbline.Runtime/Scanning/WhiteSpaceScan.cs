using System.Numerics;

namespace Plumbline.Scanning;

/// <summary>Passes over white space, 64 bytes a step: the indentation of documents.</summary>
/// <typeparam name="TBlock">The vector width.</typeparam>
internal static unsafe class WhiteSpaceScan<TBlock>
    where TBlock : struct, IBlock<TBlock>
{
    /// <summary>Finds the first byte that is not white space.</summary>
    /// <param name="at">Where to begin, in a padded buffer: its sentinel ends the run, since a line feed ends lines and a zero documents.</param>
    /// <param name="hasLineFeeds">Whether a line feed is white space, as in a document.</param>
    public static byte* End(byte* at, bool hasLineFeeds)
    {
        ulong lineFeeds = hasLineFeeds ? ulong.MaxValue : 0;
        while (true)
        {
            TBlock block = TBlock.Load(at);
            ulong white = block.Equal((byte)' ') | block.Equal((byte)'\t') | block.Equal((byte)'\r') | (block.Equal((byte)'\n') & lineFeeds);
            if (white != ulong.MaxValue)
            {
                return at + BitOperations.TrailingZeroCount(~white);
            }

            at += 64;
        }
    }
}
