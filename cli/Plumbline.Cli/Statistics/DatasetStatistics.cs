namespace Plumbline.Cli.Statistics;

/// <summary>What the texts of a dataset are like. Parts are absorbed in the order in which they stand in their files, so that fields are in the order of first
/// sight.</summary>
internal sealed class DatasetStatistics
{
    /// <summary>The path that stands for all fields of a dataset which has too many to tell apart.</summary>
    public const string AllFields = TokenStatistics.AllFields;

    // Fields beyond that come from names that are data, identifiers say.
    private const int MostFields = 1000;

    private readonly List<FieldStatistics> _fields = [];
    private readonly Dictionary<string, FieldStatistics> _byPath = new(StringComparer.Ordinal);

    /// <summary>The fields that hold text.</summary>
    public IReadOnlyList<FieldStatistics> Fields => _fields;

    /// <summary>In which writing systems the texts are.</summary>
    public ScriptCounts Scripts { get; } = new();

    /// <summary>Turns an example; empty where the format does not say what a turn is.</summary>
    public Distribution Turns { get; } = new();

    /// <summary>Adds the texts of another part of the dataset, which comes after this one.</summary>
    public void Absorb(DatasetStatistics next)
    {
        // Where a part has too many fields, so has the whole.
        if (next.IsFolded && !IsFolded)
        {
            Fold();
        }

        foreach (FieldStatistics field in next._fields)
        {
            Absorb(field);
        }

        Scripts.Absorb(next.Scripts);
        Turns.Absorb(next.Turns);
    }

    /// <summary>Adds the texts of a field.</summary>
    public void Absorb(FieldStatistics next)
    {
        string path = IsFolded ? AllFields : next.Path;
        if (!_byPath.TryGetValue(path, out FieldStatistics? field))
        {
            field = new FieldStatistics(path);
            _byPath.Add(path, field);
            _fields.Add(field);
        }

        field.Absorb(next);
        if (_fields.Count > MostFields)
        {
            Fold();
        }
    }

    private bool IsFolded => _fields is [{ Path: AllFields }];

    private void Fold()
    {
        var all = new FieldStatistics(AllFields);
        _fields.ForEach(all.Absorb);
        _fields.Clear();
        _byPath.Clear();
        _fields.Add(all);
        _byPath.Add(AllFields, all);
    }
}
