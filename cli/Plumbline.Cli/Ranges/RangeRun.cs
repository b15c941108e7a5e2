using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Ranges;

/// <summary>A run of <c>plumbline validate --range</c>: judges the lines that start in a range of a file, and writes what <c>plumbline merge</c>
/// needs.</summary>
internal static class RangeRun
{
    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(ValidateRequest request, ByteRange range, string output)
    {
        string path = Check(request, output);
        FileIdentity identity;
        try
        {
            identity = FileIdentity.Of(path);
            if (request.Schema is null && identity.Length > 0 && JsonArrayStream.IsArray(path))
            {
                throw new UsageException($"--range is not for a JSON array: {path} has no lines; services want a line an example");
            }
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            CommandLine.Say($"cannot read {path}: {RequestBody.Reason(path, unseen)}");
            return ExitCode.Unreadable;
        }

        long end = Math.Min(range.End ?? identity.Length, identity.Length);
        if (range.Start > identity.Length)
        {
            throw new UsageException($"--range begins at byte {range.Start}, beyond the end of {path}: it has {identity.Length} bytes");
        }

        if (FileTargets.Open(request) is not { } targets)
        {
            return ExitCode.Usage;
        }

        if (targets.FaultOf(path) is { } fault)
        {
            CommandLine.Say($"cannot read {path}: {fault.Message}");
            return ExitCode.Unreadable;
        }

        ValidationTarget target = targets.Of(path);
        if (!request.Quiet)
        {
            LifeCycleRemark.Say(target.Name, target.LifeCycle);
        }

        var header = new RangeHeader(CommandLine.Version, path, identity, range.Start, end, target.SchemaId, OptionsOf(request, target));
        return Judge(request, target, header, output);
    }

    private static string Check(ValidateRequest request, string output)
    {
        if (request.Files is not [var path])
        {
            throw new UsageException("--range is for one file: its bytes are counted");
        }

        if (request.FailFast)
        {
            throw new UsageException("--fail-fast is not for --range: whether the file fails is known when its ranges are merged");
        }

        if (path == InputFiles.StandardInput)
        {
            throw new UsageException("--range is not for standard input, which can be read from its beginning only");
        }

        return Path.GetFullPath(path) == Path.GetFullPath(output) ? throw new UsageException($"--summary {output} is the file to read") : path;
    }

    private static int Judge(ValidateRequest request, ValidationTarget target, RangeHeader header, string output)
    {
        using var interruption = new Interruption();
        using ReportFile file = ReportFile.Open(output);
        using var writer = new RangeWriter(file.Stream, header.File);
        using var progress = RunProgress.Of(header.End - header.Start, request.Quiet);
        DatasetStatistics? statistics = request.Reports.Any(report => report.Kind.TellsStatistics) ? new DatasetStatistics() : null;
        long started = Stopwatch.GetTimestamp();
        DatasetPart part;
        try
        {
            writer.Begin(header);
            DatasetRun run = target.Start(target.Options with
            {
                MaxFindings = request.MaxErrors ?? long.MaxValue,
                Progress = progress.Counts,
                Examples = statistics is null ? null : () => new TextTally(statistics, target.Dataset?.Turns, target.Options.Lines.TokenCounter),
            });
            progress.Show();
            part = run.ReadRange(header.File, header.Start, header.End, writer, interruption.Token);
            progress.Hide();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CommandLine.Say($"cannot read {header.File}: {fault.Message}");
            return ExitCode.Unreadable;
        }
        catch (NotSupportedException fault)
        {
            throw new UsageException($"--range is not for {header.File}: {fault.Message}");
        }

        DatasetSummary summary = part.Summary;
        if (!summary.IsComplete)
        {
            CommandLine.Say($"interrupted after {SeverityWords.Of(summary.Lines, "line")}: no summary was written");
            return ExitCode.Interrupted;
        }

        writer.End(part, statistics, Stopwatch.GetElapsedTime(started));
        file.Complete();
        if (!request.Quiet)
        {
            CommandLine.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{header.File} {header.Start}:{header.End} of {header.Identity.Length}: {SeverityWords.Of(summary.Lines, "line")}, " +
                $"{SeverityWords.Of(summary.Findings, "finding")}; summary written to {output}"));
        }

        return summary.Errors > 0 || (request.Strict && summary.Warnings > 0) ? ExitCode.Findings : ExitCode.Clean;
    }

    // Whatever makes a finding appear or read differently. What only this machine is concerned with (threads) is not among it.
    private static Dictionary<string, string> OptionsOf(ValidateRequest request, ValidationTarget target)
    {
        (string Name, string? Value)[] options =
        [
            ("format", request.Schema is null ? target.Name : null),
            (RangeHeader.SchemaText, request.Schema is { } schema ? File.ReadAllText(schema) : null),
            ("evaluation", Flag(request.Evaluation)),
            ("training", Number(target.Options.TrainingExamples)),
            ("model", request.Model),
            ("default-context", request.DefaultContext),
            ("tokenizer", target.Options.Lines.TokenCounter?.Name),
            ("tokenizer-file", request.Tokenizer is { } tokenizer && File.Exists(tokenizer) ? Hash(tokenizer) : null),
            ("tokens", Flag(request.Tokens)),
            ("assert-formats", Flag(request.AssertFormats)),
            ("strict", Flag(request.Strict)),
            (RangeHeader.IgnoredRules, request.IgnoredRules is { } rules
                ? string.Join(',', rules.Select(rule => rule.Id).Order(StringComparer.Ordinal))
                : null),
            ("max-errors", Number(request.MaxErrors)),
            ("max-line-bytes", Number(request.MaxLineBytes)),
            ("report", request.Reports.FirstOrDefault(report => report.Kind.TellsMore)?.Kind.Name),
        ];
        return options.Where(option => option.Value is not null).ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal);
    }

    private static string? Flag(bool isSet) => isSet ? "true" : null;

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
