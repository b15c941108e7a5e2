using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>The command line as a whole: its commands, and what becomes of everything that goes wrong.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "PLUMBLINE_TRACE";

    /// <summary>Whether the user asks what the tool does inside: traces of internal faults, which are otherwise told in one line, and why a
    /// schema was not compiled.</summary>
    public static bool IsTracing => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TraceVariable));

    /// <summary>Version of the tool.</summary>
    public static string Version => typeof(CommandLine).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Runs one command and gives its <see cref="ExitCode"/>.</summary>
    public static int Run(string[] args)
    {
        ParseResult parsed = Parse(args);
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
                Chatter.WriteLine(fault.ToString());
            }
            else
            {
                Say($"internal fault: {fault.GetType().Name}: {fault.Message} (set {TraceVariable}=1 for the trace)");
            }

            return ExitCode.Internal;
        }
    }

    /// <summary>One line of chatter on standard error.</summary>
    public static void Say(string line) => Chatter.WriteLine($"plumbline: {Printable.Text(line)}");

    private static ParseResult Parse(string[] args)
    {
        // An argument that begins with @ is a file name like any other.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null };

        // A run that names its command pays for the options of that one only, and not for those that ask for help, whose texts are looked up when they are
        // made. All others (help, completion, slips) see everything.
        if (args is [var first, ..] && NamedCommand.Find(first) is { } named && !AsksForHelp(args))
        {
            var only = new Command("plumbline") { named.Create() };
            ParseResult parsed = only.Parse(args, configuration);
            if (parsed.Errors.Count == 0)
            {
                return parsed;
            }
        }

        return Root(args).Parse(args, configuration);
    }

    private static bool AsksForHelp(string[] args) => Array.Exists(args, arg => arg is "--help" or "-h" or "-?" or "--version");

    private static RootCommand Root(string[] args)
    {
        var root = new RootCommand("Checks tuning datasets, request bodies and other JSON against JSON Schemas.");
        NamedCommand? named = args is [var first, ..] ? NamedCommand.Find(first) : null;
        foreach (NamedCommand known in named is null ? NamedCommand.All : [named])
        {
            root.Add(known.Create());
        }

        if (ValueCompletions.AreAskedFor(args))
        {
            foreach (Command command in root.Subcommands)
            {
                ValueCompletions.AddTo(command);
            }
        }

        // Without /h and /?, which the library adds: elsewhere than on Windows they are names of files.
        root.Options.Remove(root.Options.First(option => option is HelpOption));
        root.Options.Insert(0, new HelpOption("--help", "-h", "-?") { Action = new HelpWithExamples() });
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
