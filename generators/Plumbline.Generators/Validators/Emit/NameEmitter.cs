using System.Text;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what tells the names of an object's members apart.</summary>
internal sealed class NameEmitter(SourceWriter w)
{
    // A chain of comparisons is faster than a look-up while it is short.
    private const int MostCompared = 8;

    /// <summary>Writes what leaves the number of the name at <c>at</c> in <c>member</c>, and <c>at</c> after the colon.</summary>
    /// <param name="plan">Whose names they are.</param>
    /// <param name="names">The field that holds them all.</param>
    public void Write(ObjectPlan plan, string names)
    {
        string find = $"(at, member) = (v.Find(at, {names}), v.Member);";
        string[] comparisons = plan.Members.Count > MostCompared ? [] : [.. plan.Members.Select(Comparison).OfType<string>()];
        if (comparisons.Length == 0)
        {
            w.Line($"(at, int member) = (v.Find(at, {names}), v.Member);");
            return;
        }

        w.Line("int member;");
        string lead = "";
        foreach (string comparison in comparisons)
        {
            w.Line($"{lead}{comparison}");
            lead = "else ";
        }

        w.Line($"else {{ {find} }}");
    }

    private string? Comparison(MemberPlan member, int number)
    {
        if (!PlainName.IsPlain(member.Name))
        {
            return null;
        }

        string after = Literals.Number(Encoding.UTF8.GetByteCount(member.Name) + 3);
        string text = $"if (v.Is(at, {Literals.Utf8('"' + member.Name + "\":")})) {{ (at, member) = (at + {after}, {Literals.Number(number)}); }}";
        return w.Indentation + "else ".Length + text.Length <= SourceWriter.Columns ? text : null;
    }
}
