using System.CommandLine;
using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Commands;

/// <summary>The one report of a command that has few kinds of them: <c>--report KIND[=FILE]</c>, as <c>validate</c> takes it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its file; null for standard output.</param>
internal sealed record ReportChoice(string Kind, string? Path)
{
    /// <summary>The option.</summary>
    /// <param name="description">What the kinds are.</param>
    /// <param name="kinds">Their names, of which the first is told unless another is asked for.</param>
    public static Option<string> Option(string description, params string[] kinds)
    {
        var option = new Option<string>("--report", "-r")
        {
            Description = $"{description} To standard output or to a file, which is written whole or not at all.",
            HelpName = "KIND[=FILE]",
            DefaultValueFactory = _ => kinds[0],
        };
        option.CompletionSources.Add(kinds);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && !(Of(value) is { Path: not "" } choice && kinds.Contains(choice.Kind)))
            {
                string meant = NearestName.Find(Of(value).Kind, kinds) is { } near && near != Of(value).Kind ? $" (did you mean {near}?)" : "";
                result.AddError($"--report {value}: there are {string.Join(", ", kinds)}, each with =FILE where it is not for standard output{meant}");
            }
        });
        return option;
    }

    /// <summary>Reads a value of the option.</summary>
    public static ReportChoice Of(string value)
    {
        int equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(value, null) : new(value[..equals], value[(equals + 1)..] is "-" ? null : value[(equals + 1)..]);
    }

    /// <summary>Refuses a file that is read.</summary>
    /// <exception cref="UsageException">It is.</exception>
    public void ThrowIfRead(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            if (Path is not null && file != InputFiles.StandardInput && OutputPath.IsSame(Path, file))
            {
                throw new UsageException($"--report {Kind}={Path} is one of the files to read");
            }
        }
    }

    /// <summary>Says where it was written, unless that is standard output.</summary>
    public void SayWritten()
    {
        if (Path is not null)
        {
            CommandLine.Say($"{Kind} report written to {Path}");
        }
    }
}
