using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// Names that relations between values at paths hang on: where none of them occurs, no value stands at the end of the path, and nothing has to be
/// looked for. That they occur is noted while the value is read.
/// </summary>
internal sealed class WatchedNames
{
    private const int Most = 64;
    private readonly List<string> _names = [];

    /// <summary>Collects the names of a program.</summary>
    public WatchedNames(SchemaProgram program)
    {
        foreach (Keyword keyword in program.Nodes.SelectMany(n => n.Keywords))
        {
            foreach (string name in PathsOf(keyword).Select(p => InstancePath.Parse(p).LastName).OfType<string>())
            {
                if (_names.Count < Most && !_names.Contains(name, StringComparer.Ordinal))
                {
                    _names.Add(name);
                }
            }
        }
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> All => _names;

    /// <summary>The number of a name, or -1.</summary>
    public int IndexOf(string name) => _names.IndexOf(name);

    /// <summary>Bits of the names one of which has to occur for a relation to be broken; 0 where nothing can be said.</summary>
    public ulong Of(Keyword keyword)
    {
        ulong bits = 0;
        foreach (string path in PathsOf(keyword))
        {
            int number = InstancePath.Parse(path).LastName is { } name ? IndexOf(name) : -1;
            if (number < 0)
            {
                return 0;
            }

            bits |= 1UL << number;
        }

        return bits;
    }

    // Equal counts may be broken by what is not there.
    private static EquatableArray<string> PathsOf(Keyword keyword) => keyword switch
    {
        LinksKeyword links => [links.From],
        MaxCountKeyword { Limit: >= 0 } most => most.Of,
        _ => [],
    };
}
