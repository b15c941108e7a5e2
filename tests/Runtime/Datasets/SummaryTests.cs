using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Summaries merge associatively, so that parts of a dataset may be judged anywhere.</summary>
public sealed class SummaryTests
{
    private static readonly Gen<long> Counts = Gen.Frequency(
        (8, Gen.Choose(0, 1000).Select(static n => (long)n)), (1, Gen.Constant(long.MaxValue)), (1, Gen.Constant(long.MaxValue / 2)));

    private static readonly Gen<DatasetSummary> Summaries =
        from counts in Counts.ArrayOf(4)
        from counters in Gen.Choose(0, 3).SelectMany(static n => Counts.ArrayOf(n))
        from findings in Gen.Choose(0, Rules.All.Count - 1).ArrayOf()
        from complete in Gen.Elements(true, false)
        select Summary(counts, counters, findings, complete);

    [Fact]
    public void Merging_is_associative() => Prop.ForAll(
        Gen.ArrayOf(Summaries, 3).ToArbitrary(),
        static three => Assert.Equal(
            DatasetSummary.Merge(DatasetSummary.Merge(three[0], three[1]), three[2]),
            DatasetSummary.Merge(three[0], DatasetSummary.Merge(three[1], three[2])))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_summary_of_nothing_changes_nothing() => Prop.ForAll(
        Summaries.ToArbitrary(),
        static summary =>
        {
            Assert.Equal(summary, DatasetSummary.Merge(new DatasetSummary(0), summary));
            Assert.Equal(summary, DatasetSummary.Merge(summary, new DatasetSummary(0)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_adds_every_count_and_stops_at_the_largest_number()
    {
        DatasetSummary merged = DatasetSummary.Merge(
            Summary([1, 2, 3, 4], [5, long.MaxValue - 1], [0, 0, 1], true), Summary([10, 20, 30, 40], [50, 2, 7], [1], false));

        Assert.Equal((11, 22, 33, 44), (merged.Lines, merged.Examples, merged.FaultyLines, merged.Bytes));
        Assert.Equal([55, long.MaxValue, 7], merged.Counters);
        Assert.Equal([(Rules.All[0], 2L), (Rules.All[1], 2L)], merged.RuleCounts.Select(static count => (count.Key, count.Value)));
        Assert.Equal(4, merged.Findings);
        Assert.False(merged.IsComplete);
    }

    [Fact]
    public void Summaries_of_the_parts_of_a_dataset_merge_to_the_summary_of_the_whole()
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes("{\"n\":[1,2]}\n[\"bad\"]\n[\n\n\"odd\"\n{\"n\":[3]}\n");
        DatasetRules rules = MarkingJudge.RulesWithTotal(100);
        DatasetSummary whole = Outcome.OfStream(new MemoryStream(text), new DatasetOptions(), rules).Summary;
        int middle = text.AsSpan().IndexOf("[\n"u8);

        DatasetSummary first = Outcome.OfStream(new MemoryStream(text[..middle]), new DatasetOptions(), rules).Summary;
        DatasetSummary second = Outcome.OfStream(new MemoryStream(text[middle..]), new DatasetOptions(), rules).Summary;

        Assert.Equal(whole, DatasetSummary.Merge(first, second));
    }

    private static DatasetSummary Summary(long[] counts, long[] counters, int[] findings, bool complete)
    {
        var summary = new DatasetSummary(counters.Length)
        {
            Lines = counts[0],
            Examples = counts[1],
            FaultyLines = counts[2],
            Bytes = counts[3],
            IsComplete = complete,
        };
        summary.CountValues(counters);
        foreach (int rule in findings)
        {
            summary.Count(Rules.All[rule], Rules.All[rule].Severity, (Effect)(rule % 4));
        }

        return summary;
    }
}
