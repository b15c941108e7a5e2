using Plumbline.Cli.Arguments;
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
        try
        {
            return args switch
            {
                ["validate", ..] => Run(ValidateCommand.Syntax, args, ValidateCommand.Run),
                ["request", ..] => Run(RequestCommand.Syntax, args, RequestCommand.Run),
                ["formats", ..] => Run(FormatsCommand.Syntax, args, static _ => FormatsCommand.Run()),
                _ => RunNone(args),
            };
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
    public static void Say(string line) => Console.Error.WriteLine($"plumbline: {Printable.Text(line)}");

    /// <summary>Says what is wrong with a command line, and where help is.</summary>
    public static int Refuse(IEnumerable<string> errors, string command = "")
    {
        foreach (string error in errors)
        {
            Say(error);
        }

        Say($"see: plumbline {command}{(command.Length > 0 ? " " : "")}--help");
        return ExitCode.Usage;
    }

    private static int Run(CommandSyntax syntax, string[] args, Func<ParsedArguments, int> run)
    {
        var parsed = ParsedArguments.Parse(syntax, args.AsSpan(1));
        if (parsed.Has(Option.Help))
        {
            return Print(writer => HelpText.Write(writer, syntax));
        }

        return parsed.Errors.Count > 0 ? Refuse(parsed.Errors, syntax.Name) : run(parsed);
    }

    private static int RunNone(string[] args)
    {
        CommandSyntax[] commands = [ValidateCommand.Syntax, RequestCommand.Syntax, FormatsCommand.Syntax];
        var version = new Option("--version", null, "Show the version.");
        switch (args)
        {
            case [var word, ..] when Option.Help.IsNamed(word):
                return Print(writer => HelpText.Write(writer, "Checks tuning datasets and other JSON Lines files against JSON Schemas.", [version, Option.Help], commands));
            case ["--version", ..]:
                return Print(writer => writer.WriteLine(Version));
            case []:
                return Refuse([$"say what to do: {string.Join(" or ", commands.Select(command => command.Name))}"]);
            default:
                string? meant = NearestName.Find(args[0], [.. commands.Select(command => command.Name), version.Name, Option.Help.Name]);
                return Refuse([$"unknown command \"{args[0]}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}"]);
        }
    }

    private static int Print(Action<TextWriter> write)
    {
        using ReportFile output = ReportFile.Open(null);
        write(output.Writer);
        output.Complete();
        return ExitCode.Clean;
    }
}
