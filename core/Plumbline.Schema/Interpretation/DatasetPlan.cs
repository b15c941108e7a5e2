using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Schema.Interpretation;

/// <summary>Makes the rules of a run out of what <c>x-dataset</c> says.</summary>
public static class DatasetPlan
{
    /// <summary>The rules.</summary>
    public static DatasetRules RulesOf(DatasetSpec spec) => new(
        spec.Location,
        spec.MinExamples,
        spec.MaxExamples,
        spec.RecommendedExamples,
        spec.Evaluation is not null,
        spec.Evaluation?.MinExamples,
        spec.Evaluation?.MaxExamples,
        [.. spec.Totals.Items.Select((total, i) =>
            new DatasetTotal(total.Path, total.Max, $"{spec.Location}/totals/{i.ToString(CultureInfo.InvariantCulture)}"))],
        [.. spec.Models.Items.Select(model => new DatasetModel(model.Name, model.TokenLimits))],
        [.. spec.Defaults.Items.Select(stand => new DatasetDefault(stand.Path, stand.Parameter))],
        spec.TokenizerNote,
        [.. spec.Uniform.Items.Select((uniform, i) => new UniformRule(
            [.. uniform.At], uniform.ByValue, uniform.IsOptional, uniform.IsWarning, uniform.Message,
            $"{spec.Location}/uniform/{i.ToString(CultureInfo.InvariantCulture)}"))],
        spec.Evaluation?.Percent,
        spec.Evaluation?.PercentAbove ?? 0,
        [.. spec.Prompt.Items.Select(part => new PromptPart(part.Path, part.AllButLast, part.Unless))],
        spec.Turns);
}
