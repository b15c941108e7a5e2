using System.CommandLine;
using System.CommandLine.Parsing;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline stats</c>: its options.</summary>
internal static class StatsCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline stats train.jsonl --format vertex/chat
          plumbline stats train.jsonl --format auto --tokenizer o200k_base
          plumbline stats train-*.jsonl --format openai/chat --evaluation eval.jsonl --strict
          plumbline stats train.jsonl --format gemini/sft --report json=stats.json --top 1000

        Exit codes: 0 clean, 1 findings, 2 usage or schema error, 3 unreadable input, 70 internal fault, 130 interrupted.
        """;

    private const int MostThreads = 1024;
    private const long MostGroups = 10_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new FilesArgument("FILE")
        {
            Description = "JSON Lines files, together one dataset; - is standard input.",
        };
        var format = new TextOption("--format", "-f")
        {
            Description = "A bundled format, which says what a prompt and a turn is; plumbline formats lists them. auto: told by the first lines.",
            HelpName = "NAME",
        };
        var schema = new TextOption("--schema", "-s") { Description = "A schema file of your own, in place of a bundled format.", HelpName = "FILE" };
        var evaluation = new Option<string[]>("--evaluation", "-e")
        {
            Description = "An evaluation file: a dataset of its own, of which nothing should be in the others. May be given more than once.",
            HelpName = "FILE",
        };
        var tokenizer = new TextOption("--tokenizer")
        {
            Description = "Count tokens by o200k_base, cl100k_base or a file: .tiktoken, tokenizer.json, SentencePiece .model.",
            HelpName = "NAME|FILE",
        };
        var top = new Option<long?>("--top")
        {
            Description = "Tell so many groups of duplicates of each kind, the largest; 5 unless said. All are counted.",
            HelpName = "N",
        };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail the run as well: duplicate examples, leaked prompts." };
        var maxLine = new Option<long?>("--max-line-bytes")
        {
            Description = "The longest line that is read, 67108864 unless said; a longer one is one finding.",
            HelpName = "N",
        };
        Option<string> report = ReportChoice.Option("text: a page; json: everything.", "text", "json");
        var threads = new Option<long?>("--threads")
        {
            Description = "Threads that read, one a processor unless said; the output does not depend on it.",
            HelpName = "N",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress and no remarks on standard error; what goes wrong is told all the same." };
        top.Validators.Add(result => Between(result, 0, MostGroups));
        maxLine.Validators.Add(result => Between(result, 1, DatasetOptions.LargestMaxLineBytes));
        threads.Validators.Add(result => Between(result, 1, MostThreads));
        var command = new Command(
            "stats",
            "Tells what a dataset is like: lengths, tokens, turns, scripts, duplicates, and what of the evaluation data is in the training data.")
        { files, format, schema, evaluation, tokenizer, top, strict, maxLine, report, threads, quiet };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is not null && result.GetResult(schema) is not null)
            {
                result.AddError("say what a prompt is by one of them: --format NAME or --schema FILE");
            }
        });
        command.SetAction(parsed => StatsRun.Run(new StatsRequest
        {
            Files = parsed.GetValue(files) ?? [],
            Format = parsed.GetValue(format),
            Schema = parsed.GetValue(schema),
            Evaluation = parsed.GetValue(evaluation) ?? [],
            Tokenizer = parsed.GetValue(tokenizer),
            Top = (int)(parsed.GetValue(top) ?? 5),
            Strict = parsed.GetValue(strict),
            MaxLineBytes = (int?)parsed.GetValue(maxLine),
            Report = ReportChoice.Of(parsed.GetRequiredValue(report)),
            Quiet = parsed.GetValue(quiet),
            Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
        }));
        return command;
    }

    private static void Between(OptionResult result, long least, long most)
    {
        long? value = result.GetValueOrDefault<long?>();
        if (value < least || value > most)
        {
            result.AddError($"{result.Option.Name} must be at {(value < least ? $"least {least}" : $"most {most}")}");
        }
    }
}
