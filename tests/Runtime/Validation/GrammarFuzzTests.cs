using System.Text;
using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Runtime.Tests;

/// <summary>What the reader takes for JSON, against the grammar in <see cref="JsonSyntax"/> and against System.Text.Json.</summary>
public class GrammarFuzzTests
{
    private static readonly string[] Scalars =
    [
        "0", "-0", "7", "-12.5", "1e9", "2E-7", "3.25e+10", "true", "false", "null", "\"\"", "\"a\"", "\"é\\n\\u00e9\"", "\"\\ud83d\\ude00 日本\"",
        "\"a text that is longer than one block of sixty-four bytes, so that it has a seam in it\"",
    ];

    [Fact]
    public void Documents_are_accepted_and_refused_as_by_the_grammar_and_by_System_Text_Json()
    {
        var random = new Random(7);
        var reader = new Validation(ValidationOptions.Document);
        int refused = 0;
        for (int i = 0; i < 30_000; i++)
        {
            byte[] text = Mutate(random, Encoding.UTF8.GetBytes(Value(random, 0)));
            var buffer = new PaddedBuffer(text.Length);
            text.CopyTo(buffer.Span);
            buffer.SealDocument(text.Length);
            LineVerdict verdict = reader.JudgeDocument(SkipValidator.Instance, buffer);
            SyntaxFault? fault = JsonSyntax.FindFault(text, 64);
            Assert.True(verdict == LineVerdict.Malformed == fault.HasValue, Encoding.UTF8.GetString(text));
            Assert.True(fault.HasValue || IsJsonToSystemTextJson(text), Encoding.UTF8.GetString(text));
            if (fault is { } found)
            {
                refused++;
                Assert.Equal(1, reader.Faults.Count);
                Assert.Equal(found.Offset, reader.Faults[0].Offset);
                Assert.Same(found.Rule, reader.Faults[0].Assertion.Rule);
            }
        }

        Assert.InRange(refused, 5_000, 25_000);
    }

    [Fact]
    public void Lines_are_told_apart_and_judged_like_documents()
    {
        var random = new Random(11);
        var lines = new List<byte[]>();
        for (int i = 0; i < 5_000; i++)
        {
            byte[] line = Mutate(random, Encoding.UTF8.GetBytes(Value(random, 0)));
            lines.Add(Array.FindAll(line, b => b != '\n'));
        }

        byte[] text = [.. lines.SelectMany((line, i) => (byte[])[.. line, .. (i % 3 == 0 ? "\r\n"u8 : "\n"u8)])];
        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealLines(text.Length);
        var reader = new Validation(ValidationOptions.DatasetLines);
        nint at = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            LineVerdict verdict = reader.JudgeLine(SkipValidator.Instance, buffer, at, out nint lineFeed);
            Assert.Equal(at + lines[i].Length + (i % 3 == 0 ? 1 : 0), lineFeed);

            // The carriage return of a CRLF is no part of its line, but one more before it is.
            SyntaxFault? fault = JsonSyntax.FindFault(lines[i], 64);
            Assert.Equal(fault.HasValue, verdict == LineVerdict.Malformed);
            if (fault is { } found && !lines[i].AsSpan().EndsWith("\r"u8))
            {
                Assert.Equal(found.Offset, reader.Faults[0].Offset);
            }

            at = lineFeed + 1;
        }

        Assert.Equal(buffer.Length, at);
    }

    [Fact]
    public void The_parsing_test_suite_is_answered_as_its_names_say()
    {
        if (SharedData.PathOf("json-parsing-test-suite") is not { } folder)
        {
            return;
        }

        string[] files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories);
        Assert.True(files.Length > 100, $"{files.Length} files");
        foreach (string file in files)
        {
            byte[] text = File.ReadAllBytes(file);
            bool isValid = SkipValidator.Instance.IsValid(text, new ValidationOptions { DuplicateKeys = DuplicateKeyPolicy.Ignore, MaxDepth = 1000 });
            switch (Path.GetFileName(file)[..2])
            {
                case "y_":
                    Assert.True(isValid, file);
                    break;
                case "n_":
                    Assert.False(isValid, file);
                    break;
                default:
                    Assert.Equal(JsonSyntax.FindFault(text, 1000) is null, isValid);
                    break;
            }
        }
    }

    private static string Value(Random random, int depth)
    {
        int kind = depth > 5 ? 9 : random.Next(10);
        int count = random.Next(5);
        return kind switch
        {
            < 3 => $"{{{Joined(i => $"\"m{i}\"{Space(random)}:{Space(random)}{Value(random, depth + 1)}")}}}",
            < 6 => $"[{Joined(_ => Value(random, depth + 1))}]",
            _ => Scalars[random.Next(Scalars.Length)],
        };

        string Joined(Func<int, string> part) =>
            Space(random) + string.Join($"{Space(random)},{Space(random)}", Enumerable.Range(0, count).Select(part)) + Space(random);
    }

    private static string Space(Random random) => random.Next(8) switch { 0 => " ", 1 => "\t\r ", 2 => "\n    ", _ => "" };

    // Half of the texts stay as they are; the others lose, gain or change a byte or two, mostly one that has a meaning.
    private static byte[] Mutate(Random random, byte[] text)
    {
        const string Meaning = "{}[]\",:\\0123.eE+-tfnu \n\u0001";
        var bytes = text.ToList();
        for (int changes = random.Next(2) * random.Next(1, 3); changes > 0 && bytes.Count > 0; changes--)
        {
            int place = random.Next(bytes.Count);
            byte b = random.Next(5) == 0 ? (byte)random.Next(256) : (byte)Meaning[random.Next(Meaning.Length)];
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveAt(place);
                    break;
                case 1:
                    bytes.Insert(place, b);
                    break;
                case 2:
                    bytes[place] = b;
                    break;
                default:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
            }
        }

        return [.. bytes];
    }

    // It does not look at UTF-8 inside of strings until they are asked for, names included.
    private static bool IsJsonToSystemTextJson(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
