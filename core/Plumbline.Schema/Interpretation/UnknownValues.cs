namespace Plumbline.Schema.Interpretation;

/// <summary>Values of a text that stand for others: a placeholder that somebody is to fill in. Nothing is said about them, and whatever hangs on them
/// stays undecided; of a string alone its type counts. Tells afterwards what the schemas ask of values that are not known.</summary>
public sealed class UnknownValues
{
    private readonly Dictionary<int, JsonTypes> _demanded = [];

    /// <summary>Byte offsets at which such values begin.</summary>
    public ISet<int> Offsets { get; } = new HashSet<int>();

    /// <summary>The types that all schemas together allow at a value that is not known; <see cref="JsonTypes.None"/> where none was asked for any.</summary>
    /// <param name="offset">Byte offset at which the value begins.</param>
    public JsonTypes TypesAt(int offset) => _demanded.TryGetValue(offset, out JsonTypes types) ? types : JsonTypes.None;

    internal void Demand(int offset, JsonTypes types)
    {
        types |= (types & JsonTypes.Number) != 0 ? JsonTypes.Integer : JsonTypes.None;
        _demanded[offset] = _demanded.TryGetValue(offset, out JsonTypes known) ? known & types : types;
    }
}
