using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Fixing;

/// <summary>Changes one line after the other as the switches ask. A line is all its bytes, its ending and a byte order mark included.</summary>
/// <param name="switches">What is asked for.</param>
internal sealed class LineMender(FixSwitches switches)
{
    private static readonly string[] SpeakerNames = ["role", "author"];

    private readonly List<Edit> _edits = [];

    /// <summary>What was changed so far.</summary>
    public FixCounts Counts { get; } = new();

    /// <summary>Changes a line.</summary>
    /// <param name="line">The line as it is.</param>
    /// <returns>The line as it is to be: empty where it is left out, the same bytes where nothing is to be changed.</returns>
    public ReadOnlySpan<byte> Mend(ReadOnlySpan<byte> line)
    {
        Counts.Lines++;
        _edits.Clear();
        int start = Counts.Lines == 1 && line.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (start > 0 && switches.Mark)
        {
            _edits.Add(new Edit(0, start, []));
            Counts.Marks++;
        }

        int feed = line.EndsWith("\n"u8) ? line.Length - 1 : line.Length;
        int end = feed < line.Length && feed > start && line[feed - 1] == '\r' ? feed - 1 : feed;
        if (switches.EmptyLines && line[start..end].Trim(" \t\r"u8).IsEmpty)
        {
            // A mark before an empty line stays, unless it is to go as well.
            Counts.EmptyLines++;
            Counts.ChangedLines++;
            return start > 0 && !switches.Mark ? line[..start] : [];
        }

        MendText(line, start, end);
        if (switches.LineEnds && end < feed)
        {
            _edits.Add(new Edit(end, 1, []));
            Counts.LineEnds++;
        }

        Counts.ChangedLines += _edits.Count > 0 ? 1 : 0;
        return _edits.Count == 0 ? line : Apply(line);
    }

    /// <summary>Changes a line that was joined from others; those are counted as lines that change.</summary>
    /// <param name="line">The joined line.</param>
    /// <param name="parts">How many lines it was.</param>
    /// <param name="isWrapped">Whether a break was inside a text.</param>
    public ReadOnlySpan<byte> MendJoined(ReadOnlySpan<byte> line, int parts, bool isWrapped)
    {
        long changed = Counts.ChangedLines;
        ReadOnlySpan<byte> mended = Mend(line);
        Counts.Lines += parts - 1;
        Counts.ChangedLines = changed + parts;
        Counts.JoinedExamples++;
        Counts.WrappedExamples += isWrapped ? 1 : 0;
        return mended;
    }

    /// <summary>Passes over a line that is too long to be looked into: it stays as it is.</summary>
    public void PassOver()
    {
        Counts.Lines++;
        Counts.NotLookedInto++;
    }

    private void MendText(ReadOnlySpan<byte> line, int start, int end)
    {
        int first = start + (line[start..end].Length - line[start..end].TrimStart(" \t\r"u8).Length);
        int last = start + line[start..end].TrimEnd(" \t\r"u8).Length;
        bool isTrimmed = switches.TrimLines && first < last;
        if (isTrimmed && first > start)
        {
            _edits.Add(new Edit(start, first - start, []));
        }

        if ((switches.TrimTexts || switches.SpeakerName is not null) && first < last)
        {
            MendValue(line, first, last);
        }

        if (isTrimmed && last < end)
        {
            _edits.Add(new Edit(last, end - last, []));
        }

        Counts.TrimmedLines += isTrimmed && (first > start || last < end) ? 1 : 0;
    }

    private void MendValue(ReadOnlySpan<byte> line, int first, int last)
    {
        PositionedText text = PositionedText.Parse(line[first..last].ToArray());
        if (!text.IsWellFormed)
        {
            Counts.NotLookedInto++;
            return;
        }

        int before = _edits.Count;
        if (switches.SpeakerName is { } name)
        {
            Rename(text.Root, name, first);
        }

        if (switches.TrimTexts)
        {
            Trim(text.Root, first);
        }

        _edits.Sort(before, _edits.Count - before, Comparer<Edit>.Create((one, other) => one.Start.CompareTo(other.Start)));
    }

    // A message that has both names says two things: nobody can tell which is meant.
    private void Rename(PositionedValue root, string name, int offset)
    {
        string other = SpeakerNames.First(known => known != name);
        foreach (PositionedValue message in root.Find("messages")?.Value.Items ?? [])
        {
            if (message.Find(name) is not null)
            {
                continue;
            }

            foreach (PositionedMember member in message.Members.Where(member => member.Name == other))
            {
                _edits.Add(new Edit(offset + member.NameSpan.Start, member.NameSpan.Length, Encoding.UTF8.GetBytes($"\"{name}\"")));
                Counts.RenamedMembers++;
            }
        }
    }

    private void Trim(PositionedValue value, int offset)
    {
        foreach (PositionedValue item in value.Items)
        {
            Trim(item, offset);
        }

        foreach (PositionedMember member in value.Members)
        {
            Trim(member.Value, offset);
        }

        if (value.Kind == JsonKind.String)
        {
            TrimString(value, offset);
        }
    }

    private void TrimString(PositionedValue value, int offset)
    {
        ReadOnlySpan<byte> raw = value.Utf8[1..^1];
        int start = 0;
        while (start < raw.Length && SpaceAt(raw, start) is > 0 and int length)
        {
            start += length;
        }

        int end = EndOfText(raw, start);
        if (start > 0)
        {
            _edits.Add(new Edit(offset + value.Span.Start + 1, start, []));
        }

        if (end < raw.Length)
        {
            _edits.Add(new Edit(offset + value.Span.Start + 1 + end, raw.Length - end, []));
        }

        Counts.TrimmedTexts += start > 0 || end < raw.Length ? 1 : 0;
    }

    // Read forward: from behind, the n of an escaped backslash and an n would look like a line feed.
    private static int EndOfText(ReadOnlySpan<byte> raw, int start)
    {
        int end = start;
        for (int at = start; at < raw.Length;)
        {
            int space = SpaceAt(raw, at);
            at += space > 0 ? space : raw[at] == '\\' ? 2 : 1;
            end = space > 0 ? end : at;
        }

        return end;
    }

    private static int SpaceAt(ReadOnlySpan<byte> raw, int at) =>
        raw[at] == ' ' ? 1 : raw[at] == '\\' && raw[at + 1] is (byte)'n' or (byte)'r' or (byte)'t' ? 2 : 0;

    private byte[] Apply(ReadOnlySpan<byte> line)
    {
        using var mended = new MemoryStream(line.Length);
        int at = 0;
        foreach (Edit edit in _edits)
        {
            mended.Write(line[at..edit.Start]);
            mended.Write(edit.With);
            at = edit.Start + edit.Length;
        }

        mended.Write(line[at..]);
        return mended.ToArray();
    }

    private readonly record struct Edit(int Start, int Length, byte[] With);
}
