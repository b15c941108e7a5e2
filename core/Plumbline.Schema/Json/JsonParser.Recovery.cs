namespace Plumbline.Schema.Json;

/// <content>What is made of a text that is wrong: what was missing is told where it belongs, and reading goes on as if it stood there.</content>
internal sealed partial class JsonParser
{
    private State UnquotedName(JsonFrame frame, string expected)
    {
        bool quoted = _reader.Current == (byte)'\'';
        ByteSpan word = quoted ? _reader.SkipSingleQuoted() : _reader.SkipUnquoted(endsAtColon: true);
        SyntaxErrorKind kind = quoted ? SyntaxErrorKind.SingleQuoted : SyntaxErrorKind.Unquoted;
        _reader.Report(kind, word.Start, word, expected + " in double quotes");
        _reader.SkipSpace();
        if (_reader.Current != (byte)':')
        {
            return State.AfterValue;
        }

        frame.Name = System.Text.Encoding.UTF8.GetString(utf8, word.Start, word.Length).Trim('\'');
        frame.NameSpan = word;
        return State.Colon;
    }

    private State ItemWithoutComma(string expected)
    {
        Report(SyntaxErrorKind.MissingComma, expected, repair: Behind);
        _comma = _behindToken;
        return State.Value;
    }

    // A name where a comma or a brace belongs. When it stands in the column of an outer object's members, the inner object was never
    // closed; else only the comma is missing.
    private State MemberWithoutComma(string expected)
    {
        int column = _reader.Indentation(_reader.At);
        JsonFrame frame = Top!;
        JsonFrame? owner = _reader.At == closeBefore
            ? _tree.Innermost(outer => outer.IsObject && outer != frame)
            : column < 0 || column == frame.Column ? null : _tree.Innermost(outer => outer.IsObject && outer.Column == column);
        if (owner is null)
        {
            Report(SyntaxErrorKind.MissingComma, expected, repair: Behind);
        }
        else
        {
            Report(SyntaxErrorKind.MissingClose, expected, repair: Behind, opening: frame.Start);
            while (Top! != owner)
            {
                Close(_behindToken);
            }
        }

        _comma = _behindToken;
        return State.Name;
    }

    // A closing bracket of the other kind: closes what it fits, and with it all that was left open inside; else it is skipped.
    private State Mismatch(string expected)
    {
        bool closesObject = _reader.Current == (byte)'}';
        JsonFrame? fitting = _tree.Innermost(frame => frame.IsObject == closesObject);
        if (fitting is null)
        {
            Report(SyntaxErrorKind.Unexpected, expected);
            _reader.At++;
            return State.AfterValue;
        }

        Report(SyntaxErrorKind.MissingClose, expected, repair: Behind, opening: Top!.Start);
        while (Top! != fitting)
        {
            Close(_behindToken);
        }

        _reader.At++;
        return Close(_reader.At);
    }

    private State InvalidText(SyntaxErrorKind kind, int offset, ByteSpan span, string expected)
    {
        _reader.Report(kind, offset, span, expected);
        return Complete(JsonKind.Invalid, span);
    }

    // The text ends inside values: they are closed where it ends.
    private State BreakOff(bool missesValue)
    {
        if (missesValue)
        {
            Complete(JsonKind.Invalid, Behind);
        }

        while (_tree.Depth > 0)
        {
            Close(_behindToken);
        }

        return State.Done;
    }

    private ByteSpan Behind => new(_behindToken, 0);

    private void Report(SyntaxErrorKind kind, string expected, ByteSpan? repair = null, int opening = -1)
    {
        int length = 0;
        if (!_reader.AtEnd)
        {
            Utf8Sequence.Decode(utf8, _reader.At, out length);
        }

        _reader.Report(kind, _reader.At, new ByteSpan(_reader.At, length), expected, repair, opening);
    }
}
