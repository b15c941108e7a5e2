using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plumbline.Cli.Commands;

/// <summary>The files of a command, at least one; names are taken as they are, for the reason that <see cref="TextOption"/> has.</summary>
internal sealed class FilesArgument : Argument<string[]>
{
    /// <summary>Creates an argument.</summary>
    public FilesArgument(string name)
        : base(name)
    {
        Arity = ArgumentArity.OneOrMore;
        CustomParser = Texts;
    }

    private static string[] Texts(ArgumentResult argument)
    {
        var texts = new string[argument.Tokens.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = argument.Tokens[i].Value;
        }

        return texts;
    }
}
