using System.Text.Json;

namespace Plumbline.Runtime.Tests;

/// <summary>The string scan on random strings: every width against the scalar path, and the verdict against two other readers.</summary>
public class StringScanFuzzTests
{
    // Pieces that meet each other's edges; the last ones are malformed and rare.
    private static readonly byte[][] Good =
    [
        "a"u8.ToArray(), "plain text "u8.ToArray(), "\\\\"u8.ToArray(), "\\\""u8.ToArray(), "\\n"u8.ToArray(), "\\u00e9"u8.ToArray(),
        "\\ud83d\\ude00"u8.ToArray(), "\\uD55C"u8.ToArray(), "é"u8.ToArray(), "日"u8.ToArray(), "😀"u8.ToArray(), "u"u8.ToArray(), "d8"u8.ToArray(),
        "0123456789012345678901234567890123456789012345678901234567890"u8.ToArray(),
    ];

    private static readonly byte[][] Bad =
    [
        [(byte)'\\'], [1], [0x80], [0xC3], [0xE6, 0x97], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80],
        "\\ud83d"u8.ToArray(), "\\ude00"u8.ToArray(), "\\u12"u8.ToArray(), "\\x"u8.ToArray(),
    ];

    [Fact]
    public void Every_width_agrees_with_the_scalar_path_the_grammar_and_System_Text_Json()
    {
        var random = new Random(20250101);
        int malformed = 0;
        for (int i = 0; i < 40_000; i++)
        {
            byte[] content = Content(random);
            byte[] text = [.. content, (byte)'"', .. Noise(random)];
            PaddedBuffer buffer = StringPaths.Buffer(text);
            int expected = StringPaths.End(StringPaths.All[0].End, buffer);
            foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
            {
                int found = StringPaths.End(end, buffer);
                if (found != expected)
                {
                    Assert.Fail($"{name}: expected {expected}, found {found} in {Convert.ToHexString(text)}");
                }
            }

            // The grammar is asked about the string that was found, or about the whole text where none was.
            byte[] token = expected >= 0 ? [(byte)'"', .. text[..(expected + 1)]] : [(byte)'"', .. text];
            bool isString = JsonSyntax.FindFault(token, 64) is null;
            Assert.True(isString == expected >= 0, Convert.ToHexString(token));
            Assert.True(!isString || IsStringToSystemTextJson(token), Convert.ToHexString(token));
            malformed += isString ? 0 : 1;
        }

        Assert.InRange(malformed, 5_000, 30_000);
    }

    private static byte[] Content(Random random)
    {
        var bytes = new List<byte>();
        int pieces = random.Next(1, 40);
        bool mayBeBad = random.Next(2) == 0;
        for (int i = 0; i < pieces; i++)
        {
            byte[][] from = mayBeBad && random.Next(pieces) == 0 ? Bad : Good;
            bytes.AddRange(from[random.Next(from.Length)]);
        }

        if (mayBeBad && random.Next(3) == 0)
        {
            bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
        }

        return [.. bytes];
    }

    private static byte[] Noise(Random random)
    {
        byte[] noise = new byte[random.Next(100)];
        random.NextBytes(noise);
        return noise;
    }

    // It does not look at UTF-8 inside of strings until the text is asked for.
    private static bool IsStringToSystemTextJson(byte[] token)
    {
        var reader = new Utf8JsonReader(token);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString() is not null && !reader.Read();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
