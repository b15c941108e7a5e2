using System.Text;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>
/// How GPT-2 writes bytes as visible characters: those of Latin-1 that print are themselves, the other 68 are U+0100 and on, in order.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly Dictionary<char, byte> Bytes = Make();

    private static readonly char[] Letters = [.. Bytes.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>How bytes are written.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte value in bytes)
        {
            text.Append(Letters[value]);
        }

        return text.ToString();
    }

    /// <summary>The bytes that a text writes, or null where a character is not of the alphabet.</summary>
    public static byte[]? Decode(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!Bytes.TryGetValue(text[i], out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }

    private static Dictionary<char, byte> Make()
    {
        var bytes = new Dictionary<char, byte>(256);
        int others = 0;
        for (int value = 0; value < 256; value++)
        {
            bool prints = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            bytes.Add(prints ? (char)value : (char)(0x100 + others++), (byte)value);
        }

        return bytes;
    }
}
