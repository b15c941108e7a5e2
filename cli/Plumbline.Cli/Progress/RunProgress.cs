using System.Diagnostics;
using System.Runtime.CompilerServices;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Progress;

/// <summary>Shows how far a run has come: one line on standard error while files are read, gone whenever anything else is written.</summary>
/// <remarks>The line is drawn by a thread of its own, half a second after the start at the earliest. A run that is over by then has not loaded what draws
/// it.</remarks>
internal sealed class RunProgress : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);

    private readonly bool _isShown;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ManualResetEventSlim _pause = new();
    private readonly Func<long?> _totalBytes;
    private Thread? _drawing;

    private RunProgress(Func<long?> totalBytes, bool isShown)
    {
        _isShown = isShown;
        _totalBytes = totalBytes;
    }

    /// <summary>What runs report to.</summary>
    public DatasetProgress Counts { get; } = new();

    /// <summary>Asks the files how many bytes there are to read; null where that cannot be known.</summary>
    public long? CountTotalBytes() => _totalBytes();

    /// <summary>Since when it has been reading.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>The progress of a run over files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isQuiet">Whether the user wants no chatter.</param>
    /// <param name="streamsOutput">Whether results are written to standard output while files are read.</param>
    public static RunProgress Of(IReadOnlyList<string> files, bool isQuiet, bool streamsOutput) =>
        new(() => InputLength.Of(files), !isQuiet && IsWatched() && (!streamsOutput || Console.IsOutputRedirected));

    /// <summary>The progress of a run over a part of a file, which writes nothing to standard output.</summary>
    /// <param name="bytes">The bytes of the part.</param>
    /// <param name="isQuiet">Whether the user wants no chatter.</param>
    public static RunProgress Of(long bytes, bool isQuiet) => new(() => bytes, !isQuiet && IsWatched());

    /// <summary>Shows the line from now on.</summary>
    public void Show()
    {
        if (_isShown)
        {
            _pause.Reset();
            _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
            _drawing.Start();
        }
    }

    /// <summary>Takes the line away; returns when it is gone.</summary>
    public void Hide()
    {
        _pause.Set();
        _drawing?.Join();
        _drawing = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Hide();
        _pause.Dispose();
    }

    // A person looks at standard error: it is a terminal that can move its cursor, and no build server's.
    private static bool IsWatched() =>
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb") && !IsSet("CI") && !IsSet("TF_BUILD");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private void Draw()
    {
        TimeSpan wait = Delay - Elapsed;
        if (_pause.Wait(wait > TimeSpan.Zero ? wait : TimeSpan.Zero))
        {
            return;
        }

        try
        {
            DrawLate();
        }
#pragma warning disable CA1031 // Whatever keeps the line from being drawn (a terminal that went away, say) is no reason to end a run.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (CommandLine.IsTracing)
            {
                CommandLine.Say($"no progress: {fault}");
            }
        }
    }

    // A method of its own: the runtime looks for an assembly when it first meets a method that names one of its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawLate() => ProgressLine.Draw(ProgressLine.OnStandardError(), this, _pause);
}
