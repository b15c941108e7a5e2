using System.Globalization;
using System.Text;

namespace Plumbline.Patterns;

/// <summary>Writes a pattern's tree as a .NET regular expression of the same meaning.</summary>
/// <remarks>
/// .NET matches UTF-16 units and ECMA-262 with the <c>u</c> flag code points, so a set with members outside the basic plane becomes an alternation of
/// surrogate pairs, and no set matches half a pair. One known difference remains: ECMA-262 forgets what a group captured whenever a quantifier
/// around the group starts a new round; .NET remembers. Only a back reference to a group of an earlier round can tell.
/// </remarks>
internal sealed class DotNetWriter
{
    private const string WordClass = "[0-9A-Z_a-z]";

    private readonly StringBuilder _text = new();
    private readonly HashSet<int> _referenced = [];

    public string Write(EcmaNode root)
    {
        FindReferences(root);
        Append(root);
        return _text.ToString();
    }

    private void Append(EcmaNode node)
    {
        switch (node)
        {
            case SetNode set:
                AppendSet(set.Set);
                break;
            case SequenceNode sequence:
                foreach (EcmaNode term in sequence.Terms)
                {
                    Append(term);
                }

                break;
            case ChoiceNode choice:
                AppendGroup("(?:", choice);
                break;
            case GroupNode group:
                AppendGroup(_referenced.Contains(group.Index) ? $"(?<g{Text(group.Index)}>" : "(?:", group.Body);
                break;
            case RepeatNode repeat:
                AppendGroup("(?:", repeat.Term);
                AppendQuantifier(repeat);
                break;
            case LookNode look:
                AppendGroup($"(?{(look.Ahead ? "" : "<")}{(look.Negative ? '!' : '=')}", look.Body);
                break;
            case BackReferenceNode reference:
                // In ECMA-262 a group that took no part matches the empty string; in .NET it matches nothing.
                _text.Append($"(?(g{Text(reference.Index)})\\k<g{Text(reference.Index)}>)");
                break;
            case AssertionNode assertion:
                AppendAssertion(assertion.Kind);
                break;
        }
    }

    private void AppendGroup(string opening, EcmaNode body)
    {
        _text.Append(opening);
        if (body is ChoiceNode choice)
        {
            for (int i = 0; i < choice.Alternatives.Count; i++)
            {
                _text.Append(i == 0 ? "" : "|");
                Append(choice.Alternatives[i]);
            }
        }
        else
        {
            Append(body);
        }

        _text.Append(')');
    }

    private void AppendQuantifier(RepeatNode repeat)
    {
        _text.Append((repeat.Min, repeat.Max) switch
        {
            (0, -1) => "*",
            (1, -1) => "+",
            (0, 1) => "?",
            (_, -1) => $"{{{Text(repeat.Min)},}}",
            _ when repeat.Min == repeat.Max => $"{{{Text(repeat.Min)}}}",
            _ => $"{{{Text(repeat.Min)},{Text(repeat.Max)}}}",
        });
        _text.Append(repeat.Lazy ? "?" : "");
    }

    private void AppendAssertion(AssertionKind kind)
    {
        switch (kind)
        {
            case AssertionKind.Start:
                _text.Append(@"\A");
                break;
            case AssertionKind.End:
                // Not "$", which in .NET also matches before a final line feed.
                _text.Append(@"\z");
                break;
            default:
                // .NET's own \b goes by Unicode's letters.
                _text.Append(kind == AssertionKind.WordBoundary
                    ? $"(?:(?<={WordClass})(?!{WordClass})|(?<!{WordClass})(?={WordClass}))"
                    : $"(?:(?<={WordClass})(?={WordClass})|(?<!{WordClass})(?!{WordClass}))");
                break;
        }
    }

    private void AppendSet(CodePointSet set)
    {
        var basic = new List<CodePointRange>([.. set.Within(0, 0xD7FF), .. set.Within(0xE000, 0xFFFF)]);
        List<(List<CodePointRange> High, List<CodePointRange> Low)> pairs = SurrogatePairs.Of(set);
        if (pairs.Count == 0)
        {
            AppendClass(basic);
            return;
        }

        _text.Append("(?:");
        if (basic.Count > 0)
        {
            AppendClass(basic);
            _text.Append('|');
        }

        for (int i = 0; i < pairs.Count; i++)
        {
            _text.Append(i == 0 ? "" : "|");
            AppendClass(pairs[i].High);
            AppendClass(pairs[i].Low);
        }

        _text.Append(')');
    }

    private void AppendClass(List<CodePointRange> ranges)
    {
        if (ranges.Count == 0)
        {
            // Matches nothing, and unlike (?!) every engine knows it.
            _text.Append(@"[^\s\S]");
        }
        else if (ranges.Count == 1 && ranges[0].First == ranges[0].Last)
        {
            AppendUnit(ranges[0].First);
        }
        else
        {
            _text.Append('[');
            foreach (CodePointRange range in ranges)
            {
                AppendUnit(range.First);
                if (range.Last > range.First)
                {
                    _text.Append('-');
                    AppendUnit(range.Last);
                }
            }

            _text.Append(']');
        }
    }

    private void AppendUnit(int unit)
    {
        if (unit < 0x80 && (char.IsLetterOrDigit((char)unit) || unit == '_'))
        {
            _text.Append((char)unit);
        }
        else
        {
            _text.Append(@"\u").Append(unit.ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    private void FindReferences(EcmaNode node)
    {
        switch (node)
        {
            case BackReferenceNode reference:
                _referenced.Add(reference.Index);
                break;
            case SequenceNode sequence:
                foreach (EcmaNode term in sequence.Terms)
                {
                    FindReferences(term);
                }

                break;
            case ChoiceNode choice:
                foreach (EcmaNode alternative in choice.Alternatives)
                {
                    FindReferences(alternative);
                }

                break;
            case GroupNode group:
                FindReferences(group.Body);
                break;
            case RepeatNode repeat:
                FindReferences(repeat.Term);
                break;
            case LookNode look:
                FindReferences(look.Body);
                break;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
