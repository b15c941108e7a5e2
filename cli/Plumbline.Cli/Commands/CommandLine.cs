using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Plumbline.Cli.Commands;

/// <summary>The command line as a whole: its commands, and what becomes of everything that goes wrong.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "PLUMBLINE_TRACE";

    /// <summary>Whether the user asks what the tool does inside: traces of internal faults, which are otherwise told in one line, and why a
    /// schema was not compiled.</summary>
    public static bool IsTracing => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TraceVariable));

    /// <summary>Runs one command and gives its <see cref="ExitCode"/>.</summary>
    public static int Run(string[] args)
    {
        // An argument that begins with @ is a file name like any other.
        ParseResult parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        {
            SayWhatIsWrong(parsed);
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException usage)
        {
            Say(usage.Message);
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // The last line of defence: whatever is left is a fault of the tool, and people get a sentence and an exit code.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (IsTracing)
            {
                Console.Error.WriteLine(fault);
            }
            else
            {
                Say($"internal fault: {fault.GetType().Name}: {fault.Message} (set {TraceVariable}=1 for the trace)");
            }

            return ExitCode.Internal;
        }
    }

    /// <summary>One line of chatter on standard error.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"plumbline: {Reports.Printable.Text(line)}");

    private static RootCommand Root()
    {
        var root = new RootCommand("Checks tuning datasets and other JSON Lines files against JSON Schemas.")
        {
            ValidateCommand.Create(),
            FormatsCommand.Create(),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!, new Dictionary<string, string> { ["validate"] = ValidateCommand.Examples });
        }

        return root;
    }

    private static void SayWhatIsWrong(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string[] names = [.. command.Subcommands.Select(known => known.Name), .. command.Options.Select(known => known.Name)];
        foreach (string token in parsed.UnmatchedTokens)
        {
            string? meant = NearestName.Find(token, names);
            Say($"unknown argument \"{token}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}");
        }

        // Where an argument is not understood, what else seems to be missing is a consequence of it.
        foreach (ParseError error in parsed.UnmatchedTokens.Count > 0 ? [] : parsed.Errors)
        {
            Say(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        Say($"see: plumbline {(command is RootCommand ? "" : command.Name + " ")}--help");
    }
}
