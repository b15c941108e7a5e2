using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Whether a schema leads to <c>x-advice</c>.</summary>
internal static class AdviceReach
{
    /// <summary>Whether <c>x-advice</c> stands in a schema or in one that it reaches.</summary>
    public static bool From(SchemaProgram program, int start)
    {
        var seen = new HashSet<int> { start };
        var pending = new Stack<int>(seen);
        while (pending.Count > 0)
        {
            foreach (Keyword keyword in program.Nodes[pending.Pop()].Keywords)
            {
                if (keyword is AdviceKeyword)
                {
                    return true;
                }

                foreach (int next in Edges.Of(keyword))
                {
                    if (seen.Add(next))
                    {
                        pending.Push(next);
                    }
                }
            }
        }

        return false;
    }
}
