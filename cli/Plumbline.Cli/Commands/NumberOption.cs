using System.CommandLine;
using System.Globalization;

namespace Plumbline.Cli.Commands;

/// <summary>An option with a whole number between two bounds. A text, for the reason that <see cref="Switch"/> has.</summary>
internal sealed class NumberOption : TextOption
{
    /// <summary>Creates an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    public NumberOption(string name, long least, long most)
        : base(name)
    {
        HelpName = "N";
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ReasonAgainst(token.Value, least, most) is { } reason)
            {
                result.AddError($"{name} {reason}");
            }
        });
    }

    /// <summary>The number; null where the option is absent.</summary>
    public long? Value(ParseResult parsed) => parsed.GetResult(this) is { Tokens: [var token] } && TryRead(token.Value, out long value) ? value : null;

    private static string? ReasonAgainst(string text, long least, long most) =>
        !TryRead(text, out long value) ? $"must be a whole number: \"{text}\" is none"
        : value < least ? $"must be at least {least}"
        : value > most ? $"must be at most {most}"
        : null;

    private static bool TryRead(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
