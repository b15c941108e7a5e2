namespace Plumbline.Cli.Commands;

/// <summary>
/// Meets on another thread what every validation meets first, while this one still reads the command line and opens the schema: types to be loaded, methods
/// to be bound, and the string scan, which is compiled for this machine. That is a third of the time of a run over a thousand lines.
/// </summary>
internal static class HeadStart
{
    /// <summary>Begins, where the command is one that validates and a second processor is there to do it.</summary>
    public static void Begin(string[] args)
    {
        if (args is ["validate", ..] && Environment.ProcessorCount > 1)
        {
            new Thread(Run) { IsBackground = true, Name = "plumbline head start" }.Start();
        }
    }

    // A dataset of one line, judged as any other, of which nobody hears; then the console, which every report needs.
    private static void Run()
    {
        using var line = new MemoryStream([.. "\"A string that is longer than the 64 bytes of a block, and not in ASCII only: é.\"\n"u8]);
        new DatasetRun(new StringValidator()).Read(line, new NoFindings());
        _ = Console.Out;
    }

    private sealed class StringValidator() : JsonValidator("urn:plumbline:head-start")
    {
        protected override nint Value(Validation v, nint at) => v.String(at);
    }

    private sealed class NoFindings : IFindingSink
    {
        public void Add(Finding finding)
        {
        }
    }
}
