using System.CommandLine;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline formats</c>: the bundled formats, and what each asks of a file.</summary>
internal static class FormatsCommand
{
    public static Command Create()
    {
        var command = new Command("formats", "Lists the bundled formats, their models and what they ask of a file.");
        command.SetAction(_ =>
        {
            using ReportFile output = ReportFile.Open(null);
            foreach (BundledFormat format in BundledFormats.All)
            {
                Write(output.Writer, format, format.Validator.Dataset);
            }

            output.Complete();
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(TextWriter writer, BundledFormat format, DatasetRules? rules)
    {
        writer.WriteLine(format.Name);
        if (format.Validator.LifeCycle is { } lifeCycle)
        {
            writer.WriteLine($"  status      {lifeCycle.Words} (checked {lifeCycle.Checked}){Told("; ", lifeCycle.Note)}{Told("; see ", lifeCycle.Successor)}");
        }

        if (rules is not null)
        {
            DatasetText.Write(writer, rules, indent: "  ");
        }
    }

    private static string Told(string lead, string? text) => text is null ? "" : lead + text;
}
