using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion;

/// <summary>The members of an object that is read. What nobody has taken when it is left is counted as lost, so that no member goes unnoticed.</summary>
internal sealed class SourceMembers : IDisposable
{
    private readonly PositionedValue _value;
    private readonly string _path;
    private readonly LossTally _losses;
    private readonly bool[] _taken;

    /// <summary>Looks at an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="path">Where objects of its kind stand: <c>/messages/*</c>.</param>
    /// <param name="losses">Takes note of what is left.</param>
    public SourceMembers(PositionedValue value, string path, LossTally losses)
    {
        _value = value;
        _path = path;
        _losses = losses;
        _taken = new bool[value.Members.Length];
    }

    /// <summary>Where objects of this kind stand.</summary>
    public string Path => _path;

    /// <summary>Takes a member; null where there is none, or where it is <c>null</c>. Of a name that stands twice the last counts.</summary>
    public PositionedValue? Take(string name)
    {
        for (int i = _value.Members.Length - 1; i >= 0; i--)
        {
            if (_value.Members[i].Name == name)
            {
                _taken[i] = true;
                PositionedValue value = _value.Members[i].Value;
                return value.Kind == JsonKind.Null ? null : value;
            }
        }

        return null;
    }

    /// <summary>Takes a member as written.</summary>
    public RawJson? TakeRaw(string name) => RawJson.Of(Take(name));

    /// <summary>Takes the items of a member that is an array; empty where it is none.</summary>
    public IEnumerable<PositionedValue> TakeItems(string name) => Take(name)?.Items ?? [];

    /// <summary>Looks at the members of a member that is an object, or null.</summary>
    public SourceMembers? TakeObject(string name) =>
        Take(name) is { Kind: JsonKind.Object } value ? new SourceMembers(value, $"{_path}/{name}", _losses) : null;

    /// <summary>Looks at an item of a member that is an array.</summary>
    public SourceMembers Item(string name, PositionedValue item) => new(item, $"{_path}/{name}/*", _losses);

    /// <summary>Counts what nobody took.</summary>
    public void Dispose()
    {
        for (int i = 0; i < _taken.Length; i++)
        {
            if (!_taken[i])
            {
                string name = _value.Members[i].Name;
                bool isRepeated = _value.Find(name) is { } last && last != _value.Members[i];
                _losses.Lose($"{_path}/{name}{(isRepeated ? ", which stands twice: the last counts" : "")}");
            }
        }
    }
}
