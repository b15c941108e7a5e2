using System.Runtime.InteropServices;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Progress;

/// <summary>What happens where the process is told to end (SIGTERM, SIGHUP): nothing, unless somebody listens. Then what hangs on
/// <see cref="AppDomain.ProcessExit"/> is done, as it is after a second Ctrl-C.</summary>
internal static class Termination
{
    private static readonly Lock Gate = new();
    private static PosixSignalRegistration[]? _registrations;

    /// <summary>Listens from now on.</summary>
    public static void Listen()
    {
        lock (Gate)
        {
            _registrations ??= [On(PosixSignal.SIGTERM, ExitCode.Terminated), On(PosixSignal.SIGHUP, ExitCode.HungUp)];
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, _ => Environment.Exit(exitCode));
}
