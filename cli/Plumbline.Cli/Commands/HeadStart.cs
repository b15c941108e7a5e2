using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>Meets on another thread what every validation meets first, while this one still reads the command line and opens the schema: types to be loaded,
/// methods to be bound, the console. That is a sixth of the time of a run over a thousand lines.</summary>
internal static class HeadStart
{
    /// <summary>Begins, where the command is one that validates and a second processor is there to do it.</summary>
    public static void Begin(string[] args)
    {
        if (args is ["validate", ..] && Environment.ProcessorCount > 1)
        {
            new Thread(Run) { IsBackground = true, Name = "plumbline head start" }.UnsafeStart();
        }
    }

    private static void Run()
    {
        try
        {
            Rehearse();
        }
#pragma warning disable CA1031 // What fails here, the run itself will meet and tell.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    // In the order in which a run asks for them: the console, a dataset, its report.
    private static void Rehearse()
    {
        Chatter.Write("");
        using var text = new MemoryStream([.. "\"A string that is longer than the 64 bytes of a block, and not in ASCII only: é.\"\n[]\n"u8]);
        using var report = new TextReport(TextWriter.Null, Palette.None, new NoSource());
        var facts = new RunFacts(null, null, null, [], IsStrict: false);
        report.Begin(facts);
        DatasetSummary summary = new DatasetRun(new StringValidator()).Read(text, report);
        var outcome = new FileOutcome("", facts, summary, TimeSpan.FromMilliseconds(1));
        report.EndFile(outcome);
        report.End(new RunOutcome([outcome], [], 0, IsInterrupted: false, ExitCode.Findings));
    }

    private sealed class StringValidator() : JsonValidator("urn:plumbline:head-start")
    {
        private static readonly Assertion IsString = new(Rules.Type, "/type", "a string");

        protected override nint Value(Validation v, nint at) => v.Peek(at) == (byte)'"' ? v.String(at) : v.WrongType(at, IsString);
    }

    private sealed class NoSource : ISource
    {
        public SourceExcerpt? ExcerptOf(Finding finding) => SourceExcerpt.Cut("[]"u8, 0, 1);

        public (int Lines, int Column)? EndOf(Finding finding) => null;
    }
}
