using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>The rules about a dataset as a whole (PLB5020 to PLB5026): watched while blocks are merged, reported at the end.</summary>
internal sealed class DatasetConclusion : IDatasetWatch
{
    private readonly DatasetRules? _rules;
    private readonly DatasetRole _role;
    private readonly string? _path;
    private readonly int _maxLineBytes;
    private readonly TotalPlace?[] _crossings;
    private readonly UniformFold? _uniform;
    private readonly long? _trainingExamples;
    private readonly IReadOnlySet<Rule>? _ignored;

    /// <summary>Creates the conclusion of one run.</summary>
    public DatasetConclusion(DatasetRules? rules, DatasetOptions options, string? path)
    {
        _rules = rules;
        _role = options.Role;
        _path = path;
        _maxLineBytes = options.MaxLineBytes;
        _crossings = new TotalPlace?[rules?.Totals.Count ?? 0];
        _uniform = rules is { Uniform.Count: > 0 } ? new UniformFold(rules.Uniform, path) : null;
        _trainingExamples = options.TrainingExamples;
        _ignored = options.IgnoredRules;
    }

    /// <inheritdoc/>
    public UniformTally? NewUniformTally() => _uniform is null ? null : new UniformTally(_rules!.Uniform);

    /// <inheritdoc/>
    public void Note(LineBlock block, LineJudge judge, DatasetSummary before, DatasetSummary tally, UniformTally? uniform)
    {
        for (int i = 0; i < _crossings.Length; i++)
        {
            long left = _rules!.Totals[i].Max - before.CounterAt(i);
            if (left >= 0 && tally.CounterAt(i) > left)
            {
                TotalPlaces.Find(block, judge, _rules.Totals[i], i, _maxLineBytes, before.Lines, left, left, NoteCrossing);
            }
        }

        if (uniform is not null)
        {
            _uniform!.Merge(block, uniform, before.Lines);
        }
    }

    /// <summary>Notes where a total passes its limit.</summary>
    public void NoteCrossing(TotalPlace place) => _crossings[place.Total] = place;

    /// <summary>Takes what a range of the file shows of values that all lines have in common.</summary>
    public void NoteUniform(DatasetPart part, long linesBefore) => _uniform?.Merge(part, linesBefore);

    /// <summary>Reports what is wrong with the dataset as a whole. Of a run that was cancelled, only what further lines could not have mended.</summary>
    public void Report(DatasetSummary summary, IFindingSink sink)
    {
        if (_rules is null)
        {
            return;
        }

        bool isTraining = _role == DatasetRole.Training;
        DatasetBound? min = isTraining ? _rules.MinExamples : _rules.MinEvaluation;
        DatasetBound? max = isTraining ? _rules.MaxExamples : _rules.MaxEvaluation;
        long examples = summary.Examples;
        if (min is not null && examples < min.Limit && summary.IsComplete)
        {
            Add(FindingBuilder.BuildForDataset(min.Assertion, examples, path: _path));
        }
        else if (isTraining && _rules.RecommendedExamples is { } recommended && examples < recommended.Limit && summary.IsComplete)
        {
            Add(FindingBuilder.BuildForDataset(recommended.Assertion, examples, path: _path));
        }

        if (max is not null && examples > max.Limit)
        {
            Add(FindingBuilder.BuildForDataset(max.Assertion, examples, path: _path));
        }

        if (!isTraining && _rules.EvaluationShare is { } share && _trainingExamples is { } training && examples > share.LimitFor(training))
        {
            Add(FindingBuilder.BuildForDataset(share.AssertionFor(training), examples, path: _path));
        }

        for (int i = 0; i < _crossings.Length; i++)
        {
            if (_crossings[i] is { } place)
            {
                Add(Tell(_rules.Totals[i], summary.CounterAt(i), place));
            }
        }

        foreach (Finding difference in _uniform?.Differences ?? [])
        {
            Add(difference);
        }

        void Add(Finding finding)
        {
            if (_ignored?.Contains(finding.Rule) == true)
            {
                summary.Ignored++;
                return;
            }

            summary.Count(finding.Rule, finding.Severity, finding.Effect);
            sink.Add(finding);
        }
    }

    private Finding Tell(DatasetTotal total, long actual, TotalPlace place)
    {
        Finding whole = FindingBuilder.BuildForDataset(total.Assertion, actual, total.Noun, _path);
        return whole with
        {
            Message = $"{whole.Message}; here it first exceeds the limit",
            Line = place.Line,
            Column = place.Column,
            ByteOffset = place.ByteOffset,
            ByteLength = place.ByteLength,
            Pointer = place.Pointer,
        };
    }
}
