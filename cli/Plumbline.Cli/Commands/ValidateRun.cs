using System.Diagnostics;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline validate</c>: reads each file through the dataset code, tells a report, and comes to an exit code.</summary>
internal sealed class ValidateRun : IFindingSink
{
    private const string StandardInput = "-";

    private readonly ValidateRequest _request;
    private readonly ValidationTarget _target;
    private readonly IReport _report;
    private readonly Interruption _interruption;
    private readonly RunProgress _progress;
    private readonly List<FileOutcome> _files = [];
    private readonly List<UnreadFile> _unread = [];
    private long _printed;

    private ValidateRun(ValidateRequest request, ValidationTarget target, IReport report, Interruption interruption, RunProgress progress)
    {
        _request = request;
        _target = target;
        _report = report;
        _interruption = interruption;
        _progress = progress;
    }

    private long Limit => _request.MaxErrors ?? long.MaxValue;

    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(ValidateRequest request)
    {
        Check(request);
        if (ValidationTarget.Open(request) is not { } target)
        {
            return ExitCode.Usage;
        }

        if (!request.Quiet && target.LifeCycle is { Status: LifeCycleStatus.Retired or LifeCycleStatus.Deprecated } lifeCycle)
        {
            string note = lifeCycle.Note is null ? "" : $": {lifeCycle.Note}";
            string successor = lifeCycle.Successor is null ? "" : $"; see {lifeCycle.Successor}";
            CommandLine.Say($"{target.Name} is {lifeCycle.Words}{note}{successor}");
        }

        using var interruption = new Interruption();
        using var output = ReportOutput.Open(request.Reports);
        using var progress = RunProgress.Of(request.Files, request.Quiet, request.Reports.Any(report => report.Path is null && !report.Kind.IsWrittenBetweenFiles));
        int exitCode = new ValidateRun(request, target, output.Report, interruption, progress).Run();
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
        bool readsInput = false;
        foreach (string file in request.Files)
        {
            if (file == StandardInput && readsInput)
            {
                throw new UsageException("standard input (-) can be read only once");
            }

            readsInput |= file == StandardInput;
            foreach (ReportRequest report in request.Reports)
            {
                if (report.Path is { } output && Path.GetFullPath(file) == Path.GetFullPath(output))
                {
                    throw new UsageException($"--report {report.Kind.Name}={output} is one of the files to read");
                }
            }
        }

        foreach (ReportRequest report in request.Reports)
        {
            // Lines beyond the limit would pass for valid ones.
            if (request.MaxErrors is not null && report.Kind.TellsEveryLine)
            {
                throw new UsageException($"--max-errors is not for --report {report.Kind.Name}, which tells the verdict of every line");
            }
        }
    }

    private int Run()
    {
        _report.Begin(new RunFacts(_request.Format is null ? null : _target.Name, _target.SchemaId, _target.Tokens, _target.Dataset?.Totals ?? [], _request.Strict));
        foreach (string path in _request.Files)
        {
            if (_interruption.IsRequested)
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

        _report.End(new RunOutcome(_files, _unread, found - _printed, _interruption.IsRequested, exitCode) { TotalBytes = _progress.TotalBytes });
        return exitCode;
    }

    private void Read(string path)
    {
        DatasetRun run = _target.Start(_target.Options with { MaxFindings = Limit - _printed, Progress = _progress.Counts });
        long started = Stopwatch.GetTimestamp();
        try
        {
            DatasetSummary summary = Read(run, path);
            End(path, summary, started);
            Hint(path, summary);
        }
        catch (DatasetReadException fault)
        {
            CommandLine.Say($"cannot read {Shown(path)} beyond line {fault.Summary.Lines}: {fault.Message}");
            _unread.Add(new UnreadFile(Shown(path), $"beyond line {fault.Summary.Lines}: {fault.Message}"));
            End(path, fault.Summary, started);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string reason = Reason(path, fault);
            CommandLine.Say($"cannot read {path}: {reason}");
            _unread.Add(new UnreadFile(path, reason));
        }
    }

    private DatasetSummary Read(DatasetRun run, string path)
    {
        bool isArray = path != StandardInput && _request.Schema is null && JsonArrayStream.IsArray(path);
        if (isArray && !_request.Quiet)
        {
            CommandLine.Say($"{path} is one JSON array and not JSON Lines: its items are read as lines; services want a line each");
        }

        _progress.Show();
        try
        {
            return path == StandardInput ? run.Read(Console.OpenStandardInput(), this, Shown(path), _interruption.Token)
                : isArray ? ReadArray(run, path)
                : run.ReadFile(path, this, _interruption.Token);
        }
        finally
        {
            _progress.Hide();
        }
    }

    private void End(string path, DatasetSummary summary, long started)
    {
        var outcome = new FileOutcome(Shown(path), summary, Stopwatch.GetElapsedTime(started));
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
    private void Hint(string path, DatasetSummary summary)
    {
        if (_request.Schema is null && RegularFile.LengthOf(path) > 0 && summary.FaultyLines * 2 > summary.Lines
            && FormatDetection.Of(path) is { IsFit: true } guess && guess.Format.Name != _target.Name)
        {
            CommandLine.Say($"{path} looks like {guess.Format.Name}: try --format {guess.Format.Name}");
        }
    }

    private static string Reason(string path, Exception fault) => fault switch
    {
        _ when Directory.Exists(path) => "it is a folder",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => fault.Message,
    };

    // "-" would read like an option in a finding's place.
    private static string Shown(string path) => path == StandardInput ? "stdin" : path;

    private int Verdict()
    {
        bool fails = false;
        foreach (FileOutcome file in _files)
        {
            fails |= file.Summary.Errors > 0 || (_request.Strict && file.Summary.Warnings > 0);
        }

        return _interruption.IsRequested ? ExitCode.Interrupted
            : _unread.Count > 0 ? ExitCode.Unreadable
            : fails ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
