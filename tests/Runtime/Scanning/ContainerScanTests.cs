using System.Text;
using System.Text.Json;

namespace Plumbline.Runtime.Tests;

/// <summary>The end of a value that is known to be JSON: its brackets, and none that stand in strings.</summary>
public unsafe class ContainerScanTests
{
    [Fact]
    public void A_value_ends_with_its_last_bracket_wherever_it_lies()
    {
        foreach (string value in (string[])
        [
            "{}", "[]", "[[]]", "[[],[]]", """{"a":[{}],"b":"]}"}""", """["\"]","\\",{"\\\"":1}]""", """{"a":"[[[{{{"}""", "[" + new string(' ', 63) + "]",
        ])
        {
            for (int before = 0; before < 140; before++)
            {
                string text = $"[\"{new string('x', before)}\",{value}]";
                AreAgreed(Encoding.UTF8.GetBytes(text + ",]}]}\"]"), text.Length);
            }
        }
    }

    [Fact]
    public void Any_depth_is_followed()
    {
        for (int depth = 1; depth < 300; depth++)
        {
            string opened = string.Concat(Enumerable.Range(0, depth).Select(i => i % 2 == 0 ? "[" : "{\"a\":"));
            string closed = string.Concat(Enumerable.Range(0, depth).Reverse().Select(i => i % 2 == 0 ? "]" : "}"));
            string text = opened + (depth % 2 == 0 ? "0" : "") + closed;
            AreAgreed(Encoding.UTF8.GetBytes(text + "]]"), text.Length);
        }
    }

    [Fact]
    public void Random_values_end_as_on_the_scalar_path_and_as_System_Text_Json_reads_them()
    {
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++)
        {
            byte[] value = Encoding.UTF8.GetBytes(Container(random, 0));
            byte[] noise = new byte[random.Next(80)];
            random.NextBytes(noise);
            var reader = new Utf8JsonReader(value);
            Assert.True(reader.Read());
            reader.Skip();
            AreAgreed([.. value, .. noise], (int)reader.BytesConsumed);
        }
    }

    [Fact]
    public void The_search_ends_with_the_text()
    {
        for (int length = 1; length < 200; length++)
        {
            AreAgreed(Encoding.UTF8.GetBytes("{" + new string('[', length - 1)), length);
        }
    }

    private static string Container(Random random, int depth)
    {
        string[] parts = [.. Enumerable.Range(0, random.Next(5)).Select(i => depth > 5 || random.Next(2) == 0 ? Scalar(random) : Container(random, depth + 1))];
        return random.Next(2) == 0 ? $"[{string.Join(", ", parts)}]" : $"{{{string.Join(",", parts.Select((part, i) => $"\"[{i}\\\"\":{part}"))}}}";
    }

    private static string Scalar(Random random) => random.Next(4) switch
    {
        0 => "-12.5e3",
        1 => JsonSerializer.Serialize(new string('\\', random.Next(6)) + "]" + new string('"', random.Next(4))),
        2 => $"\"{new string('z', random.Next(70))}{{[\\\\\"",
        _ => "\"日本 😀 }\"",
    };

    private static void AreAgreed(byte[] text, int expected)
    {
        PaddedBuffer buffer = StringPaths.Buffer(text);
        foreach (ScanPaths path in ScanPaths.All)
        {
            int found = ScanPaths.Offset(path.ContainerEnd(buffer.Pointer, buffer.Pointer + buffer.Length), buffer);
            if (found != expected)
            {
                Assert.Fail($"{path.Name}: expected {expected}, found {found} in {Encoding.UTF8.GetString(text)}");
            }
        }
    }
}
