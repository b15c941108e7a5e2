using System.Globalization;
using System.Text;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Gives each node a method name that says where its schema stands: <c>Root</c>, <c>Messages</c>, <c>MessagesItem</c>.</summary>
internal sealed class PlanNames
{
    private const int LongestWord = 60;

    // Members that the class has or inherits; a method may not take their names.
    private static readonly string[] Inherited =
    [
        "Value", "Instance", "Limits", "Dataset", "SchemaId", "IsValid", "Validate", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString",
        "MemberwiseClone", "Finalize", "Part",
    ];

    private readonly HashSet<string> _taken;

    // Nodes in the order of emission.
    private readonly List<PlanNode> _order = [];

    private PlanNames(string className)
    {
        _taken = new HashSet<string>(Inherited, StringComparer.Ordinal) { className };
    }

    /// <summary>Names the nodes that the root leads to, and those that values are judged by on their own.</summary>
    /// <returns>Those that say something, each after the first that leads to it.</returns>
    public static IReadOnlyList<PlanNode> Assign(PlanNode root, IEnumerable<PlanNode> parts, string className)
    {
        var names = new PlanNames(className);
        var pending = new Stack<(PlanNode Node, string Parent)>();
        foreach (PlanNode part in parts.Reverse())
        {
            pending.Push((part, ""));
        }

        pending.Push((root, ""));
        while (pending.Count > 0)
        {
            (PlanNode node, string parent) = pending.Pop();
            if (node.IsTrivial || node.Name.Length > 0)
            {
                continue;
            }

            node.Name = names.Unique(node == root ? "Root" : NameOf(node.Location, parent), parent);
            names.NameParts(node);
            names._order.Add(node);
            foreach (PlanNode next in Successors.Of(node).Reverse())
            {
                pending.Push((next, node.Name));
            }
        }

        return names._order;
    }

    private void NameParts(PlanNode node)
    {
        node.ReadingName = (node.IsReadAgain || node.Visit >= 0) && node.HasReading ? Unique(node.Name + "Reading", "") : node.Name;
        node.Kinds = [.. KindPlan.Kinds.Select(kind => new KindPlan(node, kind))];
        node.TestName = node.IsCondition && MemberTest.Of(node) is not null ? Unique(node.Name + "Holds", "") : "";
        KindPlan[] bodies = [.. node.Kinds.Where(k => k.HasBody)];
        if (bodies.Length > 1)
        {
            foreach (KindPlan body in bodies)
            {
                body.Name = Unique(node.Name + body.Kind, "");
            }
        }
    }

    private string Unique(string name, string parent)
    {
        if (_taken.Add(name))
        {
            return name;
        }

        string longer = parent is "" or "Root" || name.StartsWith(parent, StringComparison.Ordinal) ? name : parent + name;
        string stem = IsField(longer + "2") ? longer + "Schema" : longer;
        string candidate = stem;
        for (int n = 2; candidate == name || !_taken.Add(candidate); n++)
        {
            candidate = stem + n.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    // The last step of a location names a node: a property or definition by itself, another keyword together with the parent's name.
    private static string NameOf(string location, string parent)
    {
        string[] steps = location.Substring(location.IndexOf('#') + 1).Split('/');
        string last = steps[steps.Length - 1];
        string before = steps.Length > 1 ? steps[steps.Length - 2] : "";
        string name = (before, last) switch
        {
            ("$defs" or "definitions", _) => Word(DefinitionNames.Of(last)),
            ("properties" or "dependentSchemas", _) => Word(last),
            ("patternProperties", _) => parent + "Match",
            (_, "items" or "additionalItems" or "unevaluatedItems") => parent + "Item",
            (_, "additionalProperties" or "unevaluatedProperties") => parent + "Other",
            ("prefixItems" or "items", _) => parent + "Item" + Word(last),
            (_, "contains") => parent + "Contained",
            (_, "schema") => parent + "Advice",
            _ when last.Length > 0 && last.All(char.IsDigit) => parent + Word(before) + Word(last),
            _ => parent + Word(last),
        };
        return IsField(name) ? name + "Schema" : name.Length == 0 ? "Schema" : char.IsDigit(name[0]) ? "Schema" + name : name;
    }

    /// <summary>The ASCII letters and digits of a text, each run begun with a capital. What is left is an identifier or empty, whatever the text.</summary>
    private static string Word(string text)
    {
        text = text.Replace("~1", "/").Replace("~0", "~");
        var word = new StringBuilder();
        bool starts = true;
        foreach (char c in text)
        {
            bool kept = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (kept && word.Length < LongestWord)
            {
                word.Append(starts ? char.ToUpperInvariant(c) : c);
            }

            starts = !kept;
        }

        return word.ToString();
    }

    // Static fields are capitals and a number.
    private static bool IsField(string name) =>
        (name.Length > 1 && name[0] is >= 'A' and <= 'Z' && name.Skip(1).All(char.IsDigit)) ||
        (name.StartsWith("Names", StringComparison.Ordinal) && name.Skip(5).All(char.IsDigit));
}
