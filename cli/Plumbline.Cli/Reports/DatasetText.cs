using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Reports;

/// <summary>What a schema asks of a file as a whole, a line each.</summary>
internal static class DatasetText
{
    /// <summary>Writes the lines.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rules">What the schema asks.</param>
    /// <param name="indent">White space before each line.</param>
    public static void Write(TextWriter writer, DatasetRules rules, string indent)
    {
        if (rules.Models.Count > 0)
        {
            writer.WriteLine($"{indent}models      {string.Join(", ", rules.Models.Select(model => model.Name))}");
        }

        writer.WriteLine($"{indent}examples    {Bounds(rules.MinExamples, rules.MaxExamples, rules.RecommendedExamples)}");
        string evaluation = rules.HasEvaluation ? Bounds(rules.MinEvaluation, rules.MaxEvaluation, null) + Share(rules.EvaluationShare) : "none";
        writer.WriteLine($"{indent}evaluation  {evaluation}");
        foreach (DatasetTotal total in rules.Totals)
        {
            writer.WriteLine($"{indent}total       at most {SeverityWords.Of(total.Max, total.Noun)} ({total.Path})");
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
        : string.Create(CultureInfo.InvariantCulture, $", beyond {share.Above:N0} at most {share.Percent} % of the training examples");

    private static void Append(StringBuilder text, string words, DatasetBound? bound)
    {
        if (bound is not null)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(words)
                .Append(CultureInfo.InvariantCulture, $"{bound.Limit:N0}");
        }
    }
}
