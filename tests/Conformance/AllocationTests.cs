using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Schemas;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>Valid lines of the bundled formats, plain and awkward, with notes or without: judging them allocates nothing.</summary>
public sealed partial class AllocationTests
{
    private const int Lines = 10_000;
    private const string Unknown = "\"unk\\u006eown\":{\"a\":[1.5e3,true,null,{\"b\":\"\\\"\"}],\"c\":\"\"},\"another\":-0.1}";

    // Where the long text goes: the first of these that a sample has.
    private static readonly string[] Fields = ["content", "text", "value", "input_text", "instruction", "completion", "prompt"];

    public static TheoryData<string> FormatNames => [.. BundledFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Ten_thousand_valid_lines_allocate_nothing(string format)
    {
        JsonValidator validator = BundledFormats.Find(format)!.Validator;
        byte[][] lines = [.. ValidLines(format)];
        var buffer = new PaddedBuffer(lines.Max(line => line.Length) + 1);
        var validation = new Validation(ValidationOptions.DatasetLines);

        // Warmed up once. Of three rounds the least counts: a collection that another test causes may charge this thread the rest of its window.
        long allocated = long.MaxValue;
        int refused = 0;
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Lines; i++)
            {
                byte[] line = lines[i % lines.Length];
                if (i >= lines.Length && line.Length > 1 << 20)
                {
                    continue; // The long line comes once a round.
                }

                line.CopyTo(buffer.Span);
                buffer.SealLines(line.Length);
                if (validation.JudgeLine(validator, buffer, 0, out _) is not (LineVerdict.Clean or LineVerdict.Advised))
                {
                    refused++;
                }
            }

            allocated = round == 0 ? long.MaxValue : Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, refused);
        Assert.Equal(0, allocated);
    }

    // The format's own samples; each again with its letters escaped and, where the format takes them, with unknown members; and one line of 10 MB.
    private static IEnumerable<byte[]> ValidLines(string format)
    {
        JsonValidator validator = BundledFormats.Find(format)!.Validator;
        string[] samples = File.ReadAllLines(DatasetSample.PathOf(format));
        foreach (string sample in samples)
        {
            yield return Encoding.UTF8.GetBytes(sample);
            yield return Encoding.UTF8.GetBytes(Strings().Replace(sample, text => text.Value.Replace("a", "\\u0061", StringComparison.Ordinal)));
            byte[] longer = Encoding.UTF8.GetBytes($"{sample[..^1]},{Unknown}");
            if (validator.IsValid(longer))
            {
                yield return longer;
            }
        }

        string field = Fields.First(
            name => samples[0].Contains($"\"{name}\": \"", StringComparison.Ordinal) || samples[0].Contains($"\"{name}\":\"", StringComparison.Ordinal));
        field = $"\"{field}\"";
        int value = samples[0].IndexOf('"', samples[0].IndexOf(field, StringComparison.Ordinal) + field.Length) + 1;
        yield return Encoding.UTF8.GetBytes(samples[0].Insert(value, string.Concat(Enumerable.Repeat("ten \\u00e9 mega\\nbytes é ", 416_667))));
    }

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Strings();
}
