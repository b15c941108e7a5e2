using System.Text;

namespace Plumbline.Runtime.Tests.Streaming;

/// <summary>Every kind of line that reading could get wrong, in one small file, and its variations at the beginning and the end.</summary>
internal static class NastyFile
{
    /// <summary>The limit at which one of the lines is too long by one byte, and another just fits.</summary>
    public const int MaxLineBytes = 40;

    private static readonly string[] Middle =
    [
        "{\"n\":[1,2,3]}\n",
        "{\"n\":[1]}\r\n",
        "\n",
        "\r\n",
        "\n",
        "{\"n\":\n",                                     // truncated
        "[\"bad\",\"odd\",\"bad\"]\n",
        "{\"n\":[\"bad\"]} x\n",                        // text after the value: its counters are dropped
        "\"a\rb\"\n",                                   // lone carriage return in a string
        "\r[1]\r\r\n",                                  // and as white space
        "\"\0\"\n\0\n",
        "\"\u00e9\ud83d\ude00\"\n",
        "\"" + new string('x', MaxLineBytes - 2) + "\"\n",
        "\"" + new string('x', MaxLineBytes - 2) + "\"\r\n",
        "\"" + new string('x', MaxLineBytes - 1) + "\"\n",
        "\"" + new string('x', MaxLineBytes - 1) + "\"\r\n",
        "\"" + new string('y', 5 * MaxLineBytes) + "\n",
        "   \n",
        "[\"odd\"]\n",
    ];

    private static readonly byte[] InvalidUtf8 = [.. "\""u8, 0xC3, 0x28, .. "\"\n\""u8, 0xED, 0xA0, 0x80, .. "\"\n\xFF"u8, .. "\n"u8];

    private static readonly string[] Ends = [
        "", "\n", "\r\n", "\r", "\n\n", "{\"n\":[7]}", "[\"bad\"", "{\"n\":[7]}\r", "\"" + new string('z', 3 * MaxLineBytes)];

    /// <summary>The files.</summary>
    public static IEnumerable<byte[]> All()
    {
        foreach (string begin in (string[])["", "\uFEFF"])
        {
            foreach (string end in Ends)
            {
                yield return [.. Encoding.UTF8.GetBytes(begin + string.Concat(Middle)), .. InvalidUtf8, .. Encoding.UTF8.GetBytes(end)];
                yield return Encoding.UTF8.GetBytes(begin + end);
            }
        }

        yield return [0xEF, 0xBB];
        yield return Encoding.UTF8.GetBytes("\uFEFF\"" + new string('x', 4 * MaxLineBytes) + "\"\n[1]");
        yield return Encoding.UTF8.GetBytes("\uFEFF\"" + new string('x', MaxLineBytes - 2) + "\"\r\n\uFEFF[1]\n");
    }
}
