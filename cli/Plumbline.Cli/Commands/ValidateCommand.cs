using System.CommandLine;
using System.CommandLine.Parsing;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;

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
          plumbline validate train.jsonl --format gemini/sft --ignore duplicate-key,PLB502 --fail-fast
          plumbline validate train.jsonl --format vertex/text --tokenizer o200k_base --tokens
          plumbline validate tickets.jsonl --schema ticket.schema.json --report text --report json=report.json
          plumbline validate train.jsonl --format gemini/sft --report github --report sarif=plumbline.sarif
          plumbline validate data "shards/**/part-*.jsonl.gz" --format auto
          cat train.jsonl | plumbline validate - --format vertex/code

        Exit codes: 0 clean, 1 findings, 2 usage or schema error, 3 unreadable input, 70 internal fault, 130 interrupted.
        """;

    private const int MostThreads = 1024;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new FilesArgument("FILE")
        {
            Description = "JSON Lines files, each a dataset of its own; folders, for the *.jsonl, *.ndjson and their .gz below; patterns with *, ? and **; "
                + "- is standard input.",
        };
        var format = new TextOption("--format", "-f")
        {
            Description = "A bundled format; plumbline formats lists them. auto: told by the first lines of each file.",
            HelpName = "NAME",
        };
        var schema = new TextOption("--schema", "-s") { Description = "A schema file of your own, in place of a bundled format.", HelpName = "FILE" };
        var evaluation = new Switch("--evaluation") { Description = "The files are evaluation datasets." };
        var training = new TextOption("--training")
        {
            Description = "The training file beside which evaluation datasets are read: its examples count, where a limit is a share of them.",
            HelpName = "FILE",
        };
        var model = new TextOption("--model") { Description = "The model that is tuned, where limits hang on it.", HelpName = "NAME" };
        var context = new TextOption("--default-context")
        {
            Description = "The job's default context: counts in token sums of examples without a context.",
            HelpName = "TEXT",
        };
        var tokenizer = new TextOption("--tokenizer")
        {
            Description = "Count tokens and judge token limits by o200k_base, cl100k_base or a file: .tiktoken, tokenizer.json, SentencePiece .model.",
            HelpName = "NAME|FILE",
        };
        var tokens = new Switch("--tokens") { Description = "Report how many tokens the texts of every field have; needs --tokenizer." };
        var formats = new Switch("--assert-formats") { Description = "Strings must have the format that the schema names; else format only describes." };
        var strict = new Switch("--strict") { Description = "Warnings fail the run as well." };
        var select = new Option<string[]>("--select")
        {
            Description = "Count findings of these rules only: ids, slugs, beginnings of ids (PLB50), with commas or one an option.",
            HelpName = "RULE",
        };
        var ignore = new Option<string[]>("--ignore") { Description = "Leave findings of these rules aside, also where they are selected.", HelpName = "RULE" };
        var failFast = new Switch("--fail-fast") { Description = "Stop after the first line with an error (with --strict: or a warning)." };
        var max = new NumberOption("--max-errors", 0, long.MaxValue) { Description = "Print at most so many findings; all are counted." };
        var maxLine = new NumberOption("--max-line-bytes", 1, DatasetOptions.LargestMaxLineBytes)
        {
            Description = "The longest line that is judged, 67108864 unless said; a longer one is one finding and is passed over.",
        };
        var report = new Option<string[]>("--report", "-r")
        {
            Description = "How to tell what was found, on standard output or to a file, which is written whole or not at all; several at once, one of them on "
                + $"standard output; text unless said. {Kinds()}.",
            HelpName = "KIND[=FILE]",
        };
        var threads = new NumberOption("--threads", 1, MostThreads)
        {
            Description = "Threads that validate, one a processor unless said; the output does not depend on it.",
        };
        var quiet = new Switch("--quiet", "-q") { Description = "No progress and no remarks on standard error; what goes wrong is told all the same." };
        var range = new TextOption("--range")
        {
            Description = "Validate only the lines that start in these bytes of a file, 0:1000 say, on whatever machine; plumbline merge makes the report. "
                + "Needs --summary.",
            HelpName = "START:END",
        };
        var summary = new TextOption("--summary")
        {
            Description = "Where --range writes what plumbline merge needs, whole or not at all.",
            HelpName = "FILE",
        };
        files.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-')
                {
                    result.AddError(UnknownOption(token.Value, ((CommandResult)result.Parent!).Command));
                }
            }
        });

        var command = new Command("validate", "Checks JSON Lines files: every line against a schema, every file against the limits of its format.")
        {
            files, format, schema, evaluation, training, model, context, tokenizer, tokens,
            formats, strict, select, ignore, failFast, max, maxLine, report, threads, quiet,
            range, summary,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is null == result.GetResult(schema) is null)
            {
                result.AddError("say what to validate against: either --format NAME or --schema FILE");
            }

            if (result.GetResult(training) is not null && !evaluation.IsOn(result))
            {
                result.AddError("--training is for --evaluation: it names the training file beside evaluation datasets");
            }

            if (result.GetResult(range) is null != result.GetResult(summary) is null)
            {
                result.AddError("--range START:END and --summary FILE go together: of a part of a file there is a summary and no report");
            }

            if (result.GetValue(range) is { } bytes && !ByteRange.TryRead(bytes, out _))
            {
                result.AddError($"--range {bytes} is no range of bytes: START:END, where either may be left out and END is the byte after the last one");
            }

            if (result.GetResult(range) is not null && result.GetValue(report) is { Length: > 0 } asked && !(asked is [var only] && TellsMore(only)))
            {
                string noted = string.Join(" or ", NamedReport.All.Where(kind => kind.TellsMore).Select(kind => kind.Name));
                result.AddError($"--range writes no reports: plumbline merge does, from all ranges; only what --report {noted} tells has to be noted before");
            }

            if (tokens.IsOn(result) && result.GetResult(tokenizer) is null)
            {
                result.AddError($"--tokens needs --tokenizer NAME|FILE: say whose tokens are meant (o200k_base, cl100k_base, or a file)");
            }
        });
        command.SetAction(parsed => ValidateRun.Run(
            new ValidateRequest
            {
                Files = parsed.GetValue(files) ?? [],
                Format = parsed.GetValue(format),
                Schema = parsed.GetValue(schema),
                Evaluation = evaluation.IsOn(parsed),
                Training = parsed.GetValue(training),
                Model = parsed.GetValue(model),
                DefaultContext = parsed.GetValue(context),
                Tokenizer = parsed.GetValue(tokenizer),
                Tokens = tokens.IsOn(parsed),
                AssertFormats = formats.IsOn(parsed),
                Strict = strict.IsOn(parsed),
                IgnoredRules = RuleChoice.Ignored(parsed.GetValue(select) ?? [], parsed.GetValue(ignore) ?? []),
                FailFast = failFast.IsOn(parsed),
                MaxErrors = max.Value(parsed),
                MaxLineBytes = (int?)maxLine.Value(parsed),
                Reports = ReportRequest.Read(parsed.GetValue(report) ?? []),
                Quiet = quiet.IsOn(parsed),
                Range = parsed.GetValue(range) is { } bytes && ByteRange.TryRead(bytes, out ByteRange read) ? read : null,
                Summary = parsed.GetValue(summary),
                Threads = (int)(threads.Value(parsed) ?? Environment.ProcessorCount),
            }));
        return command;
    }

    private static bool TellsMore(string name) => Array.Find(NamedReport.All, kind => kind.Name == name) is { TellsMore: true };

    private static string Kinds()
    {
        string text = "";
        foreach (NamedReport kind in NamedReport.All)
        {
            text += $"{(text.Length == 0 ? "" : "; ")}{kind.Name}: {kind.Summary}";
        }

        return text;
    }

    private static string UnknownOption(string option, Command command)
    {
        string? meant = NearestName.Find(option, [.. command.Options.Select(known => known.Name)]);
        return $"unknown option \"{option}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")} (a file of that name is ./{option})";
    }
}
