using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Tests;

/// <summary>Which examples and prompts occur more than once: held against a search that keeps everything, in memory and by way of the disk.</summary>
public class DuplicateIndexTests
{
    [Theory]
    [InlineData(1, 1000, 3)]
    [InlineData(2, 1000, 1)]
    [InlineData(3, 7, 2)]
    [InlineData(4, 64, 1)]
    [InlineData(5, 1, 2)]
    public void What_is_found_does_not_depend_on_the_memory(int seed, int capacity, int trainingFiles)
    {
        Line[] lines = Draw(seed, 700);
        Duplicates found = Find(lines, capacity, trainingFiles, 1000);
        Assert.Equal(Expected(lines, trainingFiles), Told(found));
        Assert.Equal(Told(Find(lines, 1 << 20, trainingFiles, 1000)), Told(found));
    }

    [Fact]
    public void The_largest_groups_are_kept_and_all_are_counted()
    {
        Line[] lines = [.. Enumerable.Range(0, 3000).Select(i => new Line(new Place(0, i + 1), (UInt128)(uint)(i % 1000 < 990 ? i % 1000 : 0), null))];
        LargestGroups few = Find(lines, 100, 1, 3).Examples;
        Assert.Equal((990, 2010), (few.Groups, few.Findings));
        Assert.Equal([32, 2, 2], few.Largest.Select(group => group.Count));
        Assert.Equal([1, 991, 992], few.Largest[0].Lines.Select(place => place.Line));
        Assert.Equal([2L, 3L], few.Largest.Skip(1).Select(group => group.Lines[0].Line));
    }

    [Fact]
    public void Places_tell_files_and_lines_apart_in_their_order()
    {
        var last = new Place(Place.MostFiles - 1, (1L << 48) - 1);
        Assert.Equal((Place.MostFiles - 1, (1L << 48) - 1), (last.File, last.Line));
        Assert.True(new Place(1, 1).CompareTo(new Place(0, 1_000_000_000_000)) > 0);
    }

    [Fact]
    public void Runs_on_disk_leave_no_file_behind()
    {
        string[] before = Directory.GetFiles(Path.GetTempPath(), "plumbline-*.tmp");
        using (var sorter = new OccurrenceSorter(10))
        {
            for (ulong i = 0; i < 95; i++)
            {
                sorter.Add(new Occurrence(i * 37 % 95, 0, 0, new Place(i)));
            }

            Assert.Equal(Enumerable.Range(0, 95).Select(i => (ulong)i), sorter.InOrder().Select(occurrence => occurrence.High));
            Assert.Equal(10, sorter.Runs);
        }

        // Other tests may write theirs meanwhile: those of this process are told by being open no more.
        Assert.All(Directory.GetFiles(Path.GetTempPath(), "plumbline-*.tmp").Except(before), path => Assert.NotEqual(95 * 32, new FileInfo(path).Length));
    }

    [Fact]
    public void The_bound_on_false_matches_is_that_of_the_birthday_paradox()
    {
        Assert.Equal(0, ExampleHash.FalseMatchBound(0));
        Assert.InRange(ExampleHash.FalseMatchBound(1_000_000_000), 1.4e-21, 1.5e-21);
    }

    private static Duplicates Find(Line[] lines, int capacity, int trainingFiles, int most)
    {
        using var index = new DuplicateIndex(trainingFiles, capacity);
        foreach (Line line in lines)
        {
            index.Add(line.Place, line.Example, line.Prompt);
        }

        return index.Find(most);
    }

    // Few different hashes, so that they meet; some have their first half in common. An example has one prompt, or none.
    private static Line[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                int example = random.Next(400);
                return new Line(
                    new Place(i * 4 / count, i + 1),
                    new UInt128((ulong)example, (ulong)example % 3),
                    example % 10 == 0 ? null : new UInt128((ulong)example % 60 / 2, (ulong)example % 60));
            }),
        ];
    }

    private static string[] Told(Duplicates found) =>
    [
        .. new[] { found.Examples, found.Prompts, found.LeakedExamples, found.LeakedPrompts }.SelectMany((groups, kind) => groups.Largest.Select(
            group => $"{kind}: {group.Count} {Told(group.Lines)} | {Told(group.Training)}").Order(StringComparer.Ordinal)),
    ];

    private static string Told(IEnumerable<Place> places) => string.Join(' ', places.Select(place => place.Line));

    private static string[] Expected(Line[] lines, int trainingFiles)
    {
        var told = new List<string>[] { [], [], [], [] };
        foreach (var group in lines.GroupBy(line => line.Example))
        {
            Line[][] sides = Sides(group);
            Repeated(0, sides.Select(side => side.Select(line => line.Place).ToArray()));
            Leaked(2, [.. sides[1].Select(line => line.Place)], sides[1].Length, [.. sides[0].Select(line => line.Place)]);
        }

        foreach (var group in lines.Where(line => line.Prompt is not null).GroupBy(line => line.Prompt))
        {
            Line[][] sides = Sides(group);
            Place[][] firsts = [.. sides.Select(side => side.GroupBy(line => line.Example).Select(same => same.Min(line => line.Place)).Order().ToArray())];
            Repeated(1, firsts);
            Line[] others = [.. sides[1].Where(line => !sides[0].Any(training => training.Example == line.Example))];
            Leaked(3, [.. others.GroupBy(line => line.Example).Select(same => same.Min(line => line.Place)).Order()], others.Length, firsts[0]);
        }

        return [.. told.SelectMany((groups, kind) => groups.Select(group => $"{kind}: {group}").Order(StringComparer.Ordinal))];

        Line[][] Sides(IEnumerable<Line> group) =>
            [[.. group.Where(line => line.Place.File < trainingFiles)], [.. group.Where(line => line.Place.File >= trainingFiles)]];

        void Repeated(int kind, IEnumerable<Place[]> sides)
        {
            foreach (Place[] side in sides.Where(side => side.Length > 1))
            {
                told[kind].Add($"{side.Length - 1} {Told(side.Take(3))} | ");
            }
        }

        void Leaked(int kind, Place[] evaluation, int count, Place[] training)
        {
            if (count > 0 && training.Length > 0)
            {
                told[kind].Add($"{count} {Told(evaluation.Take(3))} | {Told(training.Take(3))}");
            }
        }
    }

    private sealed record Line(Place Place, UInt128 Example, UInt128? Prompt);
}
