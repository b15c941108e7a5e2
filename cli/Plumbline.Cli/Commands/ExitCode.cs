namespace Plumbline.Cli.Commands;

/// <summary>What a run tells the shell. Where several apply, the highest wins.</summary>
internal static class ExitCode
{
    /// <summary>No errors; with <c>--strict</c> no warnings either.</summary>
    public const int Clean = 0;

    /// <summary>Findings that fail the run.</summary>
    public const int Findings = 1;

    /// <summary>The command line or a schema is wrong, or the report's file cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>An input cannot be read.</summary>
    public const int Unreadable = 3;

    /// <summary>A fault of the tool itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Internal = 70;

    /// <summary>Ended by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGHUP, as shells tell it.</summary>
    public const int HungUp = 129;

    /// <summary>Ended by SIGTERM, as shells tell it.</summary>
    public const int Terminated = 143;
}
