using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>The rules about a dataset as a whole (PLB5020 to PLB5026): watched while blocks are merged, reported at the end.</summary>
internal sealed class DatasetConclusion
{
    private readonly DatasetRules? _rules;
    private readonly DatasetRole _role;
    private readonly string? _path;
    private readonly int _maxLineBytes;
    private readonly Finding?[] _crossings;
    private readonly UniformFold? _uniform;
    private readonly long? _trainingExamples;

    /// <summary>Creates the conclusion of one run.</summary>
    public DatasetConclusion(DatasetRules? rules, DatasetOptions options, string? path)
    {
        _rules = rules;
        _role = options.Role;
        _path = path;
        _maxLineBytes = options.MaxLineBytes;
        _crossings = new Finding?[rules?.Totals.Count ?? 0];
        _uniform = rules is { Uniform.Count: > 0 } ? new UniformFold(rules.Uniform, path) : null;
        _trainingExamples = options.TrainingExamples;
    }

    /// <summary>What a thread notes of values that all lines have in common; null where they have none.</summary>
    public UniformTally? NewUniformTally() => _uniform is null ? null : new UniformTally(_rules!.Uniform);

    /// <summary>Takes what a block shows of values that all lines have in common.</summary>
    /// <param name="block">The block.</param>
    /// <param name="tally">What it shows.</param>
    /// <param name="linesBefore">Lines before it.</param>
    public void NoteUniform(LineBlock block, UniformTally? tally, long linesBefore)
    {
        if (tally is not null)
        {
            _uniform!.Merge(block, tally, linesBefore);
        }
    }

    /// <summary>Notes where totals pass their limits, if they do so in a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="judge">Judged the block, and is free to judge it again.</param>
    /// <param name="before">All that comes before it.</param>
    /// <param name="tally">What the block adds.</param>
    public void NoteTotals(LineBlock block, LineJudge judge, DatasetSummary before, DatasetSummary tally)
    {
        for (int i = 0; i < _crossings.Length; i++)
        {
            long left = _rules!.Totals[i].Max - before.Counters[i];
            if (left >= 0 && tally.Counters[i] > left)
            {
                _crossings[i] = FindCrossing(block, judge, i, left, before.Lines);
            }
        }
    }

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
                Add(Tell(_rules.Totals[i], summary.Counters[i], place));
            }
        }

        foreach (Finding? difference in _uniform?.Differences ?? [])
        {
            if (difference is not null)
            {
                Add(difference);
            }
        }

        void Add(Finding finding)
        {
            summary.Count(finding.Rule, finding.Severity, finding.Effect);
            sink.Add(finding);
        }
    }

    private Finding Tell(DatasetTotal total, long actual, Finding place)
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

    // Happens once a total and run, so that it may take its time: the block's lines are judged again, up to the one value.
    private Finding FindCrossing(LineBlock block, LineJudge judge, int counter, long left, long linesBefore)
    {
        DatasetTotal total = _rules!.Totals[counter];
        long line = linesBefore;
        for (nint at = block.TextStart, feed; at < block.End; at = feed + 1)
        {
            line++;
            feed = block.EndOfEmptyLine(at);
            if (feed >= 0)
            {
                continue;
            }

            feed = judge.JudgeAt(block.Lines, at);
            ReadOnlySpan<byte> text = LineBlock.TextOf(block.Lines, at, feed);
            if (text.Length > _maxLineBytes || judge.IsMalformed)
            {
                continue;
            }

            if (judge.Counters[counter] > left)
            {
                return FindingBuilder.Build(new Fault(total.Assertion, OffsetOf(total.Path, text, left)), text, _path, line, block.InputOffset(at));
            }

            left -= judge.Counters[counter];
        }

        throw new InvalidOperationException("A judge counted values that it did not count again in the same line.");
    }

    // Of a name that occurs twice a judge may count both and the path only the first: then the line is the place.
    private static int OffsetOf(InstancePath path, ReadOnlySpan<byte> text, long index)
    {
        foreach (int offset in path.In(text))
        {
            if (index-- == 0)
            {
                return offset;
            }
        }

        return 0;
    }
}
