namespace Plumbline.Cli.Reports;

/// <summary>
/// Findings for readers that take a limited number: as many as there is room for, shared out among the rules, so that a rule that every line breaks
/// hides no other. What is beyond a rule's share is counted. Memory does not grow with the findings.
/// </summary>
internal sealed class FindingSample
{
    private readonly List<Group> _groups = [];
    private readonly int _limit;
    private int _share;
    private int _kept;
    private long _count;

    /// <summary>Creates a sample.</summary>
    /// <param name="limit">The most findings that are kept, with one place for what is left of each rule.</param>
    public FindingSample(int limit)
    {
        _limit = limit;
        _share = limit;
    }

    /// <summary>Groups in the order of first sight.</summary>
    public IReadOnlyList<Group> Groups => _groups;

    /// <summary>Findings that were added.</summary>
    public long Count => _count;

    /// <summary>The findings that are kept, in the order in which they came.</summary>
    public IEnumerable<(Group Group, Finding Finding)> InOrder() => _groups
        .SelectMany(group => group.Kept.Select(kept => (kept.Order, Group: group, kept.Finding)))
        .OrderBy(kept => kept.Order)
        .Select(kept => (kept.Group, kept.Finding));

    /// <summary>Adds a finding.</summary>
    /// <returns>Whether it is kept, for now, or the first of its rule that is not.</returns>
    public bool Add(Finding finding)
    {
        Group? group = Find(finding.Rule, finding.Severity);
        if (group is null)
        {
            group = new Group(finding.Rule, finding.Severity);
            _groups.Add(group);
        }

        _count++;
        group.Count++;
        if (group.Kept.Count >= _share)
        {
            bool isNext = group.Next is null;
            group.Next ??= finding;
            return isNext;
        }

        group.Kept.Add(new KeptFinding(_count, finding));
        _kept++;
        while (_kept + _groups.Count > _limit && _share > 0)
        {
            Halve();
        }

        return true;
    }

    /// <summary>Counts a finding that need not be built: its rule's share is full, and shares only ever shrink.</summary>
    public bool OnlyCounts(Assertion assertion)
    {
        if (Find(assertion.Rule, assertion.Severity) is not { Next: not null } group)
        {
            return false;
        }

        _count++;
        group.Count++;
        return true;
    }

    private Group? Find(Rule rule, Severity severity)
    {
        foreach (Group group in _groups)
        {
            if (ReferenceEquals(group.Rule, rule) && group.Severity == severity)
            {
                return group;
            }
        }

        return null;
    }

    private void Halve()
    {
        _share /= 2;
        foreach (Group group in _groups)
        {
            if (group.Kept.Count > _share)
            {
                group.Next = group.Kept[_share].Finding;
                _kept -= group.Kept.Count - _share;
                group.Kept.RemoveRange(_share, group.Kept.Count - _share);
            }
        }
    }

    /// <summary>A finding, and how many came before it.</summary>
    public sealed record KeptFinding(long Order, Finding Finding);

    /// <summary>The findings of one rule and severity.</summary>
    public sealed class Group(Rule rule, Severity severity)
    {
        /// <summary>The rule.</summary>
        public Rule Rule => rule;

        /// <summary>The severity.</summary>
        public Severity Severity => severity;

        /// <summary>Findings in all.</summary>
        public long Count { get; set; }

        /// <summary>Findings that are counted only.</summary>
        public long Rest => Count - Kept.Count;

        /// <summary>The first findings.</summary>
        public List<KeptFinding> Kept { get; } = [];

        /// <summary>The first finding that is not among them; null where all are.</summary>
        public Finding? Next { get; set; }

        /// <summary>What stands for those that are counted only; empty where all are kept.</summary>
        public string RestMessage =>
            Next is null ? "" : Rest == 1 ? Next.Message : $"{SeverityWords.Of(Rest, "more finding")} of {rule}, of which this is the first: {Next.Message}";
    }
}
