using System.Text;
using Plumbline.Testing;

namespace Plumbline.Runtime.Tests;

/// <summary>A valid value costs no memory once the reader has grown to its needs.</summary>
public class AllocationTests
{
    [Fact]
    public void Judging_valid_lines_allocates_nothing()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 10_000; i++)
        {
            text.Append(i % 4 == 0 ? "{ \"cont\\u0065xt\" : \"é\\n\\ud83d\\ude00\" , \"messages\" : [" : "{\"messages\":[");
            text.Append("{\"author\":\"us\\u0065r\",\"content\":\"").Append('x', i % 300).Append("!\"},{\"content\":\"日本\",\"author\":\"assistant\"}]}\n");
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        PaddedBuffer buffer = Lines(utf8);
        var reader = new Validation(ValidationOptions.DatasetLines);
        Assert.Equal(10_000, CleanLines(reader, buffer));
        Assert.Equal(0, Allocation.OfEach(() => CleanLines(reader, buffer)));
    }

    [Fact]
    public void Skipping_unknown_members_and_judging_documents_allocates_nothing()
    {
        byte[] known = """{"messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}"""u8.ToArray();
        string members = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"m{i}\":[{{\"a\\u00e9{i}\":{i}.5e1}},\"\\n\",null,true]"));
        byte[] unknown = Encoding.UTF8.GetBytes($"{{{members}}}");
        var buffer = Lines(unknown);
        buffer.SealDocument(unknown.Length);
        var reader = new Validation(ValidationOptions.Document);
        Assert.Equal(LineVerdict.Clean, reader.JudgeDocument(SkipValidator.Instance, buffer));
        Assert.True(ChatValidator.Instance.IsValid(known));

        Assert.Equal(0, Allocation.OfEach(() =>
        {
            reader.JudgeDocument(SkipValidator.Instance, buffer);
            ChatValidator.Instance.IsValid(known);
        }));
    }

    [Fact]
    public void A_thread_keeps_readers_for_two_sets_of_options()
    {
        byte[] known = """{"messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}"""u8.ToArray();
        Assert.Equal(0, Allocation.OfEach(Judge));

        void Judge()
        {
            ChatValidator.Instance.IsValid(known);
            SkipValidator.Instance.IsValid(known, ValidationOptions.DatasetLines);
            ChatValidator.Instance.IsValid(known);
        }
    }

    private static PaddedBuffer Lines(byte[] utf8)
    {
        var buffer = new PaddedBuffer(utf8.Length);
        utf8.CopyTo(buffer.Span);
        buffer.SealLines(utf8.Length);
        return buffer;
    }

    private static long CleanLines(Validation reader, PaddedBuffer buffer)
    {
        long clean = 0;
        for (nint at = 0; at < buffer.Length; at++)
        {
            clean += reader.JudgeLine(ChatValidator.Instance, buffer, at, out at) == LineVerdict.Clean ? 1 : 0;
        }

        return clean;
    }
}
