using Plumbline.Cli.Arguments;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline validate</c>: its options and what may be combined.</summary>
internal static class ValidateCommand
{
    private static readonly Option Format = new("--format", "NAME", "A bundled format; plumbline formats lists them.") { Short = "-f" };
    private static readonly Option Schema = new("--schema", "FILE", "A schema file of your own, in place of a bundled format.") { Short = "-s" };
    private static readonly Option Evaluation = new("--evaluation", null, "The files are evaluation datasets.");
    private static readonly Option Model = new("--model", "NAME", "The model that is tuned, where limits hang on it.");
    private static readonly Option DefaultContext = new(
        "--default-context", "TEXT", "The job's default context: counts in token sums of examples without a context.");

    private static readonly Option Tokenizer = new(
        "--tokenizer",
        "NAME|FILE",
        "Count tokens and judge token limits by o200k_base, cl100k_base or a file: .tiktoken, tokenizer.json, SentencePiece .model.");

    private static readonly Option Tokens = new("--tokens", null, "Report how many tokens the texts of every field have; needs --tokenizer.");
    private static readonly Option AssertFormats = new(
        "--assert-formats", null, "Strings must have the format that the schema names; else format only describes.");

    private static readonly Option Strict = new("--strict", null, "Warnings fail the run as well.");
    private static readonly Option MaxErrors = new("--max-errors", "N", "Print at most so many findings; all are counted.");
    private static readonly Option MaxLineBytes = new(
        "--max-line-bytes", "N", "The longest line that is judged, 67108864 unless said; a longer one is one finding and is passed over.");

    private static readonly Option Report = new(
        "--report",
        "KIND",
        "text (unless said): grouped, with excerpts; concise: one line each; json: everything; basic, flag: JSON Schema's own output, one unit a line.")
    {
        Short = "-r",
        Values = ["text", "concise", "json", "basic", "flag"],
    };

    private static readonly Option Output = new("--output", "FILE", "Write the report to a file, whole or not at all.") { Short = "-o" };
    private static readonly Option Threads = new(
        "--threads", "N", "Threads that validate, one a processor unless said; the output does not depend on it.");

    /// <summary>What the command understands.</summary>
    public static CommandSyntax Syntax { get; } = new(
        "validate",
        "Checks JSON Lines files: every line against a schema, every file against the limits of its format.",
        Format,
        Schema,
        Evaluation,
        Model,
        DefaultContext,
        Tokenizer,
        Tokens,
        AssertFormats,
        Strict,
        MaxErrors,
        MaxLineBytes,
        Report,
        Output,
        Threads)
    {
        OperandName = "FILE",
        OperandDescription = "JSON Lines files, each a dataset of its own; - is standard input.",
        Examples = """
        Examples:
          plumbline validate train.jsonl --format vertex/chat
          plumbline validate train.jsonl --format vertex/text --model text-bison-32k@002 --report concise
          plumbline validate eval.jsonl --format vertex/text --evaluation --strict
          plumbline validate train.jsonl --format vertex/text --tokenizer o200k_base --tokens
          plumbline validate tickets.jsonl --schema ticket.schema.json --report json --output report.json
          cat train.jsonl | plumbline validate - --format vertex/code

        Exit codes: 0 clean, 1 findings, 2 usage or schema error, 3 unreadable input, 70 internal fault, 130 interrupted.
        """,
    };

    /// <summary>Runs the command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(ParsedArguments parsed)
    {
        var request = new ValidateRequest
        {
            Files = parsed.Operands,
            Format = parsed[Format],
            Schema = parsed[Schema],
            Evaluation = parsed.Has(Evaluation),
            Model = parsed[Model],
            DefaultContext = parsed[DefaultContext],
            Tokenizer = parsed[Tokenizer],
            Tokens = parsed.Has(Tokens),
            AssertFormats = parsed.Has(AssertFormats),
            Strict = parsed.Has(Strict),
            MaxErrors = parsed.Number(MaxErrors, 0, long.MaxValue),
            MaxLineBytes = (int?)parsed.Number(MaxLineBytes, 1, DatasetOptions.LargestMaxLineBytes),
            Report = (ReportKind)Math.Max(0, Array.IndexOf(Report.Values, parsed[Report])),
            Output = parsed[Output],
            Threads = (int)(parsed.Number(Threads, 1, 1024) ?? Environment.ProcessorCount),
        };
        Check(request, parsed);
        return parsed.Errors.Count > 0 ? CommandLine.Refuse(parsed.Errors, Syntax.Name) : ValidateRun.Run(request);
    }

    private static void Check(ValidateRequest request, ParsedArguments parsed)
    {
        if (request.Format is null == request.Schema is null)
        {
            parsed.Refuse("say what to validate against: either --format NAME or --schema FILE");
        }

        if (request is { Tokens: true, Tokenizer: null })
        {
            parsed.Refuse("--tokens needs --tokenizer NAME|FILE: say whose tokens are meant (o200k_base, cl100k_base, or a file)");
        }

        // Lines beyond the limit would pass for valid ones.
        if (request is { MaxErrors: not null, Report: ReportKind.Basic or ReportKind.Flag })
        {
            parsed.Refuse($"--max-errors is not for --report {parsed[Report]}, which tells the verdict of every line");
        }
    }
}
