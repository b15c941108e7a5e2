using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what strings, numbers, booleans and nulls go through.</summary>
internal sealed class ScalarEmitter(SourceWriter w, FieldTable fields)
{
    // The longest spelling of one character: two escapes of six bytes, \uD83D\uDE00.
    private const int LongestCharacter = 12;

    /// <summary>Writes the rest of a method: reading a value of the kind, its checks, and the return.</summary>
    public void Write(PlanNode node, KindPlan kind)
    {
        if (LiteralEmitter.IsWholeString(node, kind))
        {
            LiteralEmitter.WriteStrings(w, fields, kind.Literals[0], "return ");
            return;
        }

        w.Line("nint start = at;");
        switch (kind.Kind)
        {
            case JsonTypes.String:
                w.Line("at = v.String(at);");
                WriteString(node);
                break;
            case JsonTypes.Number:
                w.Line("at = v.Number(at);");
                WriteNumber(node, kind);
                break;
            default:
                w.Line("at = v.Literal(at);");
                break;
        }

        LiteralEmitter.Write(w, fields, kind.Literals);
        w.Line("return at;");
    }

    private void WriteString(PlanNode node)
    {
        foreach (SizeDemand size in node.Lengths)
        {
            WriteLength(size);
        }

        foreach (PatternDemand pattern in node.Patterns)
        {
            w.Line($"v.Pattern({fields.PatternRule(pattern)}, start, at);", pattern.Demand.Location);
        }

        foreach (FormatDemand format in node.Formats)
        {
            string check = $"v.Format({fields.FormatRule(format)}, start, at);";
            if (format.IsAsserted)
            {
                w.Line($"{check}", format.Demand.Location);
            }
            else
            {
                w.When($"v.AssertsFormats", $"{check}", format.Demand.Location);
            }
        }

        foreach (TokenDemand tokens in node.Tokens)
        {
            w.Line($"v.Tokens({fields.TokenRule(tokens)}, start, at);", tokens.Demand.Location);
        }
    }

    // The number of bytes between the quotes decides most lengths; only where it does not, characters are counted.
    private void WriteLength(SizeDemand size)
    {
        if (size.Size == Size.MinLength && size.Limit <= 0)
        {
            return;
        }

        long bytes = size.Size == Size.MaxLength ? size.Limit
            : size.Limit == 1 ? 1
            : size.Limit > long.MaxValue / LongestCharacter ? long.MaxValue
            : size.Limit * LongestCharacter;
        string undecided = size.Size == Size.MaxLength ? ">" : "<";
        w.When(
            $"at - start - 2 {undecided} {Literals.Number(bytes)}",
            $"v.{size.Size.ToString()}(start, at, {Literals.Number(size.Limit)}, {fields.Assertion(size.Demand)});",
            size.Demand.Location);
    }

    private void WriteNumber(PlanNode node, KindPlan kind)
    {
        foreach (TypeDemand integer in kind.Integers)
        {
            w.When($"!v.{integer.IntegerCheck}(start, at)", $"v.Fault({fields.Assertion(integer.Demand)}, start);", integer.Demand.Location);
        }

        foreach (NumberDemand number in node.Numbers)
        {
            w.Line($"v.Bounds({fields.NumberRule(number)}, start, at);", number.Demand.Location);
        }
    }
}
