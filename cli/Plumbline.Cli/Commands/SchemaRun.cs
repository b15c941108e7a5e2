using System.Runtime.CompilerServices;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;
using Plumbline.Compilation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline schema</c>.</summary>
internal static class SchemaRun
{
    /// <summary>Runs a job.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the job cannot be done.</exception>
    public static int Run(SchemaJob job)
    {
        if (job.Output is { } output && job.Files.Any(file => Path.GetFullPath(file) == Path.GetFullPath(output)))
        {
            throw new UsageException($"--output {output} is one of the files to read");
        }

        if (SchemaFiles.Read(job.Files) is not { } schemas)
        {
            return ExitCode.Unreadable;
        }

        CompiledSchema[] compiled = [.. schemas.Files.Select(schemas.Set.Compile)];
        SchemaFault[] faults = SchemaFault.Of(schemas.Files, compiled);
        int exitCode = faults.Any(fault => fault.Finding.Severity == Severity.Error || (job.IsStrict && fault.Finding.Severity == Severity.Warning))
            ? ExitCode.Findings
            : ExitCode.Clean;
        if (job.IsPlain)
        {
            return Export(job, schemas, faults, exitCode);
        }

        SchemaOutline[] outlines = job.Report == "concise" || !CompiledEngine.IsUntrimmed ? [] : Outlines(schemas.Files);
        SchemaOutcome[] outcomes =
        [
            .. schemas.Files.Select((file, i) => new SchemaOutcome(
                file,
                [.. faults.Where(fault => fault.Finding.Path == file.Path)],
                compiled[i].Program,
                file.Text.IsWellFormed ? KeywordUse.DialectOf(schemas.Set, file) : null,
                file.Text.IsWellFormed ? KeywordUse.Of(schemas.Set, file) : [],
                outlines.FirstOrDefault(outline => outline.Schema == file.Name))),
        ];
        using ReportFile report = ReportFile.Open(job.Output);
        Palette palette = job.Output is null ? Palette.ForStandardOutput() : Palette.None;
        switch (job.Report)
        {
            case "json":
                SchemaJson.Write(report.Stream, outcomes, exitCode);
                break;
            case "concise":
                new SchemaText(report.Writer, palette).WriteConcise(outcomes);
                break;
            default:
                new SchemaText(report.Writer, palette).Write(outcomes);
                break;
        }

        report.Complete();
        return exitCode;
    }

    // A method of its own: the runtime looks for an assembly when it first meets a method that names one of its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SchemaOutline[] Outlines(IReadOnlyList<SchemaFile> files) => [.. GeneratedSchemas.Of(files).Outlines];

    private static int Export(SchemaJob job, SchemaFiles schemas, SchemaFault[] faults, int exitCode)
    {
        foreach (SchemaFault fault in faults)
        {
            Chatter.WriteLine(ConciseReport.Line(fault.Finding, Palette.None));
        }

        if (exitCode != ExitCode.Clean)
        {
            return exitCode;
        }

        byte[] plain = PlainSchema.Of(schemas.Set, schemas.Files[0]);
        ThrowIfBroken(schemas.Files[0], plain);
        using ReportFile file = ReportFile.Open(job.Output);
        file.Stream.Write(plain);
        file.Complete();
        return ExitCode.Clean;
    }

    // A reference may lead to a schema inside an x- keyword, which the plain text has no more.
    private static void ThrowIfBroken(SchemaFile source, byte[] text)
    {
        SchemaFile plain = SchemaFile.Parse(source.Path, source.Name, text);
        SchemaFault? broken = SchemaFault.Of([plain], [SchemaSet.Of([plain]).Compile(plain)]).FirstOrDefault(fault => fault.Finding.Severity == Severity.Error);
        if (broken is not null)
        {
            throw new UsageException($"{source.Path} cannot do without its x- keywords: {broken.Finding.Message}");
        }
    }
}
