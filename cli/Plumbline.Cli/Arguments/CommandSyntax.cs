namespace Plumbline.Cli.Arguments;

/// <summary>What a command understands: the one table from which command lines are read and help is printed.</summary>
/// <param name="name">The word that calls it.</param>
/// <param name="description">A sentence for help.</param>
/// <param name="options">Its options, in the order of help, without <see cref="Option.Help"/>.</param>
internal sealed class CommandSyntax(string name, string description, params Option[] options)
{
    /// <summary>The word that calls it.</summary>
    public string Name => name;

    /// <summary>A sentence for help.</summary>
    public string Description => description;

    /// <summary>Its options and <see cref="Option.Help"/>, in the order of help.</summary>
    public Option[] Options { get; } = [.. options, Option.Help];

    /// <summary>What stands for its operands in help, of which it takes one or more; null where it takes none.</summary>
    public string? OperandName { get; init; }

    /// <summary>A sentence for help about its operands.</summary>
    public string OperandDescription { get; init; } = "";

    /// <summary>What help shows after the options.</summary>
    public string Examples { get; init; } = "";

    /// <summary>The option that a word names, or null.</summary>
    public Option? Find(ReadOnlySpan<char> word)
    {
        foreach (Option option in Options)
        {
            if (option.IsNamed(word))
            {
                return option;
            }
        }

        return null;
    }
}
