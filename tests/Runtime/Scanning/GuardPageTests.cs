using System.Runtime.InteropServices;
using System.Text;

namespace Plumbline.Runtime.Tests;

/// <summary>No read leaves a padded buffer: buffers are placed so that the byte before and the byte after their padding are not readable.</summary>
public sealed unsafe partial class GuardPageTests : IDisposable
{
    private const int Pages = 3;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nint _page = Environment.SystemPageSize;
    private readonly byte* _memory;

    public GuardPageTests()
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("missing: mmap and mprotect as Linux has them; the guard page tests did not run");
            return;
        }

        // One page that may be read, between two that may not.
        _memory = MemoryMap(null, (nuint)(Pages * _page), 0, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_memory);
        Assert.Equal(0, Protect(_memory + _page, (nuint)_page, ReadWrite));
    }

    [Fact]
    public void Strings_are_scanned_without_a_read_beyond_the_padding()
    {
        if (_memory is null)
        {
            return;
        }

        foreach (string content in (string[])["", "a", "é", "\U0001F600", "\\n", "\\u00e9", "\\ud83d\\ude00",
            "\\", "\\u", "\\u00", "\\ud83d", "\\ud83d\\u", new string('x', 63), new string('x', 64)])
        {
            foreach (bool isClosed in (bool[])[true, false])
            {
                byte[] text = Encoding.UTF8.GetBytes(isClosed ? content + "\"" : content);
                bool isWellFormed = JsonSyntax.FindFault([(byte)'"', .. text], 64) is null;
                int expected = isWellFormed ? text.Length - 1 : StringPaths.Malformed;
                foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
                {
                    PaddedBuffer last = AtEnd(text);
                    last.SealLines(text.Length);
                    Assert.True(expected == StringPaths.End(end, last), $"{name}: {content}");
                    PaddedBuffer first = AtStart(text);
                    first.SealDocument(text.Length);
                    Assert.True(expected == StringPaths.End(end, first), $"{name}: {content}");
                }
            }
        }
    }

    [Fact]
    public void White_space_numbers_and_containers_are_scanned_without_a_read_beyond_the_padding()
    {
        if (_memory is null)
        {
            return;
        }

        foreach (string content in (string[])
        [
            "", " ", "7", "-", "1.", "2e", "{", "[\"", "[{}]", new string(' ', 64), new string('9', 61), new string('9', 200), "{\"a\\", new string('[', 65),
        ])
        {
            byte[] text = Encoding.UTF8.GetBytes(content);
            PaddedBuffer last = AtEnd(text);
            PaddedBuffer first = AtStart(text);
            foreach (PaddedBuffer buffer in (PaddedBuffer[])[last, first])
            {
                buffer.SealLines(text.Length);
                byte* at = buffer.Pointer;
                ScanPaths scalar = ScanPaths.All[0];
                foreach (ScanPaths path in ScanPaths.All)
                {
                    Assert.True(scalar.WhiteSpaceEnd(at, false) == path.WhiteSpaceEnd(at, false), $"{path.Name}: {content}");
                    Assert.True(scalar.NumberEnd(at) == path.NumberEnd(at), $"{path.Name}: {content}");
                    byte* end = at + text.Length;
                    Assert.True(scalar.ContainerEnd(at, end) == path.ContainerEnd(at, end), $"{path.Name}: {content}");
                    Assert.True(scalar.ContainerEnd(end, end) == path.ContainerEnd(end, end), $"{path.Name}: {content}");
                }

                Assert.Equal(text.Length, buffer.FindLineFeed(0));
            }
        }
    }

    [Fact]
    public void Every_beginning_of_a_nasty_text_is_judged_without_a_read_beyond_the_padding()
    {
        if (_memory is null)
        {
            return;
        }

        byte[] nasty = """
            {"context":"é\ud83d\ude00\"\\ 日本","messages":[{"author":"us\u0065r","content":"a","x":[1,-2.5e+3,true,null,{"y":{}}]},{"auth
            """u8.ToArray();
        var reader = new Validation(ValidationOptions.DatasetLines);
        for (int length = 0; length <= nasty.Length; length++)
        {
            byte[] text = nasty[..length];
            PaddedBuffer lines = AtEnd(text);
            lines.SealLines(length);
            Assert.Equal(LineVerdict.Malformed, reader.JudgeLine(ChatValidator.Instance, lines, 0, out nint lineFeed));
            Assert.Equal(length, lineFeed);
            PaddedBuffer document = AtStart(text);
            document.SealDocument(length);
            Assert.Equal(LineVerdict.Malformed, reader.JudgeDocument(ChatValidator.Instance, document));
        }
    }

    public void Dispose()
    {
        if (_memory is not null)
        {
            Assert.Equal(0, Unmap(_memory, (nuint)(Pages * _page)));
        }
    }

    // The padding after the text ends with the page.
    private PaddedBuffer AtEnd(byte[] text)
    {
        var buffer = new PaddedBuffer(_memory + (2 * _page) - PaddedBuffer.Padding - text.Length, text.Length);
        text.CopyTo(buffer.Span);
        return buffer;
    }

    // The padding before the text starts with the page.
    private PaddedBuffer AtStart(byte[] text)
    {
        var buffer = new PaddedBuffer(_memory + _page + PaddedBuffer.Padding, text.Length);
        text.CopyTo(buffer.Span);
        return buffer;
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* MemoryMap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);
}
