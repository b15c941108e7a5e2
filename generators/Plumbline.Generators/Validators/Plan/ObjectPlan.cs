namespace Plumbline.Generators.Validators.Plan;

/// <summary>What is judged of an object.</summary>
internal sealed class ObjectPlan(PlanNode others)
{
    /// <summary>So many members have their bits in one word.</summary>
    public const int MostInWord = 64;

    /// <summary>The names that some schema or tap knows; a name's number is its place here.</summary>
    public List<MemberPlan> Members { get; } = [];

    /// <summary>How any other member's value is judged.</summary>
    public PlanNode Others { get; } = others;

    /// <summary>Where <see cref="Others"/> comes from, for the comment; empty when nothing is said.</summary>
    public string OthersLocation { get; set; } = "";

    /// <summary>Faults of any other member, at its name.</summary>
    public List<Demand> Unknown { get; } = [];

    /// <summary>Schemas with <c>patternProperties</c>: what they say of names that are not in <see cref="Members"/>.</summary>
    public List<PatternedMembers> Patterned { get; } = [];

    /// <summary>Whether some schema evaluates every other member.</summary>
    public bool OthersAreCovered { get; set; }

    /// <summary>Whether any member is evaluated.</summary>
    public bool CoversAny => OthersAreCovered || Patterned.Count > 0 || Members.Exists(m => m.IsCovered);

    /// <summary><c>propertyNames</c>: judge the name as if it were a value.</summary>
    public PlanNode? Names { get; set; }

    /// <summary>Members that have to be present.</summary>
    public List<RequiredMembers> Required { get; } = [];

    /// <summary><c>dependentSchemas</c>: judge the object again when a member is present.</summary>
    public List<DependentSchema> Dependent { get; } = [];

    /// <summary><c>minProperties</c> and <c>maxProperties</c>.</summary>
    public List<SizeDemand> Sizes { get; } = [];

    /// <summary>Token bounds over strings inside the object.</summary>
    public List<TokenDemand> Tokens { get; } = [];

    /// <summary><c>x-links</c>, <c>x-maxCount</c> and <c>x-equalCounts</c>.</summary>
    public List<RelationDemand> Relations { get; } = [];

    /// <summary>Whether nothing is said about objects.</summary>
    public bool IsTrivial => Others.IsTrivial && Unknown.Count + Required.Count + Sizes.Count + Tokens.Count + Relations.Count == 0
        && Patterned.TrueForAll(p => p.IsTrivial) && Dependent.TrueForAll(d => d.Value.IsTrivial)
        && Names is null or { IsTrivial: true } && Members.TrueForAll(m => m.IsTrivial);
}

/// <summary>A member known by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">The schema that declares it, for the comment.</param>
/// <param name="Value">How its value is judged.</param>
/// <param name="Unknown">Faults at its name: a merged schema does not know it and allows nothing else.</param>
/// <param name="Counters">Totals of the dataset that count it.</param>
/// <param name="Slots">Slots that note the offset of its value.</param>
/// <param name="Places">Lists of places that take the offset of its value.</param>
/// <param name="IsCovered">Whether some schema evaluates it.</param>
/// <param name="Watched">Its number among <see cref="WatchedNames"/>, or -1.</param>
internal sealed record MemberPlan(
    string Name,
    string Location,
    PlanNode Value,
    IReadOnlyList<Demand> Unknown,
    IReadOnlyList<int> Counters,
    IReadOnlyList<int> Slots,
    IReadOnlyList<int> Places,
    bool IsCovered,
    int Watched)
{
    /// <summary>Whether nothing happens when the member occurs.</summary>
    public bool IsTrivial => Value.IsTrivial && Unknown.Count + Counters.Count + Slots.Count + Places.Count == 0;
}

/// <summary>What a schema with <c>patternProperties</c> says of a name.</summary>
/// <param name="Patterns">Its patterns: each that matches judges the value.</param>
/// <param name="Others">How the value is judged when none matches.</param>
/// <param name="Unknown">Faults when none matches, at the name.</param>
/// <param name="OthersAreCovered">Whether the schema evaluates the member when none matches.</param>
internal sealed record PatternedMembers(
    IReadOnlyList<PatternMembers> Patterns, PlanNode Others, IReadOnlyList<Demand> Unknown, bool OthersAreCovered)
{
    /// <summary>Whether nothing is said.</summary>
    public bool IsTrivial => Others.IsTrivial && Unknown.Count == 0 && Patterns.All(p => p.Value.IsTrivial);
}

/// <summary>Members whose names match a pattern.</summary>
internal sealed record PatternMembers(PatternDemand Pattern, PlanNode Value);

/// <summary>Members that have to be present, always or beside another.</summary>
/// <param name="Members">Their numbers.</param>
/// <param name="Beside">Number of the member that asks for them, or -1.</param>
/// <param name="Demand">The assertion: one fault for each that is missing.</param>
internal sealed record RequiredMembers(IReadOnlyList<int> Members, int Beside, Demand Demand);

/// <summary>A schema that judges an object when it has a member.</summary>
internal sealed record DependentSchema(int Member, string Location, PlanNode Value);
