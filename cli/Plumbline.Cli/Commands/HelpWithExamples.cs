using System.CommandLine;
using System.CommandLine.Invocation;

namespace Plumbline.Cli.Commands;

/// <summary>Help, and after it the examples of the command that it is about.</summary>
/// <param name="help">What prints the help itself.</param>
/// <param name="examples">Examples by name of command.</param>
internal sealed class HelpWithExamples(SynchronousCommandLineAction help, IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command.Name, out string? text))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        }

        return result;
    }
}
