using System.Text;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Progress;

namespace Plumbline.Cli.Reports;

/// <summary>Where a report goes: standard output, or a file that appears whole or not at all.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;

    private ReportFile(string? path, string? temporary, Stream stream, string name)
    {
        _path = path;
        _temporary = temporary;
        Stream = new ReportStream(stream, name);
        if (temporary is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += RemoveTemporary;
            Termination.Listen();
        }

        Writer = new StreamWriter(Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32 * 1024, leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>For reports that write bytes.</summary>
    public Stream Stream { get; }

    /// <summary>For reports that write text: UTF-8, lines end with a line feed.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Opens the place of a report; <paramref name="path"/> null is standard output.</summary>
    /// <exception cref="UsageException">The file's folder cannot be written to.</exception>
    public static ReportFile Open(string? path)
    {
        if (path is null)
        {
            return new ReportFile(null, null, Console.OpenStandardOutput(), "standard output");
        }

        try
        {
            // A device has no name to take over.
            if (path.StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new ReportFile(null, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), path);
            }

            // Beside the file itself, not beside a link to it: the last step is a rename, never a copy, and links stay.
            string target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
            string temporary = $"{target}.{Environment.ProcessId}.tmp";

            // Reports write in large pieces: a buffer here would be one more that can fail as it is closed.
            return new ReportFile(target, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CannotWrite(path, fault);
        }
    }

    /// <summary>Ends the report: flushes, and gives a file its name.</summary>
    /// <exception cref="UsageException">The file cannot be written; nothing of it is left.</exception>
    public void Complete()
    {
        Writer.Flush();
        if (_path is null)
        {
            return;
        }

        try
        {
            Stream.Dispose();
            File.Move(_temporary!, _path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_path, fault);
        }
    }

    /// <summary>Closes the file and removes what is left of one that was not completed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (_temporary is not null)
        {
            AppDomain.CurrentDomain.ProcessExit -= RemoveTemporary;
            RemoveTemporary(this, EventArgs.Empty);
        }
    }

    // Also where the process is told to end (SIGTERM, a second Ctrl-C) and nothing is disposed of.
    private void RemoveTemporary(object? sender, EventArgs end)
    {
        if (File.Exists(_temporary))
        {
            File.Delete(_temporary);
        }
    }

    // The system's words would name the temporary file, of which nobody knows.
    private static UsageException CannotWrite(string path, Exception fault) => new($"cannot write {path}: " + fault switch
    {
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "access denied",
        _ => fault.Message,
    });
}
