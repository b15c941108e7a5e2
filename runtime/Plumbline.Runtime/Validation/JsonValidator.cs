using System.ComponentModel;

namespace Plumbline;

/// <summary>Judges JSON against one schema, reading UTF-8 once, forward, without allocating while it is valid. Generated for each root
/// schema; holds no state and may be shared between threads.</summary>
public abstract class JsonValidator
{
    /// <summary>Creates a validator.</summary>
    /// <param name="schemaId">Identifier of the schema.</param>
    /// <param name="dataset">What the schema demands of a dataset as a whole, or null.</param>
    /// <param name="slots">Number of <see cref="Validation.Slots"/> that the generated code uses.</param>
    /// <param name="counters">Number of <see cref="Validation.Counters"/> that it counts.</param>
    /// <param name="places">Number of lists of places that it takes (<see cref="Validation.Place"/>).</param>
    /// <param name="watched">Member names, at most 64, whose occurrence is noted for it (<see cref="Validation.HasMet"/>).</param>
    protected JsonValidator(
        string schemaId, DatasetRules? dataset = null, int slots = 0, int counters = 0, int places = 0, string[]? watched = null)
    {
        SchemaId = schemaId;
        Dataset = dataset;
        SlotCount = slots;
        CounterCount = counters;
        PlaceCount = places;
        Watched = watched is null ? null : new NameTable(watched);
    }

    /// <summary>Identifier of the schema: its <c>$id</c>, or the logical name of its file.</summary>
    public string SchemaId { get; }

    /// <summary>What the schema demands of a dataset as a whole, or null.</summary>
    public DatasetRules? Dataset { get; }

    /// <summary>Where the schema's format stands in its life, or null where the schema does not say.</summary>
    public virtual LifeCycle? LifeCycle => null;

    internal int SlotCount { get; }

    internal int CounterCount { get; }

    internal int PlaceCount { get; }

    internal NameTable? Watched { get; }

    /// <summary>Whether a document is valid JSON that meets the schema; warnings and notes do not matter.</summary>
    /// <param name="json">One JSON value in UTF-8. It is copied into a padded buffer that is kept for the next call.</param>
    /// <param name="options">How it is judged; as a single document unless said.</param>
    public bool IsValid(ReadOnlySpan<byte> json, ValidationOptions? options = null)
    {
        using DocumentReader reader = DocumentReader.Rent(options ?? ValidationOptions.Document);
        return reader.Judge(this, json) is LineVerdict.Clean or LineVerdict.Advised;
    }

    /// <summary>Judges a document and reports what is wrong with it.</summary>
    /// <param name="json">One JSON value in UTF-8. It is copied into a padded buffer that is kept for the next call.</param>
    /// <param name="sink">Takes the findings, in order of byte offset.</param>
    /// <param name="options">How it is judged; as a single document unless said.</param>
    /// <returns>Whether the document is valid; warnings and notes do not matter.</returns>
    public bool Validate(ReadOnlySpan<byte> json, IFindingSink sink, ValidationOptions? options = null)
    {
        using DocumentReader reader = DocumentReader.Rent(options ?? ValidationOptions.Document);
        LineVerdict verdict = reader.Judge(this, json);
        if (verdict != LineVerdict.Clean)
        {
            FindingBuilder.Report(reader.Faults, json, sink);
        }

        return verdict is LineVerdict.Clean or LineVerdict.Advised;
    }

    /// <summary>Judges the value at an offset.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value's first byte.</param>
    /// <returns>The offset after the value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract nint Value(Validation v, nint at);
}
