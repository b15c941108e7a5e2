using Plumbline.Datasets;

namespace Plumbline;

/// <summary>
/// Comes to the findings and the summary of one run over a file from what was found in its ranges, wherever they were read. In the order of
/// the ranges, each is added: first its findings and places, as a <see cref="DatasetRun.ReadRange"/> told them, then the part itself.
/// </summary>
public sealed class DatasetMerge
{
    private readonly DatasetRules? _rules;
    private readonly DatasetConclusion _conclusion;
    private readonly IFindingSink _sink;
    private readonly string? _path;
    private readonly DatasetSummary _summary;
    private long _budget;

    /// <summary>Creates a merge of nothing yet.</summary>
    /// <param name="rules">What holds for the dataset as a whole; null for nothing.</param>
    /// <param name="options">The job, as it was for every range.</param>
    /// <param name="sink">Takes the findings, at their lines in the file; those about the dataset as a whole come last.</param>
    /// <param name="path">What findings call the file.</param>
    public DatasetMerge(DatasetRules? rules, DatasetOptions options, IFindingSink sink, string? path)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        _rules = rules;
        _conclusion = new DatasetConclusion(rules, options, path);
        _sink = sink;
        _path = path;
        _budget = options.MaxFindings;
        _summary = new DatasetSummary(rules?.Totals.Count ?? 0);
    }

    /// <summary>Adds a finding about a line of the next part.</summary>
    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (_budget > 0)
        {
            _budget--;
            _sink.Add(finding with { Line = finding.Line + _summary.Lines, Path = _path });
        }
    }

    /// <summary>Adds the place of a value of the next part.</summary>
    /// <returns>Whether it is the value with which the total exceeds its limit.</returns>
    /// <exception cref="ArgumentException">The dataset has no such total.</exception>
    public bool Add(in TotalPlace place)
    {
        if (place.Total < 0 || place.Total >= _summary.Counters.Count)
        {
            throw new ArgumentException($"The dataset has no total {place.Total}.", nameof(place));
        }

        bool isCrossing = place.Index == _rules!.Totals[place.Total].Max - _summary.CounterAt(place.Total);
        if (isCrossing)
        {
            _conclusion.NoteCrossing(place with { Line = place.Line + _summary.Lines });
        }

        return isCrossing;
    }

    /// <summary>Ends the next part.</summary>
    /// <exception cref="ArgumentException">The part was judged by another schema.</exception>
    public void Add(DatasetPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        int uniform = _rules?.Uniform.Count ?? 0;
        if (part.Summary.Counters.Count != _summary.Counters.Count || part.First.Length != uniform || part.Different.Length != uniform)
        {
            throw new ArgumentException("The part counts other totals than the dataset has: it was judged by another schema.", nameof(part));
        }

        _conclusion.NoteUniform(part, _summary.Lines);
        _summary.Absorb(part.Summary);
    }

    /// <summary>Reports what holds for the dataset as a whole, and returns the summary.</summary>
    public DatasetSummary Conclude()
    {
        _conclusion.Report(_summary, _sink);
        return _summary;
    }
}
