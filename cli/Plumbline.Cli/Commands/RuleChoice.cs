namespace Plumbline.Cli.Commands;

/// <summary>The rules that count: <c>--select</c> names them, <c>--ignore</c> takes some away.</summary>
internal static class RuleChoice
{
    /// <summary>The rules that can be chosen: PLB4xxx and PLB5xxx are about data, the others about schema files and code.</summary>
    public static IReadOnlyList<Rule> OfData { get; } = [.. Rules.All.Where(rule => rule.Id[3] is '4' or '5')];

    /// <summary>The rules that do not count; null where all do.</summary>
    /// <param name="select">Ids, slugs or beginnings of ids, several to a value with commas; none for all rules.</param>
    /// <param name="ignore">The same of those to leave aside, also where they are selected.</param>
    /// <exception cref="UsageException">One is unknown, or no rule is left.</exception>
    public static IReadOnlySet<Rule>? Ignored(IReadOnlyList<string> select, IReadOnlyList<string> ignore) =>
        select.Count == 0 && ignore.Count == 0 ? null : NotCounting(select, ignore);

    private static HashSet<Rule> NotCounting(IReadOnlyList<string> select, IReadOnlyList<string> ignore)
    {
        HashSet<Rule> counting = select.Count == 0 ? [.. OfData] : Named("--select", select);
        counting.ExceptWith(Named("--ignore", ignore));
        return counting.Count > 0
            ? new HashSet<Rule>(OfData.Where(rule => !counting.Contains(rule)))
            : throw new UsageException("no rule is left: --ignore takes away all that --select names");
    }

    private static HashSet<Rule> Named(string option, IReadOnlyList<string> values)
    {
        var named = new HashSet<Rule>();
        foreach (string name in values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            Rule[] rules = [.. OfData.Where(rule => rule.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(rule.Slug, name, StringComparison.OrdinalIgnoreCase))];
            named.UnionWith(rules.Length > 0 ? rules : throw Unknown(option, name));
        }

        return named;
    }

    private static UsageException Unknown(string option, string name)
    {
        if (Rules.Find(name) is { } other)
        {
            return new($"{option} {name} has no effect: {other} is about schema files and code, not about data");
        }

        string? meant = NearestName.Find(name, [.. OfData.Select(rule => rule.Slug), .. OfData.Select(rule => rule.Id)]);
        string hint = meant is null ? "" : $": did you mean \"{meant}\"?";
        return new($"{option}: unknown rule \"{name}\"{hint}; a rule is an id (PLB4010), a slug (required) or the beginning of ids (PLB50)");
    }
}
