using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>The reports that were asked for, and where they go.</summary>
internal sealed class ReportOutput : IDisposable
{
    private readonly IReadOnlyList<ReportRequest> _requests;
    private readonly ReportFile[] _files;

    private ReportOutput(IReadOnlyList<ReportRequest> requests, ReportFile[] files, IReport report)
    {
        _requests = requests;
        _files = files;
        Report = report;
    }

    /// <summary>All of them, as one.</summary>
    public IReport Report { get; }

    /// <summary>Opens their files.</summary>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public static ReportOutput Open(IReadOnlyList<ReportRequest> requests, ISource source)
    {
        var files = new ReportFile[requests.Count];
        var reports = new IReport[requests.Count];
        try
        {
            for (int i = 0; i < files.Length; i++)
            {
                files[i] = ReportFile.Open(requests[i].Path);
                reports[i] = requests[i].Kind.Create(files[i], requests[i].Path is null ? Palette.ForStandardOutput() : Palette.None, source);
            }
        }
        catch (UsageException)
        {
            foreach (ReportFile? file in files)
            {
                file?.Dispose();
            }

            throw;
        }

        return new ReportOutput(requests, files, reports.Length == 1 ? reports[0] : new SeveralReports(reports));
    }

    /// <summary>Ends the reports: gives each file its name, and says so.</summary>
    /// <param name="isQuiet">Whether nothing is to be said.</param>
    /// <exception cref="UsageException">One cannot be written; nothing is left of it and of those after it.</exception>
    public void Complete(bool isQuiet)
    {
        for (int i = 0; i < _files.Length; i++)
        {
            _files[i].Complete();
            if (!isQuiet && _requests[i].Path is { } path)
            {
                CommandLine.Say($"{_requests[i].Kind.Name} report written to {path}");
            }
        }
    }

    /// <summary>Closes the files and removes what is left of those that were not completed.</summary>
    public void Dispose()
    {
        Report.Dispose();
        foreach (ReportFile file in _files)
        {
            file.Dispose();
        }
    }
}
