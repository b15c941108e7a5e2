using System.Globalization;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>What makes the rules of a dataset.</summary>
internal static class DatasetText
{
    /// <summary>The arguments of the constructor.</summary>
    public static IReadOnlyList<string> ArgumentsOf(DatasetSpec dataset)
    {
        var arguments = new List<string> { Literals.String(dataset.Location) };
        Add("minExamples", dataset.MinExamples);
        Add("maxExamples", dataset.MaxExamples);
        Add("recommendedExamples", dataset.RecommendedExamples);
        if (dataset.Evaluation is { } evaluation)
        {
            arguments.Add("hasEvaluation: true");
            Add("minEvaluation", evaluation.MinExamples);
            Add("maxEvaluation", evaluation.MaxExamples);
        }

        AddList("totals", dataset.Totals.Select((t, i) => New(
            Literals.String(t.Path),
            Literals.Number(t.Max),
            Literals.String($"{dataset.Location}/totals/{i.ToString(CultureInfo.InvariantCulture)}"))));
        AddList("models", dataset.Models.Select(m => New(Literals.String(m.Name), m.TokenLimits ? "true" : "false")));
        AddList("defaults", dataset.Defaults.Select(d => New(Literals.String(d.Path), Literals.String(d.Parameter))));
        if (dataset.TokenizerNote is { } note)
        {
            arguments.Add($"tokenizerNote: {Literals.String(note)}");
        }

        AddList("uniform", dataset.Uniform.Select((u, i) => New(
            Literals.Strings(u.At),
            u.ByValue ? "true" : "false",
            u.IsOptional ? "true" : "false",
            u.IsWarning ? "true" : "false",
            Literals.OrNull(u.Message),
            Literals.String($"{dataset.Location}/uniform/{i.ToString(CultureInfo.InvariantCulture)}"))));
        if (dataset.Evaluation is { Percent: { } percent } share)
        {
            Add("evaluationPercent", percent);
            Add("evaluationPercentAbove", share.PercentAbove);
        }

        AddList("prompt", dataset.Prompt.Select(p => New(Literals.String(p.Path), p.AllButLast ? "true" : "false", Literals.OrNull(p.Unless))));
        if (dataset.Turns is { } turns)
        {
            arguments.Add($"turns: {Literals.String(turns)}");
        }

        return arguments;

        void Add(string name, long? value)
        {
            if (value is { } number)
            {
                arguments.Add($"{name}: {Literals.Number(number)}");
            }
        }

        void AddList(string name, IEnumerable<string> items)
        {
            string list = string.Join(", ", items);
            if (list.Length > 0)
            {
                arguments.Add($"{name}: [{list}]");
            }
        }
    }

    private static string New(params string[] arguments) => $"new({string.Join(", ", arguments)})";
}
