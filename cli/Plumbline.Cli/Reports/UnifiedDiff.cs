using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Reports;

/// <summary>
/// The difference between a file and what is made of it, line by line, in unified form: bytes as they are, for <c>patch</c> and <c>git apply</c>. On a
/// terminal it is coloured, and what a terminal would not show is shown by its number.
/// </summary>
/// <param name="output">Where it goes.</param>
/// <param name="palette">Its colours.</param>
/// <param name="isForPeople">Whether it goes to a terminal.</param>
/// <param name="path">The file.</param>
internal sealed class UnifiedDiff(Stream output, Palette palette, bool isForPeople, string path) : IDisposable
{
    private const int Context = 3;

    // Unchanged lines behind the last change, or before the first.
    private readonly Queue<byte[]> _same = new();
    private readonly SpilledText _hunk = new();
    private long _oldLine = 1;
    private long _newLine = 1;
    private long _oldCount;
    private long _newCount;
    private bool _isOpen;
    private bool _hasHeader;

    /// <summary>Tells a line.</summary>
    /// <param name="before">The line as it was, its ending included.</param>
    /// <param name="after">The line as it is to be; empty where it is left out.</param>
    public void Add(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if (before.SequenceEqual(after))
        {
            _same.Enqueue(before.ToArray());
            if (_isOpen ? _same.Count > 2 * Context : _same.Count > Context)
            {
                End();
            }

            return;
        }

        _isOpen = true;
        KeepSame(_same.Count);
        Keep('-', before);
        _oldCount++;
        if (!after.IsEmpty)
        {
            Keep('+', after);
            _newCount++;
        }
    }

    /// <summary>Passes over a line that is too long to be told and stays as it is: what comes before it is no context of what comes after.</summary>
    public void PassOver()
    {
        End();
        Forget(_same.Count);
        _oldLine++;
        _newLine++;
    }

    /// <summary>Writes what is left.</summary>
    public void Complete() => End();

    /// <summary>Removes what was kept on disk.</summary>
    public void Dispose() => _hunk.Dispose();

    // Closes the hunk that is open, and keeps of what was the same no more than the next one needs.
    private void End()
    {
        if (_isOpen)
        {
            KeepSame(Math.Min(Context, _same.Count));
            Write(_hasHeader ? "" : palette.Strong($"--- {Printable.Text(path)}\n+++ {Printable.Text(path)}\n"));
            Write(palette.Faint($"@@ -{Range(_oldLine, _oldCount)} +{Range(_newLine, _newCount)} @@") + "\n");
            _hunk.MoveTo(output);
            _oldLine += _oldCount;
            _newLine += _newCount;
            (_oldCount, _newCount, _isOpen, _hasHeader) = (0, 0, false, true);
        }

        Forget(Math.Max(0, _same.Count - Context));
    }

    private void Forget(int count)
    {
        for (; count > 0; count--)
        {
            _same.Dequeue();
            _oldLine++;
            _newLine++;
        }
    }

    private void KeepSame(int count)
    {
        for (; count > 0; count--)
        {
            Keep(' ', _same.Dequeue());
            _oldCount++;
            _newCount++;
        }
    }

    private void Keep(char mark, ReadOnlySpan<byte> line)
    {
        bool isEnded = line.EndsWith("\n"u8);
        if (isForPeople)
        {
            string text = $"{mark}{Printable.Text(Encoding.UTF8.GetString(isEnded ? line[..^1] : line))}";
            _hunk.Write(Encoding.UTF8.GetBytes(mark == ' ' ? text : palette.Changed(mark == '+', text)));
            _hunk.Write("\n"u8);
        }
        else
        {
            _hunk.Write([(byte)mark]);
            _hunk.Write(line);
            _hunk.Write(isEnded ? ""u8 : "\n"u8);
        }

        _hunk.Write(isEnded ? ""u8 : "\\ No newline at end of file\n"u8);
    }

    private static string Range(long start, long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start - 1 : start)}{(count == 1 ? "" : $",{count}")}");

    private void Write(string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
