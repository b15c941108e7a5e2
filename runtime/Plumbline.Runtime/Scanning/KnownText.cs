namespace Plumbline.Scanning;

/// <summary>Steps through text that has been read: it is well-formed, and only its ends are looked for.</summary>
internal static unsafe class KnownText
{
    /// <summary>Passes over white space.</summary>
    public static byte* Space(byte* at) => *at > ' ' ? at : Scan.WhiteSpaceEnd(at, hasLineFeeds: true);

    /// <summary>From the end of an item or member to the next, or to the closing bracket.</summary>
    public static byte* Next(byte* at)
    {
        at = Space(at);
        return *at == ',' ? Space(at + 1) : at;
    }

    /// <summary>The byte after a value.</summary>
    /// <param name="at">The value's first byte.</param>
    /// <param name="end">End of the text.</param>
    public static byte* End(byte* at, byte* end) => *at switch
    {
        (byte)'"' => Scan.StringEnd(at + 1) + 1,
        (byte)'{' or (byte)'[' => Scan.ContainerEnd(at, end),
        (byte)'t' or (byte)'n' => at + 4,
        (byte)'f' => at + 5,
        _ => Scan.NumberEnd(at),
    };
}
