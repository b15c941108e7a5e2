using System.CommandLine;
using Plumbline.Cli.Fixing;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline fix</c>: its options and what may be combined.</summary>
internal static class FixCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline fix train.jsonl --all-safe --diff
          plumbline fix train.jsonl --all-safe --output fixed.jsonl --format openai/chat
          plumbline fix printed.json --join-lines space --diff
          plumbline fix chat.jsonl --speaker author --output fixed.jsonl --format vertex/chat

        What no switch asks for stays as it is, byte for byte; the file that is read is never written to.
        Exit codes: 0 done, 1 with --format the result has errors, 2 usage error or the output cannot be written, 3 unreadable input,
        70 internal fault, 130 interrupted. The output appears whole or not at all.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A JSON Lines file; - is standard input." };
        var output = new TextOption("--output", "-o")
        {
            Description = "Where the lines go, whole or not at all; never the file that is read.",
            HelpName = "NEW",
        };
        var diff = new Option<bool>("--diff") { Description = "Print what changes as a unified diff; alone, nothing is written." };
        var safe = new Option<bool>("--all-safe") { Description = "--bom, --crlf, --empty-lines and --trim-lines: what changes no example." };
        var mark = new Option<bool>("--bom") { Description = "Take the byte order mark away." };
        var ends = new Option<bool>("--crlf") { Description = "End lines with a line feed, not with carriage return and line feed." };
        var empty = new Option<bool>("--empty-lines") { Description = "Leave out lines of nothing but white space." };
        var lines = new Option<bool>("--trim-lines") { Description = "Take away white space before and after the JSON of a line." };
        var texts = new Option<bool>("--trim-texts") { Description = "Take away white space at both ends of every string: changes what is learnt." };
        var speaker = new TextOption("--speaker") { Description = "Call the member of messages that says who speaks so.", HelpName = "role|author" };
        speaker.AcceptOnlyFromAmong("role", "author");
        var join = new TextOption("--join-lines")
        {
            Description = "Put an example that was broken over several lines on one. A break inside a text becomes a space (it was wrapped) "
                + "or \\n (it was meant).",
            HelpName = "space|newline",
        };
        join.AcceptOnlyFromAmong("space", "newline");
        var format = new TextOption("--format", "-f") { Description = "Validate the result as a bundled format.", HelpName = "NAME" };
        var command = new Command(
            "fix",
            "Mends what breaks many files: byte order mark, line ends, empty lines, white space, examples of several lines, the name of the speaker.")
        { file, output, diff, safe, mark, ends, empty, lines, texts, speaker, join, format };
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is null && !result.GetValue(diff))
            {
                result.AddError("say where the result goes, --output NEW, or look at the changes first: --diff");
            }

            if (result.GetResult(format) is not null && result.GetResult(output) is null)
            {
                result.AddError("--format validates what is written: it needs --output NEW");
            }
        });
        command.SetAction(parsed => FixRun.Run(new FixRequest
        {
            File = parsed.GetRequiredValue(file),
            Output = parsed.GetValue(output),
            HasDiff = parsed.GetValue(diff),
            Format = parsed.GetValue(format),
            Switches = new FixSwitches
            {
                Mark = parsed.GetValue(mark) || parsed.GetValue(safe),
                LineEnds = parsed.GetValue(ends) || parsed.GetValue(safe),
                EmptyLines = parsed.GetValue(empty) || parsed.GetValue(safe),
                TrimLines = parsed.GetValue(lines) || parsed.GetValue(safe),
                TrimTexts = parsed.GetValue(texts),
                SpeakerName = parsed.GetValue(speaker),
                BreakInText = parsed.GetValue(join) switch { "space" => " ", "newline" => "\\n", _ => null },
            },
        }));
        return command;
    }
}
