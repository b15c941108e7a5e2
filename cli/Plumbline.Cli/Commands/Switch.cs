using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plumbline.Cli.Commands;

/// <summary>An option that is there or not. Of strings, though none follows: options of other types are instances of generic code that has to be compiled
/// when the tool starts.</summary>
internal sealed class Switch : Option<string?>
{
    /// <summary>Creates a switch.</summary>
    public Switch(string name, params string[] aliases)
        : base(name, aliases) => Arity = ArgumentArity.Zero;

    /// <summary>Whether it is there.</summary>
    public bool IsOn(ParseResult parsed) => parsed.GetResult(this) is { Implicit: false };

    /// <summary>Whether it is there.</summary>
    public bool IsOn(CommandResult parsed) => parsed.GetResult(this) is { Implicit: false };
}
