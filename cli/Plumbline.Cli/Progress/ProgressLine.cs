using Plumbline.Cli.Commands;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Plumbline.Cli.Progress;

/// <summary>The line itself. The only code that knows Spectre.Console, which takes longer to load than a short run takes.</summary>
internal static class ProgressLine
{
    private const int RefreshMilliseconds = 100;

    /// <summary>Standard error as a console; coloured unless <c>NO_COLOR</c> (no-color.org) is set.</summary>
    public static IAnsiConsole OnStandardError() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(Chatter.Writer),

        // Whether anybody watches has been decided, by what variables say and not by whether they are there.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    /// <summary>Draws the line until it is told to stop, and clears it.</summary>
    /// <param name="console">Where.</param>
    /// <param name="progress">How far the run has come.</param>
    /// <param name="stop">Set when the line is to go.</param>
    public static void Draw(IAnsiConsole console, RunProgress progress, ManualResetEventSlim stop)
    {
        // The cursor is hidden meanwhile. A second Ctrl-C ends the process without coming back here.
        EventHandler showCursor = (_, _) => console.Cursor.Show();
        AppDomain.CurrentDomain.ProcessExit += showCursor;
        long? totalBytes = progress.CountTotalBytes();
        var words = new Words(progress, totalBytes);
        ProgressColumn[] columns = totalBytes is null ? [new ProgressBarColumn(), words] : [new ProgressBarColumn(), new PercentageColumn(), words];
        console.Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            ProgressTask task = context.AddTask("reading", maxValue: Math.Max(1, totalBytes ?? 1));
            task.IsIndeterminate = totalBytes is null;
            do
            {
                task.Value = totalBytes is null ? 0 : progress.Counts.Bytes;
            }
            while (!stop.Wait(RefreshMilliseconds));
        });
        AppDomain.CurrentDomain.ProcessExit -= showCursor;
    }

    private sealed class Words(RunProgress progress, long? totalBytes) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(ProgressText.Of(progress.Counts, totalBytes, progress.Elapsed));
    }
}
