using System.Text;

namespace Plumbline.Cli.Reports;

/// <summary>The piece of a line around a fault, and where a caret goes under it.</summary>
/// <param name="Text">One line of printable text.</param>
/// <param name="Indent">Terminal cells before the fault.</param>
/// <param name="Width">Terminal cells of the fault as far as it shows; at least 1.</param>
internal sealed record SourceExcerpt(string Text, int Indent, int Width)
{
    private const int BytesBefore = 160;
    private const int BytesAfter = 320;
    private const int CellsBefore = 36;
    private const int CellsShown = 96;

    /// <summary>The fault in <see cref="Text"/>, in UTF-16 units: for readers who mark it where it stands, as the width of a character is only known to a
    /// terminal. Empty at the end where the fault is that something is missing.</summary>
    public Range Fault
    {
        get
        {
            int start = UnitsOf(Text, Indent);
            return start..(start + UnitsOf(Text.AsSpan(start), Width));
        }
    }

    /// <summary>Writes it for a terminal, the fault marked below.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="palette">Colours the mark.</param>
    /// <param name="severity">Severity of the fault.</param>
    public void Write(TextWriter writer, Palette palette, Severity severity)
    {
        writer.WriteLine($"    | {Text}");
        writer.WriteLine($"    | {Run(' ', Indent)}{palette.Severity(severity, Run('^', Width))}");
    }

    /// <summary>Reads the surroundings of a fault from its file; null where the file ends before it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceExcerpt? Read(FileStream file, long offset, int length)
    {
        long start = Math.Max(0, offset - BytesBefore);
        file.Position = start;
        byte[] bytes = new byte[BytesBefore + BytesAfter];
        int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        int fault = (int)(offset - start);
        return fault > count ? null : Cut(bytes.AsSpan(0, count), fault, length);
    }

    /// <summary>Cuts the excerpt from the bytes around a fault.</summary>
    /// <param name="bytes">Bytes of the file, perhaps of more lines than one, perhaps beginning or ending inside a character.</param>
    /// <param name="fault">Index of the first byte at fault.</param>
    /// <param name="length">Bytes at fault.</param>
    public static SourceExcerpt Cut(ReadOnlySpan<byte> bytes, int fault, int length)
    {
        int lineStart = bytes[..fault].LastIndexOf((byte)'\n') + 1;
        int rest = bytes[fault..].IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> line = bytes[lineStart..(rest < 0 ? bytes.Length : fault + rest)];
        fault -= lineStart;

        List<Piece> before = Pieces(line[..fault]);
        List<Piece> after = Pieces(line[fault..]);
        bool isCutBefore = lineStart == 0 && fault == BytesBefore;
        int first = before.Count;
        int indent = 0;
        while (first > 0 && indent + before[first - 1].Cells <= CellsBefore)
        {
            indent += before[--first].Cells;
        }

        var text = new StringBuilder();
        if (first > 0 || isCutBefore)
        {
            text.Append('…');
            indent++;
        }

        for (int i = first; i < before.Count; i++)
        {
            text.Append(before[i].Text);
        }

        int cells = indent;
        int width = 0;
        int read = 0;
        foreach (Piece piece in after)
        {
            if (cells + piece.Cells > CellsShown)
            {
                text.Append('…');
                break;
            }

            text.Append(piece.Text);
            cells += piece.Cells;
            width += read < length ? piece.Cells : 0;
            read += piece.Bytes;
        }

        return new SourceExcerpt(text.ToString(), indent, Math.Max(1, width));
    }

    // A loop: what the framework has for it is compiled only when it is called, which takes longer than a report.
    private static string Run(char mark, int length)
    {
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = mark;
        }

        return new string(text);
    }

    // Units of the first characters that fill so many cells; what takes none belongs to the character before it.
    private static int UnitsOf(ReadOnlySpan<char> text, int cells)
    {
        int units = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int width = Printable.Cells(rune);
            if (cells < width || (cells == 0 && units == 0))
            {
                break;
            }

            cells -= width;
            units += rune.Utf16SequenceLength;
        }

        return units;
    }

    private static List<Piece> Pieces(ReadOnlySpan<byte> bytes)
    {
        List<Piece> pieces = [];
        while (!bytes.IsEmpty)
        {
            // An ill-formed sequence decodes to U+FFFD and takes up the bytes that belong together.
            Rune.DecodeFromUtf8(bytes, out Rune rune, out int read);
            string text = rune.ToString();
            pieces.Add(rune.Value < 0x20 ? new Piece(((char)(0x2400 + rune.Value)).ToString(), 1, read)
                : Printable.IsUnsafe(text[0]) ? new Piece("\uFFFD", 1, read)
                : new Piece(text, Printable.Cells(rune), read));
            bytes = bytes[read..];
        }

        return pieces;
    }

    private sealed class Piece(string text, int cells, int bytes)
    {
        public string Text => text;

        public int Cells => cells;

        public int Bytes => bytes;
    }
}
