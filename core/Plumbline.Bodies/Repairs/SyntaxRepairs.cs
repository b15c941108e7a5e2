using System.Collections.Immutable;
using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>What could mend a body that is not JSON.</summary>
internal sealed class SyntaxRepairs(PositionedText text, BodySchema schema)
{
    // More brackets than this are not left open by a slip.
    private const int MostBrackets = 8;

    private readonly SchemaPlaces _places = new(schema.Program);

    /// <summary>Repairs to try, the likeliest first.</summary>
    public IEnumerable<Repair> For(SyntaxError error) => error.Kind switch
    {
        SyntaxErrorKind.MissingComma => [Insert("Insert \",\"", error.Repair.Start, ",")],
        SyntaxErrorKind.MissingColon => [Repair.Of(RepairKind.InsertPunctuation, "Insert \":\"", error.Repair, ":", isSafe: true)],
        SyntaxErrorKind.MissingClose => Closings(error),
        SyntaxErrorKind.UnterminatedString => [Insert("Insert the closing quote", error.Repair.Start, "\"")],
        SyntaxErrorKind.TrailingComma => [Remove("Remove the comma", error.Repair, isSafe: true)],
        SyntaxErrorKind.MissingName when IsAt(error.Offset, ',') => [Remove("Remove the comma", new ByteSpan(error.Offset, 1), isSafe: true)],
        SyntaxErrorKind.Comment => [Remove("Remove the comment", error.Span, isSafe: true)],
        SyntaxErrorKind.Unexpected => [Remove($"Remove {Shown(error.Span)}", error.Span, IsBracketOrComma(error.Span))],
        SyntaxErrorKind.TrailingText => [Remove("Remove what follows the value", error.Span, IsBracketOrComma(error.Span))],
        SyntaxErrorKind.Unquoted => Quotings(error.Span),
        SyntaxErrorKind.SingleQuoted =>
            [Repair.Of(RepairKind.Quote, "Use double quotes", error.Span, JsonWords.Quote(InsideSingleQuotes(error.Span)), isSafe: true)],
        SyntaxErrorKind.BadNumber when JsonWords.Literal(Text(error.Span)) is { } number =>
            [Repair.Of(RepairKind.Unquote, $"Write {number}", error.Span, number, isSafe: true)],
        SyntaxErrorKind.BadEscape => [Escape(error)],
        SyntaxErrorKind.ControlCharacter when StringAround(error.Offset) is { } value => [EscapeControls(value)],
        _ => [],
    };

    // One bracket, or as many as are open: what follows tells, and judging again proves it.
    private List<Repair> Closings(SyntaxError error)
    {
        var layout = new Layout(text);
        int place = error.Repair.Start;
        bool hasMore = layout.NextToken(place) is (byte)'"' or (byte)'{' or (byte)'[';
        var closing = new StringBuilder();
        var repairs = new List<Repair>();
        foreach (int opening in OpenAt(place).Take(MostBrackets))
        {
            closing.Append(layout.AreInOneLine(opening, place) ? "" : layout.LineBreak + layout.IndentationAt(opening));
            closing.Append(IsAt(opening, '{') ? '}' : ']');
            string inserted = closing + (hasMore ? "," : "");
            repairs.Add(Insert($"Insert \"{WithoutSpace(inserted)}\"", place, inserted));
        }

        return repairs;
    }

    private IEnumerable<Repair> Quotings(ByteSpan word)
    {
        string written = Text(word);
        SchemaSlot slot = _places.SlotAt(text, word.Start);
        if (JsonWords.Literal(written) is { } literal)
        {
            yield return Repair.Of(RepairKind.Unquote, $"Write {literal}", word, literal, isSafe: true);
        }

        yield return Repair.Of(RepairKind.Quote, "Put in double quotes", word, JsonWords.Quote(written), isSafe: true);
        if (NearestName.Find(written, slot.Strings) is { } nearest)
        {
            bool isSlip = NearestName.IsSlip(written, nearest, slot.Strings);
            yield return Repair.Of(RepairKind.ReplaceValue, $"Replace by \"{nearest}\"", word, JsonWords.Quote(nearest), isSlip);
        }
    }

    private Repair Escape(SyntaxError error)
    {
        ByteSpan escape = error.Span;
        bool isApostrophe = IsAt(escape.Start + 1, '\'');
        return isApostrophe
            ? Repair.Of(RepairKind.Escape, "Remove the backslash", new ByteSpan(escape.Start, 1), "", isSafe: true)
            : Repair.Of(RepairKind.Escape, "Double the backslash", new ByteSpan(escape.Start, 0), "\\", isSafe: false);
    }

    private Repair EscapeControls(ByteSpan value)
    {
        var edits = ImmutableArray.CreateBuilder<BodyEdit>();
        for (int at = value.Start; at < value.End; at++)
        {
            if (text.Utf8[at] < ' ')
            {
                edits.Add(new BodyEdit(new ByteSpan(at, 1), JsonWords.Escape((char)text.Utf8[at])));
            }
        }

        return new Repair(RepairKind.Escape, "Escape the control characters", IsSafe: false, edits.ToImmutable());
    }

    // The brackets open at an offset, innermost first. What is in quotes opens nothing.
    private Stack<int> OpenAt(int offset)
    {
        var open = new Stack<int>();
        bool inString = false;
        for (int at = 0; at < offset; at++)
        {
            switch (text.Utf8[at])
            {
                case (byte)'\\' when inString:
                    at++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    open.Push(at);
                    break;
                case (byte)'}' or (byte)']' when !inString && open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open;
    }

    private ByteSpan? StringAround(int offset) =>
        Positions.Strings(text.Root).Where(span => span.Start <= offset && offset < span.End).Cast<ByteSpan?>().FirstOrDefault();

    private string InsideSingleQuotes(ByteSpan span)
    {
        string written = Text(span);
        string inside = written.Substring(1, written.Length - (written.Length > 1 && written[written.Length - 1] == '\'' ? 2 : 1));
        return inside.Replace("\\'", "'");
    }

    private bool IsBracketOrComma(ByteSpan span) => Text(span).All(c => c is '}' or ']' or ',' or ' ' or '\t' or '\r' or '\n');

    private bool IsAt(int offset, char token) => offset < text.Utf8.Length && text.Utf8[offset] == (byte)token;

    private string Text(ByteSpan span) => Encoding.UTF8.GetString(text.Utf8.Slice(span.Start, span.Length).ToArray());

    private string Shown(ByteSpan span)
    {
        const int Longest = 30;
        string written = WithoutSpace(Text(span));
        return $"\"{(written.Length <= Longest ? written : written.Remove(Longest) + "…")}\"";
    }

    private static string WithoutSpace(string written) => string.Join(" ", written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Repair Insert(string title, int at, string inserted) =>
        Repair.Of(RepairKind.InsertPunctuation, title, new ByteSpan(at, 0), inserted, isSafe: true);

    private static Repair Remove(string title, ByteSpan span, bool isSafe) => Repair.Of(RepairKind.RemoveText, title, span, "", isSafe);
}
