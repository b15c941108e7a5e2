namespace Plumbline.Cli.Reports;

/// <summary>Several reports of one run.</summary>
internal sealed class SeveralReports(IReport[] reports) : IReport
{
    // A run asks about every finding of a line before it hands over those that one report wants: what the others answered waits here, in the same order.
    private readonly Queue<bool[]> _counted = new();

    /// <inheritdoc/>
    public void Begin(RunFacts run) => Array.ForEach(reports, report => report.Begin(run));

    /// <inheritdoc/>
    public void BeginFile(RunFacts file) => Array.ForEach(reports, report => report.BeginFile(file));

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion)
    {
        bool[] counted = Array.ConvertAll(reports, report => report.OnlyCounts(assertion));
        if (Array.TrueForAll(counted, isCounted => isCounted))
        {
            return true;
        }

        _counted.Enqueue(counted);
        return false;
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        // Nobody is asked about findings of a file as a whole.
        _counted.TryDequeue(out bool[]? counted);
        for (int i = 0; i < reports.Length; i++)
        {
            if (counted is null || !counted[i])
            {
                reports[i].Add(finding);
            }
        }
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file) => Array.ForEach(reports, report => report.EndFile(file));

    /// <inheritdoc/>
    public void End(RunOutcome run) => Array.ForEach(reports, report => report.End(run));

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(reports, report => report.Dispose());
}
