using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Tests.Conformance;

/// <summary>Random schemas of one draft, as text: few names and few values, so that what one keyword says of a value meets what another says.</summary>
internal sealed class RandomSchemas
{
    // Depth of schemas below the root and below each definition.
    private const int Depth = 3;

    private readonly RandomClauses _clauses;

    private RandomSchemas(RandomDraft draft)
    {
        _clauses = new RandomClauses(draft, Schema);
        Roots =
            from members in Named(Depth)
            from first in Schema(Depth - 1)
            from second in Named(Depth - 1)
            from third in Named(Depth - 1)
            from fourth in Named(Depth - 2)
            from total in Gen.Elements(
                "", "", "\"x-dataset\":{\"totals\":[{\"count\":\"/a/*\",\"max\":9},{\"count\":\"/b\",\"max\":9},{\"count\":\"/*/a\",\"max\":9}]},")
            from isDynamic in Gen.Choose(0, 3)
            select $$$"""
                {"$schema":"{{{draft.Uri}}}",{{{Leading(draft.Root("root.json"))}}}{{{total}}}{{{Leading(members)}}}"{{{draft.Definitions}}}":{
                "d0":{{{first}}},"d1":{{{{Leading(second)}}}{{{draft.Anchor(isDynamic != 0)}}}},
                "other":{{{{Leading(draft.Root("other.json"))}}}{{{Leading(third)}}}"{{{draft.Definitions}}}":{"d2":{{{{Leading(fourth)}}}{{{draft.Anchor(isDynamic > 1)}}}} } } } }
                """;
    }

    /// <summary>Random schemas of any draft; most of the newest.</summary>
    public static Gen<string> OfAnyDraft { get; } = Gen.Frequency(
        [.. RandomDraft.All.Select(draft => (draft.Share, new RandomSchemas(draft).Roots))]);

    /// <summary>Root schemas, with three definitions; one lies in a resource of its own, two have the same anchor.</summary>
    public Gen<string> Roots { get; }

    private static string Leading(string members) => members.Length == 0 ? "" : members + ",";

    // Up to draft 7, a reference hides the name that stands beside it.
    private Gen<string> Named(int depth) => Members(depth).Where(members => _clauses.Draft.Year > 7 || !members.Contains("$ref", StringComparison.Ordinal));

    private Gen<string> Schema(int depth) => Gen.Choose(0, 9).SelectMany(kind => kind switch
    {
        0 => Gen.Constant(_clauses.Draft.Always),
        1 => Gen.Constant(_clauses.Draft.Never),
        _ => Members(depth).Select(members => $"{{{members}}}"),
    });

    // One to four clauses, each keyword once; below the last level only those that hold no schema come out whole.
    private Gen<string> Members(int depth) =>
        from count in Gen.Choose(depth > 0 ? 1 : 0, depth > 0 ? 4 : 1)
        from clauses in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Gen.Elements(_clauses.All).SelectMany(clause => clause(depth - 1))))
        select string.Join(',', Apart(clauses));

    // Clauses that share no keyword with an earlier one.
    private static IEnumerable<string> Apart(string[] clauses)
    {
        var taken = new HashSet<string>();
        foreach (string clause in clauses)
        {
            string[] keywords = [.. JsonNode.Parse($"{{{clause}}}")!.AsObject().Select(member => member.Key)];
            if (!keywords.Any(taken.Contains))
            {
                taken.UnionWith(keywords);
                yield return clause;
            }
        }
    }
}
