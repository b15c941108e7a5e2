namespace Plumbline.Scanning;

/// <summary>White space one byte at a time: for machines without vectors, and what the others are tested against.</summary>
internal static unsafe class ScalarWhiteSpace
{
    /// <summary>Finds the first byte that is not white space; see <see cref="WhiteSpaceScan{TBlock}.End"/>.</summary>
    public static byte* End(byte* at, bool hasLineFeeds)
    {
        while (*at is (byte)' ' or (byte)'\t' or (byte)'\r' || (*at == '\n' && hasLineFeeds))
        {
            at++;
        }

        return at;
    }
}
