using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Relations of the value as a whole: where the values stand that they are about is noted while the value is read.</summary>
internal sealed partial class PlanBuilder
{
    // More paths than any schema should have; what lies beyond is looked for in the text.
    private const int MostPlaces = 32;

    private readonly List<string> _places = [];

    /// <summary>Number of paths whose values are noted.</summary>
    public int Places => Math.Min(_places.Count, MostPlaces);

    private Tap[] PlacesOf(Subschema root)
    {
        foreach (Keyword keyword in SubschemaSet.Of(program, [root], covers: false).Members.SelectMany(m => program.Nodes[m.Node].Keywords))
        {
            string[] paths = PathsOf(keyword);
            if (Array.TrueForAll(paths, IsFollowed))
            {
                _places.AddRange(paths.Where(p => !_places.Contains(p, StringComparer.Ordinal)));
            }
        }

        return [.. _places.Take(MostPlaces).Select((path, i) => new Tap(TapKind.Place, i, Tap.StepsOf(path)))];
    }

    // Numbers of a relation's paths, where the taps of all of them begin at its object.
    private static EquatableArray<int> PlacesOf(Keyword keyword, IReadOnlyList<Tap> taps)
    {
        int[] numbers = [.. PathsOf(keyword).Select(path =>
            taps.FirstOrDefault(t => t.Kind == TapKind.Place && t.Rest.Equals(Tap.StepsOf(path)))?.Index ?? -1)];
        return Array.TrueForAll(numbers, n => n >= 0) ? [.. numbers] : [];
    }

    private static string[] PathsOf(Keyword keyword) => keyword switch
    {
        LinksKeyword links => [links.From, links.To],
        MaxCountKeyword most => [.. most.Of],
        EqualCountsKeyword counts => [.. counts.Paths],
        _ => [],
    };

    // A number may be the index of an item and the name of a member.
    private static bool IsFollowed(string path) => path.Length > 0
        && Tap.StepsOf(path).All(s => !int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    // Values of which nothing is asked but to match branches are read by these; only to note something inside, they would be read once more.
    private bool AreReadByBranches(SubschemaSet set, IReadOnlyList<Tap> taps) =>
        set.Apart.Count + set.Advised.Count == 0
        && taps.All(t => t.Kind == TapKind.Place)
        && set.Members.Any(m => program.Nodes[m.Node].Keywords.Any(IsUnion))
        && !set.Members.Any(m => new ObjectSchema(program, m).SaysSomething || new ArraySchema(program, m).SaysSomething);

    // Branches that hang on the presence of members are not read where they hold.
    private bool IsUnion(Keyword keyword) => keyword is AnyOfKeyword or OneOfKeyword && Presence.Of(program, keyword) is null;
}
