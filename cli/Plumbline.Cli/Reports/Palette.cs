namespace Plumbline.Cli.Reports;

/// <summary>Colours, or none.</summary>
/// <param name="isOn">Whether anything is coloured.</param>
internal sealed class Palette(bool isOn)
{
    /// <summary>Colours where standard output is a terminal that takes them and <c>NO_COLOR</c> (no-color.org) is not set.</summary>
    public static Palette ForStandardOutput() => new(
        !Console.IsOutputRedirected &&
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) &&
        Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));

    /// <summary>No colours.</summary>
    public static Palette None { get; } = new(false);

    public string Severity(Severity severity, string text) => severity switch
    {
        Plumbline.Severity.Error => Paint("1;31", text),
        Plumbline.Severity.Warning => Paint("1;33", text),
        _ => Paint("1;36", text),
    };

    public string Changed(bool isAdded, string text) => Paint(isAdded ? "32" : "31", text);

    public string Faint(string text) => Paint("2", text);

    public string Strong(string text) => Paint("1", text);

    private string Paint(string code, string text) => isOn ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
