namespace Plumbline.Cli.Reports.Html;

/// <summary>Findings by what they have in common: the rule, the severity and the place in the schema. The first few of each are kept, and all are
/// counted, so that memory does not grow with the lines that fail.</summary>
internal sealed class FindingGroups
{
    private const int Kept = 3;
    private const int MostGroups = 2000;

    private readonly Dictionary<(Rule Rule, Severity Severity, string? Location), FindingGroup> _groups = [];

    /// <summary>The groups: errors first, then by how many findings they have.</summary>
    public IEnumerable<FindingGroup> InOrder =>
        _groups.Values.OrderBy(group => group.Severity).ThenByDescending(group => group.Count).ThenBy(group => group.Order);

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        FindingGroup group = Of(finding.Rule, finding.Severity, finding.SchemaLocation, finding.Effect);
        group.Count++;
        if (group.First.Count < Kept)
        {
            group.First.Add(finding);
        }
    }

    /// <summary>Counts a finding that need not be built, because its group has enough.</summary>
    public bool OnlyCounts(Assertion assertion)
    {
        if (!_groups.TryGetValue(Key(assertion.Rule, assertion.Severity, assertion.Location), out FindingGroup? group) || group.First.Count < Kept)
        {
            return false;
        }

        group.Count++;
        return true;
    }

    // Findings about a line as a whole are told without a place in the schema, but are asserted with one.
    private static (Rule Rule, Severity Severity, string? Location) Key(Rule rule, Severity severity, string? location) =>
        (rule, severity, rule.Id[3] == '5' || location?.Length == 0 ? null : location);

    private FindingGroup Of(Rule rule, Severity severity, string? location, Effect effect)
    {
        (Rule Rule, Severity Severity, string? Location) key = Key(rule, severity, location);

        // Places of a schema are few; where one has thousands, the rule alone tells them apart.
        key = _groups.Count < MostGroups || _groups.ContainsKey(key) ? key : (rule, severity, null);
        if (!_groups.TryGetValue(key, out FindingGroup? group))
        {
            group = new FindingGroup(rule, severity, key.Location, effect, _groups.Count);
            _groups.Add(key, group);
        }

        return group;
    }
}

/// <summary>Findings that have their rule, severity and place in the schema in common.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Location">Where the keyword stands in its schema, or null.</param>
/// <param name="Effect">What the service does with such values.</param>
/// <param name="Order">Position by first sight.</param>
internal sealed record FindingGroup(Rule Rule, Severity Severity, string? Location, Effect Effect, int Order)
{
    /// <summary>How many there are.</summary>
    public long Count { get; set; }

    /// <summary>The first few.</summary>
    public List<Finding> First { get; } = [];
}
