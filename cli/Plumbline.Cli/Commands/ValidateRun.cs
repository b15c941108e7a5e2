using System.Diagnostics;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Ranges;
using Plumbline.Cli.Reports;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline validate</c>: reads each file through the dataset code, tells a report, and comes to an exit code.</summary>
internal sealed class ValidateRun : IFindingSink
{
    private readonly ValidateRequest _request;
    private readonly FileTargets _targets;
    private readonly IReport _report;
    private readonly Interruption _interruption;
    private readonly RunProgress _progress;
    private readonly DatasetStatistics? _statistics;
    private readonly List<FileOutcome> _files = [];
    private readonly List<UnreadFile> _unread = [];
    private long _printed;

    private ValidateRun(ValidateRequest request, FileTargets targets, IReport report, Interruption interruption, RunProgress progress)
    {
        _request = request;
        _targets = targets;
        _report = report;
        _interruption = interruption;
        _progress = progress;
        _statistics = Array.Exists(request.Reports, asked => asked.Kind.TellsStatistics) ? new DatasetStatistics() : null;
    }

    private long Limit => _request.MaxErrors ?? long.MaxValue;

    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(ValidateRequest request)
    {
        if (request is { Range: { } range, Summary: { } summary })
        {
            return RangeRun.Run(request, range, summary);
        }

        var inputs = InputFiles.Find(request.Files);
        request = request with { Files = inputs.Paths };
        Check(request);
        if (FileTargets.Open(request) is not { } targets)
        {
            return ExitCode.Usage;
        }

        foreach (ValidationTarget target in request.Quiet ? [] : targets.All)
        {
            LifeCycleRemark.Say(target.Name, target.LifeCycle);
        }

        using var interruption = new Interruption();
        using var source = new SourceBytes();
        using var output = ReportOutput.Open(request.Reports, source);
        bool streamsOutput = Array.Exists(request.Reports, report => report.Path is null && !report.Kind.IsWrittenBetweenFiles);
        using var progress = RunProgress.Of(request.Files, request.Quiet, streamsOutput);
        int exitCode = new ValidateRun(request, targets, output.Report, interruption, progress).Run(inputs.Unread);
        output.Complete(request.Quiet);
        return exitCode;
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (_printed < Limit)
        {
            _printed++;
            _report.Add(finding);
        }
    }

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion)
    {
        bool isCounted = _printed < Limit && _report.OnlyCounts(assertion);
        _printed += isCounted ? 1 : 0;
        return isCounted;
    }

    private static void Check(ValidateRequest request)
    {
        foreach (ReportRequest report in request.Reports)
        {
            // Lines beyond the limit would pass for valid ones.
            if (request.MaxErrors is not null && report.Kind.TellsEveryLine)
            {
                throw new UsageException($"--max-errors is not for --report {report.Kind.Name}, which tells the verdict of every line");
            }

            string? output = report.Path is null ? null : Path.GetFullPath(report.Path);
            foreach (string file in request.Files)
            {
                if (output is not null && file != InputFiles.StandardInput && Path.GetFullPath(file) == output)
                {
                    throw new UsageException($"--report {report.Kind.Name}={report.Path} is one of the files to read");
                }
            }
        }
    }

    private int Run(IReadOnlyList<UnreadFile> unread)
    {
        _report.Begin(_targets.Facts(_request));
        foreach (UnreadFile operand in unread)
        {
            CannotRead(operand.Path, operand.Reason);
        }

        foreach (string path in _request.Files)
        {
            if (_interruption.IsRequested || IsStopped())
            {
                break;
            }

            Read(path);
        }

        int exitCode = Verdict();
        long found = 0;
        foreach (FileOutcome file in _files)
        {
            found += file.Summary.Findings;
        }

        _report.End(new RunOutcome(_files, _unread, found - _printed, _interruption.IsRequested, exitCode)
        {
            TotalBytes = _interruption.IsRequested ? _progress.CountTotalBytes() : null,
            IsStopped = IsStopped(),
            Statistics = _statistics,
        });
        return exitCode;
    }

    private void Read(string path)
    {
        if (_targets.FaultOf(path) is { } unseen)
        {
            CannotRead(path, Reason(path, unseen));
            return;
        }

        ValidationTarget target = _targets.Of(path);
        RunFacts facts = target.Facts(_request);
        DatasetRun run = target.Start(target.Options with
        {
            MaxFindings = Limit - _printed,
            Progress = _progress.Counts,
            Examples = _statistics is null ? null : () => new TextTally(_statistics, target.Dataset?.Turns, target.Options.Lines.TokenCounter),
        });
        long started = Stopwatch.GetTimestamp();
        _report.BeginFile(facts);
        try
        {
            DatasetSummary summary = Read(run, path);
            End(path, facts, summary, started);
            Hint(path, target, summary);
        }
        catch (DatasetReadException fault)
        {
            CannotRead(Shown(path), fault.Message, $" beyond line {fault.Summary.Lines}");
            End(path, facts, fault.Summary, started);
        }
        catch (OperationCanceledException)
        {
            // Interrupted before anything was typed.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CannotRead(path, Reason(path, fault));
        }
    }

    private DatasetSummary Read(DatasetRun run, string path)
    {
        bool isArray = path != InputFiles.StandardInput && _request.Schema is null && JsonArrayStream.IsArray(path);
        if (isArray && !_request.Quiet)
        {
            CommandLine.Say($"{path} is one JSON array and not JSON Lines: its items are read as lines; services want a line each");
        }

        _progress.Show();
        try
        {
            return path == InputFiles.StandardInput ? run.Read(StandardInput.Open(_interruption.Token), this, Shown(path), _interruption.Token)
                : isArray ? ReadArray(run, path)
                : run.ReadFile(path, this, _interruption.Token);
        }
        finally
        {
            _progress.Hide();
        }
    }

    private void CannotRead(string path, string reason, string beyond = "")
    {
        CommandLine.Say($"cannot read {path}{beyond}: {reason}");
        _unread.Add(new UnreadFile(path, $"{reason}{beyond}"));
    }

    private void End(string path, RunFacts facts, DatasetSummary summary, long started)
    {
        var outcome = new FileOutcome(Shown(path), facts, summary, Stopwatch.GetElapsedTime(started));
        _files.Add(outcome);
        _report.EndFile(outcome);
    }

    // A bundled format's examples are objects: a file that begins with a bracket is one JSON array of them.
    private DatasetSummary ReadArray(DatasetRun run, string path)
    {
        using var items = new JsonArrayStream(File.OpenRead(path));
        using var places = new ArrayPlaces(path, items, this);
        return run.Read(items, places, path, _interruption.Token);
    }

    // Where most lines are wrong, the file may be right and the format not.
    private void Hint(string path, ValidationTarget target, DatasetSummary summary)
    {
        if (_request.Schema is null && RegularFile.LengthOf(path) > 0 && summary.FaultyLines * 2 > summary.Lines
            && FormatDetection.Of(path) is { IsFit: true } guess && guess.Format.Name != target.Name)
        {
            CommandLine.Say($"{path} looks like {guess.Format.Name}: try --format {guess.Format.Name}");
        }
    }

    private static string Reason(string path, Exception fault) => fault switch
    {
        _ when path.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(path) => "its name is not UTF-8, as names have to be; rename it",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => fault.Message,
    };

    // "-" would read like an option in a finding's place.
    private static string Shown(string path) => path == InputFiles.StandardInput ? "stdin" : path;

    private bool IsStopped() => _request.FailFast && Fails();

    private bool Fails()
    {
        bool fails = false;
        foreach (FileOutcome file in _files)
        {
            fails |= file.Summary.Errors > 0 || (_request.Strict && file.Summary.Warnings > 0);
        }

        return fails;
    }

    private int Verdict()
    {
        return _interruption.IsRequested ? ExitCode.Interrupted
            : _unread.Count > 0 ? ExitCode.Unreadable
            : Fails() ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
