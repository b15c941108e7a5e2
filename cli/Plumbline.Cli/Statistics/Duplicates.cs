namespace Plumbline.Cli.Statistics;

/// <summary>What occurs more than once in the datasets of a run.</summary>
/// <param name="Examples">Examples that occur more than once on one side.</param>
/// <param name="Prompts">Prompts that occur in different examples of one side.</param>
/// <param name="LeakedExamples">Examples of the evaluation files that are in the training files.</param>
/// <param name="LeakedPrompts">Prompts of other examples of the evaluation files that are in the training files.</param>
internal sealed record Duplicates(LargestGroups Examples, LargestGroups Prompts, LargestGroups LeakedExamples, LargestGroups LeakedPrompts);

/// <summary>Lines that are the same in some way.</summary>
/// <param name="Count">How many findings they are: lines beyond the first, or evaluation lines that are in training.</param>
/// <param name="Lines">The first of the lines.</param>
/// <param name="Training">Of evaluation lines, the first training lines that are the same.</param>
internal sealed record DuplicateGroup(long Count, Place[] Lines, Place[] Training);

/// <summary>Counts groups, and keeps the largest of them; among those of one size, the first.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class LargestGroups(int most)
{
    private readonly List<DuplicateGroup> _groups = [];

    /// <summary>How many groups there are.</summary>
    public long Groups { get; private set; }

    /// <summary>How many findings they are together.</summary>
    public long Findings { get; private set; }

    /// <summary>The largest, in their order.</summary>
    public IReadOnlyList<DuplicateGroup> Largest
    {
        get
        {
            Trim();
            return _groups;
        }
    }

    /// <summary>Adds a group.</summary>
    public void Add(DuplicateGroup group)
    {
        Groups++;
        Findings += group.Count;
        _groups.Add(group);
        if (_groups.Count >= 2L * most + 64)
        {
            Trim();
        }
    }

    private void Trim()
    {
        _groups.Sort(static (x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : x.Lines[0].CompareTo(y.Lines[0]));
        if (_groups.Count > most)
        {
            _groups.RemoveRange(most, _groups.Count - most);
        }
    }
}
