namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// How one value is judged, in one reading, by every schema that applies to it: one method of the generated validator. Recursive schemas
/// make the nodes a graph.
/// </summary>
internal sealed class PlanNode(string location)
{
    /// <summary>Location of the schema that the node is named for.</summary>
    public string Location { get; } = location;

    /// <summary>Name of its method.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the method that reads the value once; the same as <see cref="Name"/> unless something reads it again.</summary>
    public string ReadingName { get; set; } = "";

    /// <summary>Name of the method that says whether a value that has been read meets the node; empty where nothing asks that, or where it cannot be told by
    /// looking up members.</summary>
    public string TestName { get; set; } = "";

    /// <summary>Whether the values that the node reads have often been read before: it is a branch, or one of several schemas that read apart. Settled by
    /// <see cref="Lookups"/>.</summary>
    public bool ReadsKnown { get; set; }

    /// <summary>Whether the node is the <c>if</c> of a condition. Settled by <see cref="Lookups"/>.</summary>
    public bool IsCondition { get; set; }

    /// <summary>What the node demands of each kind of values. Settled with the names.</summary>
    public IReadOnlyList<KindPlan> Kinds { get; set; } = [];

    /// <summary>What judges members and items that nothing else has evaluated.</summary>
    public List<UnevaluatedPlan> Unevaluated { get; } = [];

    /// <summary>Whether the node tells a schema around it what it has evaluated of the value.</summary>
    public bool CoversForOthers { get; set; }

    /// <summary>Whether it matters which members and items the node evaluates.</summary>
    public bool Covers => CoversForOthers || Unevaluated.Count > 0;

    /// <summary>Whether the value is read again after its first reading.</summary>
    public bool IsReadAgain => Branches.Count + Also.Count + Unevaluated.Count > 0;

    /// <summary>Whether the first reading of an object tells which members it has, for branches that hang on nothing else.</summary>
    public bool TellsPresence => Branches.Exists(b => b.Presence is not null);

    /// <summary>Number by which readings of the node are remembered; -1 where none has to be. Settled by <see cref="Repetition"/>.</summary>
    public int Visit { get; set; } = -1;

    /// <summary>Whether readings note the offset of a member for <c>x-alternates</c> of the array around.</summary>
    public bool NotesSlots { get; init; }

    /// <summary>Whether the first reading says anything.</summary>
    public bool HasReading => SaysSomethingOfScalars || Object is not null || Array is not null;

    /// <summary>Assertions that fail for every value: boolean schemas <c>false</c>.</summary>
    public List<Demand> Never { get; } = [];

    /// <summary><c>type</c> of each schema.</summary>
    public List<TypeDemand> Types { get; } = [];

    /// <summary><c>enum</c> and <c>const</c> of each schema.</summary>
    public List<LiteralDemand> Literals { get; } = [];

    /// <summary><c>minLength</c> and <c>maxLength</c>.</summary>
    public List<SizeDemand> Lengths { get; } = [];

    /// <summary><c>pattern</c>.</summary>
    public List<PatternDemand> Patterns { get; } = [];

    /// <summary><c>format</c>, of names that are known.</summary>
    public List<FormatDemand> Formats { get; } = [];

    /// <summary>Token bounds of strings.</summary>
    public List<TokenDemand> Tokens { get; } = [];

    /// <summary>Bounds and steps of numbers.</summary>
    public List<NumberDemand> Numbers { get; } = [];

    /// <summary>What is judged of an object, or null.</summary>
    public ObjectPlan? Object { get; set; }

    /// <summary>What is judged of an array, or null.</summary>
    public ArrayPlan? Array { get; set; }

    /// <summary>What is tried: each reads the value again from its start.</summary>
    public List<BranchPlan> Branches { get; } = [];

    /// <summary>Schemas that would make too many combinations: each judges the value by a reading of its own.</summary>
    public List<PlanNode> Also { get; } = [];

    /// <summary>Whether the node says nothing, so that its value only has to be JSON. Settled when all nodes are complete: a recursion
    /// says nothing when nothing on its way does.</summary>
    public bool IsTrivial { get; set; }

    /// <summary>Whether something is demanded that needs no other node.</summary>
    public bool SaysSomethingOfScalars => SaysMoreThanTokens || Tokens.Count > 0;

    /// <summary>Whether something other than <see cref="Tokens"/> is demanded that needs no other node.</summary>
    public bool SaysMoreThanTokens => Never.Count + Types.Count + Literals.Count + Lengths.Count + Patterns.Count + Formats.Count
        + Numbers.Count > 0;
}

/// <summary><c>unevaluatedProperties</c> or <c>unevaluatedItems</c>.</summary>
/// <param name="IsItems">Which of the two.</param>
/// <param name="Location">Location of the schema.</param>
/// <param name="Value">How the values are judged.</param>
/// <param name="Fault">For a <c>false</c> schema: the fault of each member, or of the first item.</param>
internal sealed record UnevaluatedPlan(bool IsItems, string Location, PlanNode Value, Demand? Fault);

/// <summary>Which keyword tries branches.</summary>
internal enum BranchKind
{
    /// <summary><c>anyOf</c>.</summary>
    AnyOf,
    /// <summary><c>oneOf</c>.</summary>
    OneOf,
    /// <summary><c>not</c>.</summary>
    Not,
    /// <summary><c>if</c>, <c>then</c>, <c>else</c>: three branches, in this order.</summary>
    Condition,
}

/// <summary>A keyword that tries branches.</summary>
/// <param name="Kind">The keyword.</param>
/// <param name="Location">Where the keyword stands.</param>
/// <param name="Branches">The branches.</param>
/// <param name="Failed">Reported when no branch matches, and for <c>not</c>; null for a condition.</param>
/// <param name="Many">Reported when several branches of <c>oneOf</c> match.</param>
/// <param name="Advice">The advice under which the keyword itself stands.</param>
/// <param name="Presence">What decides the keyword for objects once their members have been seen, or null.</param>
internal sealed record BranchPlan(
    BranchKind Kind,
    string Location,
    IReadOnlyList<Branch> Branches,
    Demand? Failed,
    Demand? Many,
    AdviceContext? Advice,
    Presence? Presence)
{
    /// <summary>The member of an object that tells which branches it may match, or null. Settled when all nodes are complete.</summary>
    public GuardPlan? Guard { get; init; }
}

/// <summary>One branch.</summary>
/// <param name="Location">Location of its schema.</param>
/// <param name="Value">How it judges the value.</param>
/// <param name="HasAdvice">Whether <c>x-advice</c> stands somewhere inside, which is told when the branch matches.</param>
internal sealed record Branch(string Location, PlanNode Value, bool HasAdvice);
