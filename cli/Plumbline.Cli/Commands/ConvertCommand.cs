using System.CommandLine;
using Plumbline.Cli.Conversion;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline convert</c>: its options.</summary>
internal static class ConvertCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline convert train.jsonl --from openai/chat --to gemini/sft --output gemini.jsonl
          plumbline convert glaive.json --from auto --to openai/chat --output train.jsonl
          plumbline convert text.jsonl --from vertex/text --to vertex/chat --output chat.jsonl --strict

        Every line is validated as the one format before and as the other after. Lines that fail either are reported and left out; what cannot be
        carried is listed with how often and where first.
        Exit codes: 0 all converted, 1 lines were left out (with --strict: or something was lost), 2 usage error or the output cannot be written,
        3 unreadable input, 70 internal fault, 130 interrupted. The output appears whole or not at all: on 2, 3, 70 and 130 it does not.
        """;

    private const long PrintedFindings = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new FilesArgument("FILE")
        {
            Description = "JSON Lines files, or files of one JSON array; - is standard input.",
        };
        var from = new Option<string>("--from")
        {
            Description = "The format of the files; auto: told by the first lines of each.",
            HelpName = "NAME",
            DefaultValueFactory = _ => FormatDetection.Auto,
        };
        var to = new Option<string>("--to") { Description = "The format to write.", HelpName = "NAME", Required = true };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where the examples of all files go, whole or not at all; never a file that is read.",
            HelpName = "NEW",
            Required = true,
        };
        var strict = new Option<bool>("--strict") { Description = "Losses fail the run as well." };
        var max = new Option<long>("--max-errors")
        {
            Description = "Print at most so many findings; all are counted.",
            HelpName = "N",
            DefaultValueFactory = _ => PrintedFindings,
        };
        max.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() < 0)
            {
                result.AddError("--max-errors must be at least 0");
            }
        });
        var command = new Command("convert", $"Rewrites datasets in another format: any two of {ConversationFormats.All.Count} formats, losses counted.")
        { files, from, to, output, strict, max };
        command.SetAction(parsed => ConvertRun.Run(new ConvertRequest
        {
            Files = parsed.GetValue(files) ?? [],
            From = parsed.GetRequiredValue(from),
            To = parsed.GetRequiredValue(to),
            Output = parsed.GetRequiredValue(output),
            IsStrict = parsed.GetValue(strict),
            MaxErrors = parsed.GetValue(max),
        }));
        return command;
    }
}
