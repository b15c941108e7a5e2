using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline request</c>: its options and what may be combined.</summary>
internal static class RequestCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline request job.json --kind vertex/tune-chat
          plumbline request job.json --kind gemini/tuning-job
          plumbline request job.json --url https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs
          plumbline request job.json --kind vertex/tune-code --fix --output mended.json
          cat job.json | plumbline request - --kind vertex/distill --report concise

        Exit codes: 0 clean, 1 findings, 2 usage error, 3 unreadable input, 70 internal fault. With --fix: by what is left.
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The body, a JSON file; - is standard input." };
        var kind = new TextOption("--kind", "-k")
        {
            Description = "The request that the body is: vertex/tune-chat. A URL, or the body's own model, may say it too.",
            HelpName = "NAME",
        };
        var url = new TextOption("--url")
        {
            Description = "The URL that the body is sent to: its regions and project are checked as well.",
            HelpName = "URL",
        };
        var fix = new Option<bool>("--fix") { Description = "Apply the repairs that leave no choice; needs --output." };
        var output = new TextOption("--output", "-o")
        {
            Description = "Where --fix writes the repaired body, whole or not at all; never the file that was read.",
            HelpName = "FILE",
        };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail the run as well." };
        Option<string> report = ReportChoice.Option("text: with excerpts and repairs; concise: one line each; json: everything.", "text", "concise", "json");
        var command = new Command("request", "Checks the body of a request (a tuning job, a prediction): all its faults at once, and how to repair them.")
        { file, kind, url, fix, output, strict, report };
        command.Validators.Add(result =>
        {
            if (result.GetValue(fix) == result.GetResult(output) is null)
            {
                result.AddError("--fix and --output FILE go together: the file that was read is never written to");
            }
        });
        command.SetAction(parsed => RequestRun.Run(new RequestJob
        {
            File = parsed.GetRequiredValue(file),
            Kind = parsed.GetValue(kind),
            Url = parsed.GetValue(url),
            Output = parsed.GetValue(output),
            IsStrict = parsed.GetValue(strict),
            Report = ReportChoice.Of(parsed.GetRequiredValue(report)),
        }));
        return command;
    }
}
