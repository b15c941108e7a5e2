using System.CommandLine;
using Plumbline.Cli.Ranges;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline merge</c>: its options.</summary>
internal static class MergeCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline validate train.jsonl --format openai/chat --range 0:5000000000 --summary first.range
          plumbline validate train.jsonl --format openai/chat --range 5000000000: --summary second.range
          plumbline merge first.range second.range
          plumbline merge *.range --report json=report.json --report text

        Exit codes: those of the one run: 0 clean, 1 findings; 2 usage error (a range is missing, say), 3 unreadable summary, 70 internal fault.
        """;

    public static Command Create()
    {
        var files = new FilesArgument("FILE")
        {
            Description = "Summaries of ranges that cover one file without gaps, in any order.",
        };
        var report = new Option<string[]>("--report", "-r") { Description = "How to tell what was found, as validate does.", HelpName = "KIND[=FILE]" };
        var command = new Command("merge", "Makes of the summaries of a file's ranges (validate --range) the report of one run over the whole file.")
        { files, report };
        command.SetAction(parsed => MergeRun.Run(parsed.GetValue(files) ?? [], ReportRequest.Read(parsed.GetValue(report) ?? [])));
        return command;
    }
}
