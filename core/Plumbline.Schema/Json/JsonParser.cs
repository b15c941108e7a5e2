namespace Plumbline.Schema.Json;

/// <summary>
/// Builds the tree of a JSON text, and goes on after errors so that one run tells them all. Iterative: the depth of the text costs heap, not stack.
/// </summary>
internal sealed partial class JsonParser(byte[] utf8, int maxDepth, bool hasHoles, int closeBefore)
{
    private readonly JsonTokenReader _reader = new(utf8, hasHoles);
    private readonly JsonTreeBuilder _tree = new(utf8);

    // Where the token before the current one ended: what is missing belongs there.
    private int _behindToken;

    // Offset of the comma just read; -1 behind an opening bracket or a colon.
    private int _comma = -1;

    private enum State
    {
        Value,
        Name,
        Colon,
        AfterValue,
        AfterHole,
        AfterRoot,
        Done,
    }

    public PositionedValue Root => _tree.Root;

    public List<SyntaxError> Errors => _reader.Errors;

    public List<DuplicateName> Duplicates => _tree.Duplicates;

    public void Run()
    {
        State state = State.Value;
        while (state != State.Done)
        {
            _behindToken = _reader.At;
            _reader.SkipSpace();
            state = state switch
            {
                State.Value => Value(),
                State.Name => Name(),
                State.Colon => Colon(),
                State.AfterValue => AfterValue(),
                State.AfterHole => AfterHole(),
                _ => AfterRoot(),
            };
        }

        Duplicates.Sort((left, right) => left.Repeated.Start.CompareTo(right.Repeated.Start));
    }

    private State Value()
    {
        JsonFrame? frame = Top;
        bool inArray = frame is { IsObject: false };
        if (_reader.AtEnd)
        {
            Report(SyntaxErrorKind.MissingValue, ExpectedValue(inArray), opening: frame?.Start ?? -1);
            return BreakOff(missesValue: !inArray || _comma >= 0);
        }

        if (hasHoles && _reader.SkipWordWithHole(out ByteSpan unknown))
        {
            // In an array it may stand for several items, and behind a value for members.
            frame?.Open(inArray || (unknown.Length > 1 && utf8[unknown.End - 1] == (byte)PositionedText.Hole));
            return Complete(JsonKind.Invalid, unknown) == State.AfterValue ? State.AfterHole : State.Done;
        }

        switch (_reader.Current)
        {
            case (byte)'"':
                ByteSpan text = _reader.ReadString();
                return Complete(_reader.HasHole(text) ? JsonKind.Invalid : JsonKind.String, text);
            case (byte)'{' or (byte)'[':
                return Open();
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return Complete(_reader.ReadNumber(out ByteSpan number) ? JsonKind.Number : JsonKind.Invalid, number);
            case (byte)']' when inArray:
                return CloseBehind(_comma, "a value");
            case (byte)'}' or (byte)']' or (byte)',' when frame is not null:
                Report(SyntaxErrorKind.MissingValue, ExpectedValue(inArray), repair: Behind);
                return Complete(JsonKind.Invalid, Behind);
            case (byte)'\'':
                return InvalidText(SyntaxErrorKind.SingleQuoted, _reader.At, _reader.SkipSingleQuoted(), "double quotes");
            default:
                int start = _reader.At;
                JsonKind literal = _reader.ReadLiteral(out int mismatch);
                return literal != JsonKind.Invalid
                    ? Complete(literal, ByteSpan.Between(start, _reader.At))
                    : InvalidText(
                        SyntaxErrorKind.Unquoted,
                        mismatch,
                        _reader.SkipUnquoted(endsAtColon: false),
                        ExpectedValue(inArray) + " (strings stand in double quotes)");
        }
    }

    private State Name()
    {
        JsonFrame frame = Top!;
        frame.Name = null;
        string expected = _comma < 0 ? "a member name or '}'" : "a member name";
        switch (_reader.Current)
        {
            case 0 when _reader.AtEnd:
                Report(_comma < 0 ? SyntaxErrorKind.MissingClose : SyntaxErrorKind.MissingName, expected, repair: Behind, opening: frame.Start);
                return BreakOff(missesValue: false);
            case (byte)'"':
                frame.NoteColumn(_reader.Indentation(_reader.At));
                ByteSpan span = _reader.ReadString();
                frame.Open(_reader.HasHole(span));
                frame.Name = StringToken.Unescape(utf8, span);
                frame.NameSpan = span;
                return State.Colon;
            case (byte)'}':
                return CloseBehind(_comma, expected);
            case (byte)PositionedText.Hole when hasHoles:
                return Hole();
            case (byte)']':
                return Mismatch(expected);
            case (byte)',':
                Report(SyntaxErrorKind.MissingName, expected);
                return Comma();
            case (byte)'{' or (byte)'[':
                Report(SyntaxErrorKind.MissingName, expected, repair: Behind);
                return State.Value;
            case (byte)':':
                Report(SyntaxErrorKind.MissingName, expected, repair: Behind);
                return State.Colon;
            default:
                return UnquotedName(frame, expected);
        }
    }

