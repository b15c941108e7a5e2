namespace Plumbline.Cli.Arguments;

/// <summary>Help, printed from the table that command lines are read by.</summary>
internal static class HelpText
{
    /// <summary>Help about the tool as a whole.</summary>
    public static void Write(TextWriter writer, string description, IReadOnlyList<Option> options, IReadOnlyList<CommandSyntax> commands)
    {
        writer.WriteLine($"Description:\n  {description}\n");
        writer.WriteLine("Usage:\n  plumbline COMMAND [options]\n");
        WriteTable(writer, "Commands", [.. commands.Select(command => (Left(command), command.Description))]);
        WriteTable(writer, "Options", [.. options.Select(Row)]);
        writer.WriteLine("plumbline COMMAND --help has the options and examples of a command.");
    }

    /// <summary>Help about one command, with its examples.</summary>
    public static void Write(TextWriter writer, CommandSyntax command)
    {
        writer.WriteLine($"Description:\n  {command.Description}\n");
        writer.WriteLine($"Usage:\n  plumbline {Left(command)}{(command.OperandName is null ? "" : "...")} [options]\n");
        if (command.OperandName is { } operand)
        {
            WriteTable(writer, "Arguments", [(operand, command.OperandDescription)]);
        }

        WriteTable(writer, "Options", [.. command.Options.Select(Row)]);
        if (command.Examples.Length > 0)
        {
            writer.WriteLine(command.Examples);
        }
    }

    private static string Left(CommandSyntax command) => command.OperandName is null ? command.Name : $"{command.Name} {command.OperandName}";

    private static (string Left, string Right) Row(Option option)
    {
        string name = option.Short is null ? option.Name : $"{option.Short}, {option.Name}";
        return (option.ValueName is null ? name : $"{name} {option.ValueName}", option.Description);
    }

    private static void WriteTable(TextWriter writer, string title, IReadOnlyList<(string Left, string Right)> rows)
    {
        int width = rows.Max(row => row.Left.Length) + 2;
        writer.WriteLine($"{title}:");
        foreach ((string left, string right) in rows)
        {
            writer.WriteLine($"  {left.PadRight(width)}{right}");
        }

        writer.WriteLine();
    }
}
