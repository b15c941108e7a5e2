using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline preflight</c>: its options.</summary>
internal static class PreflightCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline preflight job.json --train train.jsonl --evaluation eval.jsonl
          plumbline preflight job.json --kind vertex/tune-chat --train chat.jsonl --tokenizer o200k_base
          plumbline preflight job.json --train train.jsonl --report json=preflight.json

        Exit codes: 0 nothing stops the job, 1 it will fail, 2 usage error, 3 unreadable input, 70 internal fault.
        """;

    public static Command Create()
    {
        var request = new Argument<string>("REQUEST") { Description = "The body of the request that starts the job, a JSON file; - is standard input." };
        var train = new Option<string>("--train") { Description = "The training dataset.", HelpName = "FILE", Required = true };
        var evaluation = new TextOption("--evaluation") { Description = "The evaluation dataset.", HelpName = "FILE" };
        var kind = new TextOption("--kind", "-k")
        {
            Description = "The request that the body is, where its model does not say: vertex/tune-chat.",
            HelpName = "NAME",
        };
        var url = new TextOption("--url")
        {
            Description = "The URL that the body is sent to: its regions and project are checked as well.",
            HelpName = "URL",
        };
        var tokenizer = new TextOption("--tokenizer")
        {
            Description = "Count tokens, judge token limits and estimate the tokens trained.",
            HelpName = "NAME|FILE",
        };
        Option<string> report = ReportChoice.Option("text: a page; json: everything.", "text", "json");
        var command = new Command("preflight", "Checks a tuning job before it is sent: its body, its datasets, and what only together can be wrong.")
        { request, train, evaluation, kind, url, tokenizer, report };
        command.SetAction(parsed => PreflightRun.Run(new PreflightJob
        {
            Request = parsed.GetRequiredValue(request),
            Train = parsed.GetRequiredValue(train),
            Evaluation = parsed.GetValue(evaluation),
            Kind = parsed.GetValue(kind),
            Url = parsed.GetValue(url),
            Tokenizer = parsed.GetValue(tokenizer),
            Report = ReportChoice.Of(parsed.GetRequiredValue(report)),
        }));
        return command;
    }
}
