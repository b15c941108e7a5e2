using Plumbline.Cli.Arguments;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline request</c>: its options and what may be combined.</summary>
internal static class RequestCommand
{
    private static readonly Option Kind = new("--kind", "NAME", "The request that the body is: vertex/tune-chat. A URL, or the body's own model, may say it too.")
    {
        Short = "-k",
    };

    private static readonly Option Url = new("--url", "URL", "The URL that the body is sent to: its regions and project are checked as well.");
    private static readonly Option Fix = new("--fix", null, "Apply the repairs that leave no choice; needs --output.");
    private static readonly Option Output = new("--output", "FILE", "Where --fix writes the repaired body, whole or not at all; never the file that was read.")
    {
        Short = "-o",
    };

    private static readonly Option Strict = new("--strict", null, "Warnings fail the run as well.");
    private static readonly Option Report = new("--report", "KIND", "text (unless said): with excerpts and repairs; concise: one line each; json: everything.")
    {
        Short = "-r",
        Values = ["text", "concise", "json"],
    };

    /// <summary>What the command understands.</summary>
    public static CommandSyntax Syntax { get; } = new(
        "request",
        "Checks the body of a request (a tuning job, a prediction): all its faults at once, and how to repair them.",
        Kind,
        Url,
        Fix,
        Output,
        Strict,
        Report)
    {
        OperandName = "FILE",
        OperandDescription = "The body, a JSON file; - is standard input.",
        Examples = """
        Examples:
          plumbline request job.json --kind vertex/tune-chat
          plumbline request job.json --url https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs
          plumbline request job.json --kind vertex/tune-code --fix --output mended.json
          cat job.json | plumbline request - --kind vertex/distill --report concise

        Exit codes: 0 clean, 1 findings, 2 usage error, 3 unreadable input, 70 internal fault. With --fix: by what is left.
        """,
    };

    /// <summary>Runs the command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(ParsedArguments parsed)
    {
        if (parsed.Operands.Count != 1)
        {
            parsed.Refuse("a request has one body: name one FILE");
        }

        if (parsed.Has(Fix) != parsed.Has(Output))
        {
            parsed.Refuse("--fix and --output FILE go together: the file that was read is never written to");
        }

        if (parsed.Errors.Count > 0)
        {
            return CommandLine.Refuse(parsed.Errors, Syntax.Name);
        }

        return RequestRun.Run(new RequestJob
        {
            File = parsed.Operands[0],
            Kind = parsed[Kind],
            Url = parsed[Url],
            Output = parsed[Output],
            IsStrict = parsed.Has(Strict),
            Report = parsed[Report] ?? Report.Values[0],
        });
    }
}
