using System.Globalization;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Statistics;

/// <summary>What occurs more than once, as text.</summary>
internal sealed class DuplicatesText(TextWriter writer, Palette palette)
{
    /// <summary>Writes it.</summary>
    public void Write(StatsOutcome outcome)
    {
        writer.WriteLine(palette.Strong("duplicates") + (outcome.Evaluation is null ? "" : palette.Strong(" and leakage")));
        writer.WriteLine($"  compared: {SeverityWords.Of(outcome.HashedExamples, "example")}, {Prompts(outcome)}");
        double bound = ExampleHash.FalseMatchBound(Math.Max(2, outcome.HashedExamples + outcome.HashedPrompts));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  by 128 bits of SHA-256: the chance of any false match is below {bound:0.#E+0}"));
        writer.WriteLine();
        foreach ((Rule rule, LargestGroups groups) in outcome.Repetitions)
        {
            if (groups.Groups > 0)
            {
                Write(rule, groups, outcome);
            }
        }
    }

    private static string Prompts(StatsOutcome outcome)
    {
        string[] prompts =
        [
            .. outcome.Targets.Select(target => string.Join(", ", (target.Dataset?.Prompt ?? []).Select(Words))).Where(words => words.Length > 0),
        ];
        return outcome.Targets.Count == 0 ? "no prompts: --format NAME says what they are"
            : prompts.Length == 0 ? "no prompts: the format does not say what they are"
            : $"{SeverityWords.Of(outcome.HashedPrompts, "prompt")} ({string.Join("; ", prompts.Distinct(StringComparer.Ordinal))})";
    }

    private static string Words(PromptPart part) => part.AllButLast ? $"{part.Path.Text} save its last item" : part.Path.Text;

    private void Write(Rule rule, LargestGroups groups, StatsOutcome outcome)
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"{groups.Findings:N0} in {SeverityWords.Of(groups.Groups, "group")}");
        writer.WriteLine($"{palette.Severity(rule.Severity, rule.Severity.Word())} {palette.Strong($"{rule.Id} {rule.Slug}")}: {rule.Title} ({counts})");
        foreach (DuplicateGroup group in groups.Largest)
        {
            string lines = Places(group.Lines, outcome);
            long more = group.Training.Length > 0 ? group.Count - group.Lines.Length : group.Count + 1 - group.Lines.Length;
            string rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more:N0} more") : "";
            writer.WriteLine(group.Training.Length > 0 ? $"  {lines}{rest}, in training {Places(group.Training, outcome)}" : $"  {lines}{rest}");
        }

        long left = groups.Groups - groups.Largest.Count;
        if (left > 0)
        {
            writer.WriteLine(palette.Faint($"  … and {SeverityWords.Of(left, "smaller group")}: --top N tells more"));
        }

        writer.WriteLine();
    }

    // The name of a file once, before the first of its lines.
    private static string Places(Place[] places, StatsOutcome outcome) => string.Join(", ", places
        .GroupBy(place => place.File)
        .Select(file => $"{Printable.Text(outcome.PathOf(file.First()))}:{string.Join(", ", file.Select(place => place.Line))}"));
}
