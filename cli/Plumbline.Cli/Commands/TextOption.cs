using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary>An option with a text, taken as it is. The library's way from text to text leads through its table of converters for every type that there is,
/// which a start would wait for.</summary>
internal class TextOption : Option<string?>
{
    /// <summary>Creates an option.</summary>
    public TextOption(string name, params string[] aliases)
        : base(name, aliases) => CustomParser = static result => result.Tokens is [var token] ? token.Value : null;
}
