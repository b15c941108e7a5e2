using System.Text;

namespace Plumbline.Generators.Writing;

/// <summary>
/// Writes C#: lines, indented, in blocks that end themselves. The same input gives the same text on every machine.
/// </summary>
/// <remarks>
/// The rule that keeps schemas from becoming code: text of a schema comes in through <see cref="Literals"/> (in expressions),
/// <see cref="Comment"/> and <see cref="Doc"/>, or as an identifier. As a second barrier no line that is handed in may hold a character that ends a line for
/// C#.
/// </remarks>
internal sealed class SourceWriter
{
    /// <summary>The width that wrapping keeps to.</summary>
    public const int Columns = 120;

    private const int Step = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Columns that the indentation takes at this point.</summary>
    public int Indentation => _depth * Step;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes one line.</summary>
    /// <exception cref="ArgumentException">The text holds a line break: schema text that was not escaped.</exception>
    public void Line(string text)
    {
        if (text.Length == 0)
        {
            Line();
            return;
        }

        foreach (char c in text)
        {
            if (EndsLine(c))
            {
                throw new ArgumentException($"A line of code holds the line break U+{(int)c:X4}.", nameof(text));
            }
        }

        _text.Append(' ', Indentation).Append(text).Append('\n');
    }

    /// <summary>Writes one line; holes take text and whole numbers only, so that no culture can show.</summary>
    public void Line(InvariantText text) => Line(text.ToString());

    /// <summary>Writes lines of code given as one text, <c>\n</c> between them. For fixed text: what a schema holds comes in by other ways.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>Writes a line and opens a block under it, which ends when the result is disposed.</summary>
    /// <param name="header">The line; empty for a block of its own.</param>
    /// <param name="end">What follows the closing brace: <c>;</c> say.</param>
    public Block Braces(InvariantText header, string end = "")
    {
        string line = header.ToString();
        if (line.Length > 0)
        {
            Line(line);
        }

        Line("{");
        _depth++;
        return new Block(this, "}" + end);
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Block Indented()
    {
        _depth++;
        return new Block(this, null);
    }

    /// <summary>Writes a list on one line where it fits, otherwise its items on as few indented lines as hold them.</summary>
    /// <param name="start">What comes before the items, with the opening bracket.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">What comes after the items, with the closing bracket.</param>
    public void List(string start, IReadOnlyList<string> items, string end)
    {
        string line = start + string.Join(", ", items) + end;
        if (Indentation + line.Length <= Columns)
        {
            Line(line);
            return;
        }

        Line(start);
        _depth++;
        var row = new StringBuilder();
        for (int i = 0; i < items.Count; i++)
        {
            string item = items[i] + (i == items.Count - 1 ? end : ",");
            if (row.Length > 0 && Indentation + row.Length + 1 + item.Length > Columns)
            {
                Line(row.ToString());
                row.Clear();
            }

            row.Append(row.Length == 0 ? "" : " ").Append(item);
        }

        Line(row.ToString());
        _depth--;
    }

    /// <summary>Writes <c>//</c> and any text, as one line.</summary>
    public void Comment(string text) => Line(CommentText.OfLine(text));

    /// <summary>Writes one line of code with a comment of any text: after it where both fit, otherwise above it.</summary>
    public void Line(InvariantText code, string comment)
    {
        string line = code.ToString();
        if (comment.Length == 0)
        {
            Line(line);
            return;
        }

        string remark = CommentText.OfLine(comment);
        if (Indentation + line.Length + 1 + remark.Length <= Columns)
        {
            Line(line + " " + remark);
            return;
        }

        Line(remark);
        Line(line);
    }

    /// <summary>Writes a statement under a condition: on one line where it fits, with the comment; otherwise as a block.</summary>
    public void When(InvariantText condition, InvariantText statement, string comment = "")
    {
        string code = $"if ({condition.ToString()}) {{ {statement.ToString()} }}";
        string remark = comment.Length == 0 ? "" : " " + CommentText.OfLine(comment);
        if (Indentation + code.Length + remark.Length <= Columns)
        {
            Line(code + remark);
            return;
        }

        using (Braces($"if ({condition.ToString()})"))
        {
            Line(statement, comment);
        }
    }

    /// <summary>Writes an element of XML documentation that holds any text, one <c>///</c> line for each of its lines.</summary>
    /// <param name="element">Name of the element, with attributes: <c>summary</c>, <c>param name="x"</c>.</param>
    /// <param name="text">The text; mark-up in it is shown, not obeyed.</param>
    public void Doc(string element, string text)
    {
        string name = element.Split(' ')[0];
        IReadOnlyList<string> lines = CommentText.OfDocumentation(text);
        if (lines.Count <= 1)
        {
            string only = $"/// <{element}>{(lines.Count == 0 ? "" : lines[0])}</{name}>";
            if (lines.Count == 0 || Indentation + only.Length <= Columns)
            {
                Line(only);
                return;
            }
        }

        Line($"/// <{element}>");
        foreach (string line in lines)
        {
            foreach (string row in CommentText.Wrapped(line, Columns - Indentation - 4))
            {
                Line("/// " + row);
            }
        }

        Line($"/// </{name}>");
    }

    /// <summary>The text so far; lines end in <c>\n</c>.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Whether C# ends a line at a character.</summary>
    internal static bool EndsLine(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    private void Close(string? end)
    {
        _depth--;
        if (end is not null)
        {
            Line(end);
        }
    }

    /// <summary>A block that is open; disposing it ends the block.</summary>
    public readonly struct Block(SourceWriter writer, string? end) : IDisposable
    {
        /// <summary>Ends the block.</summary>
        public void Dispose() => writer.Close(end);
    }
}
