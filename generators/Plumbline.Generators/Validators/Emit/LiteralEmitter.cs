using System.Text;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what judges <c>enum</c> and <c>const</c>: strings byte for byte, anything else as JSON.</summary>
internal static class LiteralEmitter
{
    // A chain of comparisons is faster than a look-up while it is short.
    private const int MostCompared = 8;

    /// <summary>The strings of a node that demands nothing but one of these strings, of values of any type; otherwise null.</summary>
    public static LiteralDemand? OnlyStrings(PlanNode node) =>
        IsWholeNode(node, out LiteralDemand? literal) && literal.Values.All(v => v.Text is not null) ? literal : null;

    /// <summary>Whether a node demands nothing but one of some values.</summary>
    public static bool IsWholeNode(PlanNode node) => IsWholeNode(node, out _);

    /// <summary>Whether a kind of a node demands nothing but one of some strings.</summary>
    public static bool IsWholeString(PlanNode node, KindPlan kind) => kind is { Kind: JsonTypes.String, Literals.Count: 1 }
        && node.Lengths.Count + node.Patterns.Count + node.Formats.Count + node.Tokens.Count == 0;

    /// <summary>Writes a node that demands nothing but one of some values.</summary>
    public static void WriteWholeNode(SourceWriter w, FieldTable fields, PlanNode node)
    {
        w.Line("nint start = at;");
        w.Line("at = v.Skip(at);");
        Write(w, fields, node.Literals);
        w.Line("return at;");
    }

    /// <summary>Writes the checks of a value that has been read from <c>start</c> to <c>at</c>.</summary>
    public static void Write(SourceWriter w, FieldTable fields, IEnumerable<LiteralDemand> literals)
    {
        foreach (LiteralDemand literal in literals)
        {
            string check = $"v.Equal({fields.Assertion(literal.Demand)}, {fields.LiteralSet(literal)}, start, at);";
            if (!literal.OnlyIntegers)
            {
                w.Line($"{check}", literal.Demand.Location);
                continue;
            }

            // A number with a fraction has failed the type already.
            w.When($"v.{literal.Type!.IntegerCheck}(start, at)", $"{check}", literal.Demand.Location);
        }
    }

    /// <summary>Writes the expression that reads one of some strings: what is usual is compared, the rest is looked up.</summary>
    /// <param name="w">The writer.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="literal">The strings.</param>
    /// <param name="start">What comes before the expression: <c>return </c>.</param>
    public static void WriteStrings(SourceWriter w, FieldTable fields, LiteralDemand literal, string start)
    {
        string set = fields.StringSet(literal);
        string[] plain = [.. literal.Values.Select(v => v.Text!).Where(PlainName.IsPlain).Distinct(StringComparer.Ordinal)];
        string[] compared = plain.Length <= MostCompared ? plain : [];
        string lead = start;
        foreach (string text in compared)
        {
            w.Line($"{lead}v.Is(at, {Literals.Utf8('"' + text + '"')}) ? at + {Encoding.UTF8.GetByteCount(text) + 2}");
            lead = start.Length == 0 ? ": " : "    : ";
        }

        w.Line($"{lead}v.Enum(at, {set});", literal.Demand.Location);
    }

    private static bool IsWholeNode(PlanNode node, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiteralDemand? literal)
    {
        literal = node.Literals.Count == 1 ? node.Literals[0] : null;
        return literal is { Type: null } && node.Never.Count + node.Types.Count + node.Lengths.Count + node.Patterns.Count
            + node.Formats.Count + node.Tokens.Count + node.Numbers.Count == 0 && node.Object is null && node.Array is null;
    }
}
