using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Plumbline.Cli.Commands;

/// <summary>Help, and after it the examples of the command that it is about.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        try
        {
            return Write(parseResult);
        }
        catch (IOException fault)
        {
            throw new UsageException($"cannot write standard output: {fault.Message}");
        }
    }

    private static int Write(ParseResult parseResult)
    {
        int result = new HelpAction().Invoke(parseResult);
        string name = parseResult.CommandResult.Command.Name;
        string? examples = NamedCommand.Find(name)?.Examples;
        if (examples is not null)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(examples);
        }

        return result;
    }
}
