using System.Globalization;

namespace Plumbline.Cli.Arguments;

/// <summary>
/// A command line, read by a <see cref="CommandSyntax"/>: <c>--name value</c>, <c>--name=value</c>, <c>-n value</c>, operands in between, and
/// after <c>--</c> operands only.
/// </summary>
/// <remarks>Written out here because it is on the way of every run: a library for command lines took longer to start than the reading of the first
/// thousand lines. So the usual way through has no LINQ and no tables.</remarks>
internal sealed class ParsedArguments
{
    private readonly CommandSyntax _syntax;
    private readonly string?[] _values;
    private readonly List<string> _operands = [];
    private readonly List<string> _errors = [];

    private ParsedArguments(CommandSyntax syntax)
    {
        _syntax = syntax;
        _values = new string?[syntax.Options.Length];
    }

    /// <summary>What stands for itself: files.</summary>
    public IReadOnlyList<string> Operands => _operands;

    /// <summary>What is wrong with the command line; whoever reads values may add to it.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads the words after the name of the command.</summary>
    public static ParsedArguments Parse(CommandSyntax syntax, ReadOnlySpan<string> words)
    {
        var parsed = new ParsedArguments(syntax);
        bool areOperands = false;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (areOperands || word.Length < 2 || word[0] != '-')
            {
                parsed._operands.Add(word);
            }
            else if (word == "--")
            {
                areOperands = true;
            }
            else
            {
                parsed.Take(word, words, ref i);
            }
        }

        if (syntax.OperandName is null && parsed._operands.Count > 0)
        {
            parsed.Refuse($"unknown argument \"{parsed._operands[0]}\"");
        }
        else if (syntax.OperandName is not null && parsed._operands.Count == 0)
        {
            parsed.Refuse($"say what to read: {syntax.OperandName}");
        }

        return parsed;
    }

    /// <summary>Whether an option was given.</summary>
    public bool Has(Option option) => this[option] is not null;

    /// <summary>The value of an option; null where it was not given.</summary>
    public string? this[Option option] => _values[Array.IndexOf(_syntax.Options, option)];

    /// <summary>The number that an option gives; null where it was not given.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The least that makes sense.</param>
    /// <param name="most">The most that makes sense.</param>
    public long? Number(Option option, long least, long most)
    {
        if (this[option] is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            Refuse($"{option.Name} takes a number, not \"{text}\"");
        }
        else if (number < least || number > most)
        {
            Refuse(number < least ? $"{option.Name} must be at least {least}" : $"{option.Name} must be at most {most}");
        }

        return number;
    }

    /// <summary>Notes what is wrong with the command line.</summary>
    public void Refuse(string error) => _errors.Add(error);

    private void Take(string word, ReadOnlySpan<string> words, ref int at)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        ReadOnlySpan<char> name = equals < 0 ? word : word.AsSpan(0, equals);
        if (_syntax.Find(name) is not { } option)
        {
            RefuseUnknown(word, name.ToString());
            return;
        }

        string value = "";
        if (option.ValueName is null)
        {
            if (equals >= 0)
            {
                Refuse($"{option.Name} takes no value");
            }
        }
        else if (equals >= 0)
        {
            value = word[(equals + 1)..];
        }
        else if (at + 1 < words.Length && _syntax.Find(words[at + 1]) is null)
        {
            value = words[++at];
        }
        else
        {
            Refuse($"{option.Name} needs a value: {option.Name} {option.ValueName}");
        }

        Set(option, value);
    }

    private void Set(Option option, string value)
    {
        ref string? place = ref _values[Array.IndexOf(_syntax.Options, option)];
        if (place is not null && option.ValueName is not null)
        {
            Refuse($"{option.Name} is given twice");
        }
        else if (option.Values.Length > 0 && Array.IndexOf(option.Values, value) < 0)
        {
            Refuse($"unknown value \"{value}\" of {option.Name}{Hint(value, option.Values)}; there are {string.Join(", ", option.Values)}");
        }

        place = value;
    }

    private void RefuseUnknown(string word, string name) =>
        Refuse($"unknown option \"{name}\"{Hint(name, Array.ConvertAll(_syntax.Options, option => option.Name))} (a file of that name is ./{word})");

    private static string Hint(string name, string[] names) => NearestName.Find(name, names) is { } meant ? $": did you mean \"{meant}\"?" : "";
}
