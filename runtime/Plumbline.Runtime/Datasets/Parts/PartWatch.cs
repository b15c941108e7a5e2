using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>Notes what a range of a file shows of rules about the whole, to be judged when all ranges are known.</summary>
/// <param name="rules">What holds for the dataset as a whole, or null.</param>
/// <param name="options">The job.</param>
/// <param name="isFirst">Whether the range begins the file: then nothing before it counts.</param>
/// <param name="sink">Takes places of values that totals count.</param>
internal sealed class PartWatch(DatasetRules? rules, DatasetOptions options, bool isFirst, IDatasetPartSink sink) : IDatasetWatch
{
    private readonly UniformFold? _uniform = rules is { Uniform.Count: > 0 } ? new UniformFold(rules.Uniform, path: null) : null;

    /// <inheritdoc/>
    public UniformTally? NewUniformTally() => _uniform is null ? null : new UniformTally(rules!.Uniform);

    /// <inheritdoc/>
    public void Note(LineBlock block, LineJudge judge, DatasetSummary before, DatasetSummary tally, UniformTally? uniform)
    {
        for (int i = 0; i < before.Counters.Count; i++)
        {
            NotePlaces(i, block, judge, before, tally.CounterAt(i));
        }

        if (uniform is not null)
        {
            _uniform!.Merge(block, uniform, before.Lines);
        }
    }

    /// <inheritdoc/>
    public void Report(DatasetSummary summary, IFindingSink findings)
    {
        // Said of all ranges together.
    }

    /// <summary>What the range comes to.</summary>
    public DatasetPart Part(DatasetSummary summary) => new(summary, _uniform?.First ?? [], _uniform?.Different ?? []);

    // Which value is one too many hangs on those before the range: any of the first may be, up to the limit itself.
    private void NotePlaces(int total, LineBlock block, LineJudge judge, DatasetSummary before, long added)
    {
        long max = rules!.Totals[total].Max;
        long counted = before.CounterAt(total);
        long from = isFirst ? Math.Max(0, max - counted) : 0;
        long last = Math.Min(max - counted, added - 1);
        if (from <= last)
        {
            TotalPlaces.Find(
                block, judge, rules.Totals[total], total, options.MaxLineBytes, before.Lines, from, last, place =>
                    sink.Add(place with { Index = place.Index + counted }));
        }
    }
}
