namespace Plumbline.Cli.Statistics;

/// <summary>Several tallies of the same examples.</summary>
internal sealed class SeveralTallies(params ExampleTally[] tallies) : ExampleTally
{
    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> example, long index)
    {
        foreach (ExampleTally tally in tallies)
        {
            tally.Add(example, index);
        }
    }

    /// <inheritdoc/>
    public override void Deliver(long linesBefore) => Array.ForEach(tallies, tally => tally.Deliver(linesBefore));

    /// <inheritdoc/>
    public override void Clear() => Array.ForEach(tallies, tally => tally.Clear());
}
