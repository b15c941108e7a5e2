using Plumbline.Bodies;
using Plumbline.Bodies.Repairs;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline request</c>: judges one body, repairs it where that is asked for, and tells what is wrong.</summary>
internal static class RequestRun
{
    /// <summary>Runs a job.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the job cannot be done.</exception>
    public static int Run(RequestJob job)
    {
        if (job.Output is { } output && OutputPath.IsSame(output, job.File))
        {
            throw new UsageException($"--output {output} is the file to read: a body is never repaired in place");
        }

        job.Report.ThrowIfRead([job.File]);
        if (job is { Output: { } repaired, Report.Path: { } told } && OutputPath.IsSame(repaired, told))
        {
            throw new UsageException($"--output and --report cannot share the file {told}");
        }

        RequestBody body;
        try
        {
            body = RequestBody.Open(job.File, job.Kind, job.Url);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CommandLine.Say($"cannot read {job.File}: {RequestBody.Reason(job.File, fault)}");
            return ExitCode.Unreadable;
        }

        LifeCycleRemark.Say(body.Schema.Name, body.Schema.Program.LifeCycle);
        BodyOutcome outcome = job.Output is null ? Judge(body) : Repair(body, job.Output);
        int exitCode = outcome.Has(Severity.Error) || (job.IsStrict && outcome.Has(Severity.Warning)) ? ExitCode.Findings : ExitCode.Clean;
        using ReportFile report = ReportFile.Open(job.Report.Path);
        Palette palette = job.Report.Path is null ? Palette.ForStandardOutput() : Palette.None;
        switch (job.Report.Kind)
        {
            case "json":
                BodyJson.Write(report.Stream, outcome, exitCode);
                break;
            case "concise":
                new BodyText(report.Writer, palette).WriteConcise(outcome);
                break;
            default:
                new BodyText(report.Writer, palette).Write(outcome);
                break;
        }

        report.Complete();
        job.Report.SayWritten();
        return exitCode;
    }

    /// <summary>Judges a body and its URL, and repairs nothing.</summary>
    public static BodyOutcome Judge(RequestBody body)
    {
        return new BodyOutcome(body, [.. Faults(body, BodyJudge.Judge(body.Text, body.Schema)), .. OfUrl(body)], [], null);
    }

    private static BodyOutcome Repair(RequestBody body, string output)
    {
        RepairedBody repaired = BodyRepairs.All(body.Text, body.Schema, static (_, repair) => repair.IsSafe);
        using (ReportFile file = ReportFile.Open(output))
        {
            file.Stream.Write(repaired.Text.Utf8);
            file.Complete();
        }

        RequestBody after = body with { Path = output, Text = repaired.Text };
        return new BodyOutcome(after, [.. Faults(after, repaired.Left), .. OfUrl(after)], repaired.Applied, body.Path);
    }

    private static IEnumerable<BodyFault> Faults(RequestBody body, IEnumerable<BodyFinding> findings)
    {
        byte[] text = body.Text.Utf8.ToArray();
        return findings.Concat(body.Url is { } url ? UrlJudge.JudgeBody(url, body.Text) : [])
            .Select(finding => new BodyFault(finding.Finding with { Path = body.Path }, text, BodyRepairs.For(body.Text, body.Schema, finding)));
    }

    // The URL is a text of its own, of one line.
    private static IEnumerable<BodyFault> OfUrl(RequestBody body) => body.Url is not { } url ? [] :
        UrlJudge.Judge(url, body.Text).Select(finding => new BodyFault(
            new Finding(finding.Rule, finding.Rule.Severity, finding.Message)
            {
                Path = "--url",
                Line = 1,
                Column = finding.Part.Start + 1,
                ByteOffset = System.Text.Encoding.UTF8.GetByteCount(url.Text.AsSpan(0, finding.Part.Start)),
                ByteLength = System.Text.Encoding.UTF8.GetByteCount(finding.Part.Text),
            },
            System.Text.Encoding.UTF8.GetBytes(url.Text),
            []));
}