    private State Colon()
    {
        _comma = -1;
        switch (_reader.Current)
        {
            case (byte)':':
                _reader.At++;
                return State.Value;
            case 0 when _reader.AtEnd:
                Report(SyntaxErrorKind.MissingColon, "':' and a value", repair: Behind, opening: Top!.Start);
                return BreakOff(missesValue: true);
            case (byte)',' or (byte)'}' or (byte)']':
                Report(SyntaxErrorKind.MissingColon, "':' and a value", repair: Behind);
                return Complete(JsonKind.Invalid, Behind);
            case (byte)'=':
                Report(SyntaxErrorKind.MissingColon, "':'");
                _reader.At++;
                return State.Value;
            default:
                Report(SyntaxErrorKind.MissingColon, "':'", repair: Behind);
                return State.Value;
        }
    }

    private State AfterValue()
    {
        JsonFrame frame = Top!;
        string expected = frame.IsObject ? "',' or '}'" : "',' or ']'";
        switch (_reader.Current)
        {
            case 0 when _reader.AtEnd:
                Report(SyntaxErrorKind.MissingClose, expected, repair: Behind, opening: frame.Start);
                return BreakOff(missesValue: false);
            case (byte)',':
                return Comma();
            case (byte)PositionedText.Hole when hasHoles:
                return Hole();
            case (byte)'}' or (byte)']' when (_reader.Current == (byte)'}') == frame.IsObject:
                _reader.At++;
                return Close(_reader.At);
            case (byte)'}' or (byte)']':
                return Mismatch(expected);
            case (byte)'"' when frame.IsObject:
                return MemberWithoutComma(expected);
            case (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') when !frame.IsObject:
                return ItemWithoutComma(expected);
            case (byte)'{' or (byte)'[':
                // A nameless object among members: read, and dropped.
                Report(SyntaxErrorKind.Unexpected, expected);
                frame.Name = null;
                return State.Value;
            default:
                int start = _reader.At;
                if (!frame.IsObject && _reader.ReadLiteral(out _) != JsonKind.Invalid)
                {
                    _reader.At = start;
                    return ItemWithoutComma(expected);
                }

                ByteSpan junk = _reader.SkipUnquoted(endsAtColon: false);
                _reader.Report(SyntaxErrorKind.Unexpected, start, junk, expected);
                return State.AfterValue;
        }
    }

    // Text between values that is not known: whatever fits may stand there.
    private State Hole()
    {
        _reader.At++;
        Top!.Open(true);
        Top.Name = null;
        return State.AfterHole;
    }

    private State AfterHole()
    {
        JsonFrame frame = Top!;
        switch (_reader.Current)
        {
            case (byte)':' when frame.IsObject:
                return State.Colon;
            case (byte)'"' when frame.IsObject:
                return State.Name;
            case (byte)',' or (byte)']' or (byte)'}' or (byte)PositionedText.Hole:
                return State.AfterValue;
            default:
                return frame.IsObject || _reader.AtEnd ? State.AfterValue : State.Value;
        }
    }

    private State AfterRoot()
    {
        if (!_reader.AtEnd && !(hasHoles && _reader.Current == (byte)PositionedText.Hole))
        {
            var rest = ByteSpan.Between(_reader.At, _reader.BackOverBlanks(_reader.Length, _reader.At + 1));
            _reader.Report(new SyntaxError(SyntaxErrorKind.TrailingText, Rules.TrailingText, _reader.At, rest, "nothing after the value"));
        }

        return State.Done;
    }

    private State Open()
    {
        if (_tree.Depth >= maxDepth)
        {
            int at = _reader.At;
            ByteSpan span = _reader.SkipNested();
            string expected = $"at most {maxDepth} arrays and objects inside each other";
            _reader.Report(new SyntaxError(SyntaxErrorKind.TooDeep, Rules.TooDeep, at, new ByteSpan(at, 1), expected));
            return Complete(JsonKind.Invalid, span);
        }

        bool isObject = _reader.Current == (byte)'{';
        _tree.Open(isObject, _reader.At++);
        _comma = -1;
        return isObject ? State.Name : State.Value;
    }

    private State CloseBehind(int comma, string expected)
    {
        if (comma >= 0)
        {
            Report(SyntaxErrorKind.TrailingComma, expected, repair: new ByteSpan(comma, 1));
        }

        _reader.At++;
        return Close(_reader.At);
    }

    private State Close(int end)
    {
        _tree.Close(end);
        return Top is null ? State.AfterRoot : State.AfterValue;
    }

    private State Complete(JsonKind kind, ByteSpan span)
    {
        _tree.Add(new PositionedValue(utf8, kind, span));
        return Top is null ? State.AfterRoot : State.AfterValue;
    }

    private State Comma()
    {
        _comma = _reader.At++;
        return Top!.IsObject ? State.Name : State.Value;
    }

    private string ExpectedValue(bool inArray) => inArray && _comma < 0 ? "a value or ']'" : "a value";

    private JsonFrame? Top => _tree.Top;
}
