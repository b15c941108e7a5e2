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

                // A dynamic scope may lead a reference to any of its anchors.
                IEnumerable<int> overrides = keyword is DynamicRefKeyword reference
                    ? program.DynamicAnchors.Where(anchor => anchor.Name == reference.Anchor).Select(anchor => anchor.Node)
                    : [];
                foreach (int next in Edges.Of(keyword).Concat(overrides))
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
