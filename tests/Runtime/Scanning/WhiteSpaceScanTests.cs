using System.Text;

namespace Plumbline.Runtime.Tests;

public unsafe class WhiteSpaceScanTests
{
    [Fact]
    public void A_run_of_any_length_ends_at_the_first_other_byte()
    {
        for (int length = 0; length < 200; length++)
        {
            foreach (char last in "x{\"\0\v\f\u001F!")
            {
                string white = string.Concat(Enumerable.Range(0, length).Select(i => " \t\r\n "[i % 5]));
                PaddedBuffer buffer = StringPaths.Buffer(Encoding.UTF8.GetBytes($"{white}{last} \t"));
                foreach (ScanPaths path in ScanPaths.All)
                {
                    Assert.Equal((path.Name, length), (path.Name, ScanPaths.Offset(path.WhiteSpaceEnd(buffer.Pointer, true), buffer)));
                }
            }
        }
    }

    [Fact]
    public void In_a_text_of_lines_a_line_feed_ends_the_run()
    {
        for (int length = 0; length < 200; length++)
        {
            PaddedBuffer buffer = StringPaths.Buffer(Encoding.UTF8.GetBytes(new string(' ', length) + "\n  \t x"));
            foreach (ScanPaths path in ScanPaths.All)
            {
                Assert.Equal((path.Name, length), (path.Name, ScanPaths.Offset(path.WhiteSpaceEnd(buffer.Pointer, false), buffer)));
            }
        }
    }

    [Fact]
    public void The_sentinel_ends_a_run_that_ends_the_text()
    {
        for (int length = 0; length < 130; length++)
        {
            PaddedBuffer lines = StringPaths.Buffer(Encoding.UTF8.GetBytes(new string('\t', length)));
            PaddedBuffer document = StringPaths.Buffer(Encoding.UTF8.GetBytes(new string('\n', length)));
            document.SealDocument(length);
            foreach (ScanPaths path in ScanPaths.All)
            {
                Assert.Equal((path.Name, length), (path.Name, ScanPaths.Offset(path.WhiteSpaceEnd(lines.Pointer, false), lines)));
                Assert.Equal((path.Name, length), (path.Name, ScanPaths.Offset(path.WhiteSpaceEnd(document.Pointer, true), document)));
            }
        }
    }
}
