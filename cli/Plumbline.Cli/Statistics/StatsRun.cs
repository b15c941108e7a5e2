using Plumbline.Cli.Commands;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Statistics;

/// <summary>A run of <c>plumbline stats</c>: reads every file once, and tells what it is like.</summary>
internal sealed class StatsRun : IDisposable
{
    private readonly StatsRequest _request;
    private readonly FileTargets? _targets;
    private readonly ITokenCounter? _counter;
    private readonly Interruption _interruption = new();
    private readonly RunProgress _progress;
    private readonly DuplicateIndex _index;
    private bool _isUnreadable;

    private StatsRun(StatsRequest request, FileTargets? targets, ITokenCounter? counter)
    {
        _request = request;
        _targets = targets;
        _counter = counter;
        _progress = RunProgress.Of([.. request.Files, .. request.Evaluation], request.Quiet, streamsOutput: false);
        _index = new DuplicateIndex(request.Files.Count);
    }

    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(StatsRequest request)
    {
        var training = InputFiles.Find(request.Files);
        var evaluation = InputFiles.Find(request.Evaluation);
        request = request with { Files = training.Paths, Evaluation = evaluation.Paths };
        Check(request);
        FileTargets? targets = null;
        if (request.Format is not null || request.Schema is not null)
        {
            targets = FileTargets.Open(new ValidateRequest
            {
                Files = [.. request.Files, .. request.Evaluation],
                Format = request.Format,
                Schema = request.Schema,
                Quiet = request.Quiet,
            });
            if (targets is null)
            {
                return ExitCode.Usage;
            }
        }

        using ReportFile file = ReportFile.Open(request.Report.Path);
        using var run = new StatsRun(request, targets, request.Tokenizer is { } tokenizer ? NamedTokenizer.Load(tokenizer) : null);
        foreach (UnreadFile operand in (IEnumerable<UnreadFile>)[.. training.Unread, .. evaluation.Unread])
        {
            run.CannotRead(operand.Path, operand.Reason);
        }

        int exitCode = run.Run(file);
        file.Complete();
        if (!request.Quiet)
        {
            request.Report.SayWritten();
        }

        return exitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _progress.Dispose();
        _interruption.Dispose();
    }

    private static void Check(StatsRequest request)
    {
        string[] files = [.. request.Files, .. request.Evaluation];
        if (files.Count(file => file == InputFiles.StandardInput) > 1)
        {
            throw new UsageException("standard input (-) can be read only once");
        }

        if (files.Length > Place.MostFiles)
        {
            throw new UsageException($"at most {Place.MostFiles} files can be compared with each other");
        }

        request.Report.ThrowIfRead(files);
    }

    private int Run(ReportFile file)
    {
        CountedDataset training = Read(DatasetRole.Training, _request.Files, 0);
        CountedDataset? evaluation = _request.Evaluation.Count == 0 ? null : Read(DatasetRole.Evaluation, _request.Evaluation, _request.Files.Count);
        var outcome = new StatsOutcome(
            _targets?.All ?? [], _counter?.Name, training, evaluation, _index.Find(_request.Top), _index.Examples, _index.Prompts, _interruption.IsRequested);
        int exitCode = Verdict(outcome);
        if (_request.Report.Kind == "json")
        {
            StatsJson.Write(file.Stream, outcome, exitCode);
        }
        else
        {
            Palette palette = _request.Report.Path is null ? Palette.ForStandardOutput() : Palette.None;
            new StatsText(file.Writer, palette).Write(outcome, outcome.IsInterrupted ? _progress.CountTotalBytes() : null);
        }

        return exitCode;
    }

    private int Verdict(StatsOutcome outcome) =>
        outcome.IsInterrupted ? ExitCode.Interrupted
        : _isUnreadable ? ExitCode.Unreadable
        : outcome.Count(Severity.Error) > 0 || (_request.Strict && outcome.Count(Severity.Warning) > 0) ? ExitCode.Findings
        : ExitCode.Clean;

    private CountedDataset Read(DatasetRole role, IReadOnlyList<string> paths, int firstFile)
    {
        var dataset = new CountedDataset(role, [.. paths.Select(Shown)], new DatasetStatistics());
        for (int i = 0; i < paths.Count && !_interruption.IsRequested; i++)
        {
            Read(dataset, paths[i], firstFile + i);
        }

        return dataset;
    }

    private void Read(CountedDataset dataset, string path, int file)
    {
        if (_targets?.FaultOf(path) is { } unseen)
        {
            CannotRead(path, RequestBody.Reason(path, unseen));
            return;
        }

        DatasetRules? rules = _targets?.Of(path).Dataset;
        var run = new DatasetRun(() => new WellFormedJudge(), rules: null, new DatasetOptions
        {
            Threads = _request.Threads,
            MaxLineBytes = _request.MaxLineBytes ?? DatasetOptions.Default.MaxLineBytes,
            Progress = _progress.Counts,
            Examples = () => new SeveralTallies(
                new TextTally(dataset.Statistics, rules?.Turns, _counter), new HashTally(_index, file, rules?.Prompt ?? [])),
        });
        try
        {
            dataset.Summaries.Add(Read(run, new FirstFindings(dataset.FirstFindings), path));
        }
        catch (DatasetReadException fault)
        {
            CannotRead($"{Shown(path)} beyond line {fault.Summary.Lines}", fault.Message);
            dataset.Summaries.Add(fault.Summary);
        }
        catch (OperationCanceledException)
        {
            // Interrupted before anything was typed.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CannotRead(path, RequestBody.Reason(path, fault));
        }
    }

    private void CannotRead(string path, string reason)
    {
        _isUnreadable = true;
        CommandLine.Say($"cannot read {path}: {reason}");
    }

    private DatasetSummary Read(DatasetRun run, FirstFindings sink, string path)
    {
        bool isArray = path != InputFiles.StandardInput && JsonArrayStream.IsArray(path);
        if (isArray && !_request.Quiet)
        {
            CommandLine.Say($"{path} is one JSON array and not JSON Lines: its items are read and numbered as lines");
        }

        _progress.Show();
        try
        {
            if (!isArray)
            {
                return path == InputFiles.StandardInput
                    ? run.Read(StandardInput.Open(_interruption.Token), sink, Shown(path), _interruption.Token)
                    : run.ReadFile(path, sink, _interruption.Token);
            }

            using var items = new JsonArrayStream(File.OpenRead(path));
            return run.Read(items, sink, path, _interruption.Token);
        }
        finally
        {
            _progress.Hide();
        }
    }

    private static string Shown(string path) => path == InputFiles.StandardInput ? "stdin" : path;

    private sealed class FirstFindings(List<Finding> first) : IFindingSink
    {
        private const int Kept = 5;

        public void Add(Finding finding)
        {
            if (first.Count < Kept)
            {
                first.Add(finding);
            }
        }

        public bool OnlyCounts(Assertion assertion) => first.Count >= Kept;
    }
}
