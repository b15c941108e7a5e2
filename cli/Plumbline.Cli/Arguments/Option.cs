namespace Plumbline.Cli.Arguments;

/// <summary>An option of a command.</summary>
/// <param name="name">Its name with both dashes.</param>
/// <param name="value">What stands for its value in help; null where the option takes none.</param>
/// <param name="description">A sentence for help.</param>
internal sealed class Option(string name, string? value, string description)
{
    /// <summary>Asks for help; every command has it.</summary>
    public static Option Help { get; } = new("--help", null, "Show help and usage information.") { Short = "-h" };

    /// <summary>Its name with both dashes.</summary>
    public string Name => name;

    /// <summary>What stands for its value in help; null where the option takes none.</summary>
    public string? ValueName => value;

    /// <summary>A sentence for help.</summary>
    public string Description => description;

    /// <summary>Its name of one dash and one letter, or null.</summary>
    public string? Short { get; init; }

    /// <summary>The values that there are; empty where any will do.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>Whether a word of the command line is this option.</summary>
    public bool IsNamed(ReadOnlySpan<char> word) => word.SequenceEqual(name) || (Short is not null && word.SequenceEqual(Short));
}
