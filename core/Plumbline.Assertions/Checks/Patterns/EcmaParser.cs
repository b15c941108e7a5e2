namespace Plumbline.Patterns;

/// <summary>Parses patterns by the grammar of ECMA-262, 22.2.1, with the <c>u</c> flag and named groups: what that grammar rejects is rejected,
/// whatever engines accept without the flag (Annex B), save that punctuation may be escaped without need.</summary>
internal sealed class EcmaParser
{
    // The parser and .NET's recurse; nobody writes patterns like this.
    private const int MaxNesting = 200;

    private readonly PatternText _text;
    private readonly GroupNames _groups;
    private readonly ClassParser _classes;
    private int _opened;
    private int _nesting;

    private EcmaParser(string pattern)
    {
        _text = new PatternText(pattern);
        _groups = GroupNames.Find(pattern);
        _classes = new ClassParser(_text);
    }

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="PatternException">It is not one of ECMA-262.</exception>
    public static EcmaNode Parse(string pattern)
    {
        var parser = new EcmaParser(pattern);
        EcmaNode root = parser.Choice();
        return parser._text.AtEnd ? root : throw parser._text.Error("unmatched \")\"");
    }

    private EcmaNode Choice()
    {
        if (++_nesting > MaxNesting)
        {
            throw _text.Error($"more than {MaxNesting} groups inside each other");
        }

        var alternatives = new List<EcmaNode> { Sequence() };
        while (_text.TryTake('|'))
        {
            alternatives.Add(Sequence());
        }

        _nesting--;
        return alternatives.Count == 1 ? alternatives[0] : new ChoiceNode(alternatives);
    }

    private EcmaNode Sequence()
    {
        var terms = new List<EcmaNode>();
        while (!_text.AtEnd && _text.Current is not ('|' or ')'))
        {
            EcmaNode term = Term();
            terms.Add(term is AssertionNode or LookNode ? term : Quantified(term));
        }

        return terms.Count == 1 ? terms[0] : new SequenceNode(terms);
    }

    private EcmaNode Term()
    {
        switch (_text.Current)
        {
            case '^':
                _text.Take();
                return new AssertionNode(AssertionKind.Start);
            case '$':
                _text.Take();
                return new AssertionNode(AssertionKind.End);
            case '(':
                return Group();
            case '.':
                _text.Take();
                return new SetNode(~CodePointSet.LineTerminators);
            case '[':
                return new SetNode(_classes.Class());
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                throw _text.Error($"nothing to repeat before \"{_text.Current}\"");
            case '{' or '}' or ']':
                throw _text.Error($"a lone \"{_text.Current}\"; write \"\\{_text.Current}\"");
            default:
                return new SetNode(CodePointSet.Of(_text.TakeCodePoint()));
        }
    }

    private EcmaNode Quantified(EcmaNode term)
    {
        int min;
        int max = -1;
        if (_text.TryTake('*'))
        {
            min = 0;
        }
        else if (_text.TryTake('+'))
        {
            min = 1;
        }
        else if (_text.TryTake('?'))
        {
            (min, max) = (0, 1);
        }
        else if (_text.TryTake('{'))
        {
            min = max = _text.TakeNumber();
            if (_text.TryTake(','))
            {
                max = !_text.AtEnd && _text.Current == '}' ? -1 : _text.TakeNumber();
            }

            if (!_text.TryTake('}'))
            {
                throw _text.Error("expected \"}\" after the numbers of a quantifier");
            }

            if (max >= 0 && max < min)
            {
                throw _text.Error("the numbers of a quantifier are out of order");
            }
        }
        else
        {
            return term;
        }

        return new RepeatNode(term, min, max, _text.TryTake('?'));
    }

    private EcmaNode Group()
    {
        _text.Take();
        if (!_text.TryTake('?'))
        {
            return Capture();
        }

        if (_text.TryTake(':'))
        {
            return new GroupNode(Body(), 0);
        }

        if (_text.TryTake('='))
        {
            return new LookNode(Body(), Ahead: true, Negative: false);
        }

        if (_text.TryTake('!'))
        {
            return new LookNode(Body(), Ahead: true, Negative: true);
        }

        if (_text.TryTake('<'))
        {
            if (_text.TryTake('='))
            {
                return new LookNode(Body(), Ahead: false, Negative: false);
            }

            if (_text.TryTake('!'))
            {
                return new LookNode(Body(), Ahead: false, Negative: true);
            }

            _text.TakeGroupName();
            return Capture();
        }

        throw _text.Error("after \"(?\" comes one of \":\", \"=\", \"!\", \"<\"");
    }

    // Groups are numbered by their opening brackets.
    private GroupNode Capture()
    {
        int index = ++_opened;
        return new GroupNode(Body(), index);
    }

    private EcmaNode Body()
    {
        EcmaNode body = Choice();
        return _text.TryTake(')') ? body : throw _text.Error("a group is not closed");
    }

    private EcmaNode Escape()
    {
        char letter = _text.PeekAfterBackslash();
        switch (letter)
        {
            case 'b' or 'B':
                _text.Take();
                _text.Take();
                return new AssertionNode(letter == 'b' ? AssertionKind.WordBoundary : AssertionKind.NoWordBoundary);
            case >= '1' and <= '9':
                _text.Take();
                int index = _text.TakeNumber();
                return index <= _groups.Count ? new BackReferenceNode(index) : throw _text.Error($"there is no group {index}");
            case 'k':
                _text.Take();
                _text.Take();
                if (!_text.TryTake('<'))
                {
                    throw _text.Error("after \"\\k\" comes \"<name>\"");
                }

                string name = _text.TakeGroupName();
                return _groups.IndexOf(name) is int named and > 0
                    ? new BackReferenceNode(named)
                    : throw _text.Error($"there is no group \"{name}\"");
            default:
                return new SetNode(_classes.Escape(inClass: false));
        }
    }
}
