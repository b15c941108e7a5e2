using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary>A command of the tool: what the command line asks before it makes one.</summary>
/// <param name="Name">The word that calls it.</param>
/// <param name="Create">Makes it, options and all.</param>
/// <param name="Examples">What <c>--help</c> shows after the options, or null.</param>
internal sealed record NamedCommand(string Name, Func<Command> Create, string? Examples)
{
    /// <summary>Every command, in the order in which help lists them.</summary>
    public static NamedCommand[] All { get; } =
    [
        new("validate", ValidateCommand.Create, ValidateCommand.Examples),
        new("merge", MergeCommand.Create, MergeCommand.Examples),
        new("request", RequestCommand.Create, RequestCommand.Examples),
        new("convert", ConvertCommand.Create, ConvertCommand.Examples),
        new("fix", FixCommand.Create, FixCommand.Examples),
        new("preflight", PreflightCommand.Create, PreflightCommand.Examples),
        new("stats", StatsCommand.Create, StatsCommand.Examples),
        new("schema", SchemaCommand.Create, SchemaCommand.Examples),
        new("generate", GenerateCommand.Create, GenerateCommand.Examples),
        new("formats", FormatsCommand.Create, Examples: null),
        new("completion", CompletionCommand.Create, CompletionCommand.Examples),
    ];

    /// <summary>The command of a name; null where there is none.</summary>
    public static NamedCommand? Find(string name)
    {
        foreach (NamedCommand command in All)
        {
            if (command.Name == name)
            {
                return command;
            }
        }

        return null;
    }
}
