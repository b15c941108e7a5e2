using System.CommandLine;
using System.CommandLine.Parsing;
using Plumbline.Cli.Reports;
using Plumbline.Tokenizers;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline validate</c>: its options and what may be combined.</summary>
internal static class ValidateCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline validate train.jsonl --format vertex/chat
          plumbline validate train.jsonl --format vertex/text --model text-bison-32k@002 --report concise
          plumbline validate eval.jsonl --format vertex/text --evaluation --strict
          plumbline validate train.jsonl --format vertex/text --tokenizer o200k_base --tokens
          plumbline validate tickets.jsonl --schema ticket.schema.json --report json --output report.json
          cat train.jsonl | plumbline validate - --format vertex/code

        Exit codes: 0 clean, 1 findings, 2 usage or schema error, 3 unreadable input, 70 internal fault, 130 interrupted.
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON Lines files, each a dataset of its own; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format", "-f") { Description = "A bundled format; plumbline formats lists them.", HelpName = "NAME" };
        var schema = new Option<string?>("--schema", "-s") { Description = "A schema file of your own, in place of a bundled format.", HelpName = "FILE" };
        var evaluation = new Option<bool>("--evaluation") { Description = "The files are evaluation datasets." };
        var model = new Option<string?>("--model") { Description = "The model that is tuned, where limits hang on it.", HelpName = "NAME" };
        var context = new Option<string?>("--default-context") { Description = "The job's default context: counts in token sums of examples without a context.", HelpName = "TEXT" };
        var tokenizer = new Option<string?>("--tokenizer")
        {
            Description = "Count tokens and judge token limits by o200k_base, cl100k_base or a file: .tiktoken, tokenizer.json, SentencePiece .model.",
            HelpName = "NAME|FILE",
        };
        var tokens = new Option<bool>("--tokens") { Description = "Report how many tokens the texts of every field have; needs --tokenizer." };
        var formats = new Option<bool>("--assert-formats") { Description = "Strings must have the format that the schema names; else format only describes." };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail the run as well." };
        var max = new Option<long?>("--max-errors") { Description = "Print at most so many findings; all are counted.", HelpName = "N" };
        var report = new Option<string>("--report", "-r")
        {
            Description = "text: grouped, with excerpts; concise: one line each; json: everything; basic, flag: JSON Schema's own output, one unit a line.",
            HelpName = "KIND",
            DefaultValueFactory = _ => "text",
        };
        report.AcceptOnlyFromAmong("text", "concise", "json", "basic", "flag");
        var output = new Option<string?>("--output", "-o") { Description = "Write the report to a file, whole or not at all.", HelpName = "FILE" };
        var threads = new Option<int?>("--threads") { Description = "Threads that validate, one a processor unless said; the output does not depend on it.", HelpName = "N" };
        files.Validators.Add(result =>
        {
            foreach (string option in result.Tokens.Select(token => token.Value).Where(token => token.Length > 1 && token[0] == '-'))
            {
                string? meant = NearestName.Find(option, [.. ((CommandResult)result.Parent!).Command.Options.Select(known => known.Name)]);
                result.AddError($"unknown option \"{option}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")} (a file of that name is ./{option})");
            }
        });
        max.Validators.Add(result => AtLeast(result, 0, result.GetValueOrDefault<long?>()));
        threads.Validators.Add(result => AtLeast(result, 1, result.GetValueOrDefault<int?>()));

        var command = new Command("validate", "Checks JSON Lines files: every line against a schema, every file against the limits of its format.")
        { files, format, schema, evaluation, model, context, tokenizer, tokens, formats, strict, max, report, output, threads };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is null == result.GetResult(schema) is null)
            {
                result.AddError("say what to validate against: either --format NAME or --schema FILE");
            }

            if (result.GetValue(tokens) && result.GetResult(tokenizer) is null)
            {
                result.AddError($"--tokens needs --tokenizer NAME|FILE: say whose tokens are meant ({string.Join(", ", TokenCounter.BundledNames)}, or a file)");
            }
        });
        command.Validators.Add(result =>
        {
            // Lines beyond the limit would pass for valid ones.
            if (result.GetResult(max) is not null && result.GetValue(report) is "basic" or "flag")
            {
                result.AddError($"--max-errors is not for --report {result.GetValue(report)}, which tells the verdict of every line");
            }
        });
        command.SetAction(parsed => ValidateRun.Run(
            new ValidateRequest
            {
                Files = parsed.GetValue(files) ?? [],
                Format = parsed.GetValue(format),
                Schema = parsed.GetValue(schema),
                Evaluation = parsed.GetValue(evaluation),
                Model = parsed.GetValue(model),
                DefaultContext = parsed.GetValue(context),
                Tokenizer = parsed.GetValue(tokenizer),
                Tokens = parsed.GetValue(tokens),
                AssertFormats = parsed.GetValue(formats),
                Strict = parsed.GetValue(strict),
                MaxErrors = parsed.GetValue(max),
                Report = Enum.Parse<ReportKind>(parsed.GetRequiredValue(report), ignoreCase: true),
                Output = parsed.GetValue(output),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            }));
        return command;
    }

    private static void AtLeast(OptionResult result, long least, long? value)
    {
        if (value < least)
        {
            result.AddError($"{result.Option.Name} must be at least {least}");
        }
    }
}
