using System.CommandLine;
using System.Text;
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

        if (rules is null)
        {
            return;
        }

        if (rules.Models.Count > 0)
        {
            writer.WriteLine($"  models      {string.Join(", ", rules.Models.Select(model => model.Name))}");
        }

        writer.WriteLine($"  examples    {Bounds(rules.MinExamples, rules.MaxExamples, rules.RecommendedExamples)}");
        writer.WriteLine($"  evaluation  {(rules.HasEvaluation ? Bounds(rules.MinEvaluation, rules.MaxEvaluation, null) + Share(rules.EvaluationShare) : "none")}");
        foreach (DatasetTotal total in rules.Totals)
        {
            writer.WriteLine($"  total       at most {SeverityWords.Of(total.Max, total.Noun)} ({total.Path})");
        }
    }

    private static string Bounds(DatasetBound? min, DatasetBound? max, DatasetBound? recommended)
    {
        var text = new StringBuilder();
        Append(text, "at least ", min);
        Append(text, "at most ", max);
        Append(text, "recommended ", recommended);
        return text.Length == 0 ? "any number" : text.ToString();
    }

    private static string Share(DatasetShare? share) => share is null
        ? ""
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", beyond {share.Above:N0} at most {share.Percent} % of the training examples");

    private static string Told(string lead, string? text) => text is null ? "" : lead + text;

    private static void Append(StringBuilder text, string words, DatasetBound? bound)
    {
        if (bound is not null)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(words)
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"{bound.Limit:N0}");
        }
    }
}
