using Plumbline.Cli.Fixing;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline fix</c>: one line after the other, in memory that does not grow with the file.</summary>
internal static class FixRun
{
    private const int LongestLine = 64 << 20;
    private const int BufferBytes = 64 * 1024;

    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(FixRequest request)
    {
        Check(request);
        var mender = new LineMender(request.Switches);
        using var interruption = new Interruption();
        int exitCode = Mend(request, mender, interruption);
        if (exitCode == ExitCode.Clean && request is { Format: { } format, Output: { } output })
        {
            return ValidateRun.Run(new ValidateRequest { Files = [output], Format = format, Reports = ReportRequest.Read([]) });
        }

        return exitCode;
    }

    private static void Check(FixRequest request)
    {
        if (request.Switches.IsEmpty)
        {
            throw new UsageException("say what to change: --all-safe, or --bom, --crlf, --empty-lines, --trim-lines, --trim-texts, "
                + "--join-lines space|newline, --speaker role|author");
        }

        if (request.Output is { } output)
        {
            OutputPath.ThrowIfRead(output, request.File);
        }

        if (request.Format is { } format && BundledFormats.Find(format) is null)
        {
            string? meant = NearestName.Find(format, [.. BundledFormats.All.Select(known => known.Name)]);
            throw new UsageException($"unknown format \"{format}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}; plumbline formats lists them");
        }

        if (request.File != InputFiles.StandardInput && IsCompressed(request.File))
        {
            throw new UsageException($"{request.File} is compressed by gzip: gzip -dc {request.File} | plumbline fix - …");
        }
    }

    private static int Mend(FixRequest request, LineMender mender, Interruption interruption)
    {
        using ReportFile results = ReportFile.Open(null);
        using ReportFile? output = request.Output is null ? null : ReportFile.Open(request.Output);
        using var told = new BufferedStream(results.Stream, BufferBytes);
        using Stream lines = output is null ? Stream.Null : new BufferedStream(output.Stream, BufferBytes);
        using UnifiedDiff? diff = request.HasDiff ? new UnifiedDiff(told, Palette.ForStandardOutput(), !Console.IsOutputRedirected, request.File) : null;
        try
        {
            using Stream input = request.File == InputFiles.StandardInput ? StandardInput.Open(interruption.Token) : File.OpenRead(request.File);
            Mend(new ExampleLines(new WholeLines(input, LongestLine), request.Switches.BreakInText), mender, lines, diff, interruption);
        }
        catch (OperationCanceledException)
        {
            // Nobody typed on: told below.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CommandLine.Say($"cannot read {request.File}: {RequestBody.Reason(request.File, fault)}");
            return ExitCode.Unreadable;
        }

        diff?.Complete();
        told.Flush();
        lines.Flush();
        if (interruption.IsRequested)
        {
            CommandLine.Say($"interrupted after {SeverityWords.Of(mender.Counts.Lines, "line")}: nothing was written");
            return ExitCode.Interrupted;
        }

        output?.Complete();

        // A diff has standard output to itself.
        if (diff is not null || request.Format is not null)
        {
            Chatter.Write(FixText.Of(mender.Counts));
        }
        else
        {
            results.Writer.Write(FixText.Of(mender.Counts));
        }

        results.Complete();
        CommandLine.Say(request.Output is null ? "nothing was written: --output NEW writes it" : $"written to {request.Output}");
        return ExitCode.Clean;
    }

    private static void Mend(ExampleLines source, LineMender mender, Stream lines, UnifiedDiff? diff, Interruption interruption)
    {
        bool isInside = false;
        while (!interruption.IsRequested && source.Read(out ReadOnlySpan<byte> line, out bool endsLine))
        {
            if (isInside || !endsLine)
            {
                lines.Write(line);
                if (!isInside)
                {
                    mender.PassOver();
                    diff?.PassOver();
                }

                isInside = !endsLine;
                continue;
            }

            IReadOnlyList<byte[]> parts = source.JoinedFrom;
            if (parts.Count == 0)
            {
                ReadOnlySpan<byte> mended = mender.Mend(line);
                lines.Write(mended);
                diff?.Add(line, mended);
                continue;
            }

            ReadOnlySpan<byte> joined = mender.MendJoined(line, parts.Count, source.HasWrappedText);
            lines.Write(joined);
            for (int i = 0; i < parts.Count; i++)
            {
                diff?.Add(parts[i], i < parts.Count - 1 ? [] : joined);
            }
        }
    }

    private static bool IsCompressed(string path)
    {
        if (RegularFile.LengthOf(path) < 2)
        {
            return false;
        }

        using FileStream file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }
}
