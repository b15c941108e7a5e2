using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>The dynamic scopes that a root can come to, numbered: of a scope it matters only which schema each anchor leads to, that of the outermost
/// resource that has it.</summary>
internal sealed class DynamicScopes(ReachedSchemas reached)
{
    /// <summary>The scope in which no resource has been entered.</summary>
    public const int Outermost = 0;

    private readonly string[] _anchors = [.. reached.DynamicAnchors.OrderBy(name => name, StringComparer.Ordinal)];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = Outermost };
    private readonly List<SchemaSyntax?[]> _scopes = [new SchemaSyntax?[reached.DynamicAnchors.Count]];

    /// <summary>The schema that an anchor leads to, or null where no resource of the scope has it.</summary>
    public SchemaSyntax? Find(int scope, string anchor) => _scopes[scope][Array.IndexOf(_anchors, anchor)];

    /// <summary>The scope with a resource entered.</summary>
    public int Enter(int scope, SchemaResource resource)
    {
        SchemaSyntax?[] outer = _scopes[scope];
        var inner = new SchemaSyntax?[outer.Length];
        bool isSame = true;
        for (int i = 0; i < inner.Length; i++)
        {
            inner[i] = outer[i] ?? (resource.DynamicAnchors.TryGetValue(_anchors[i], out SchemaSyntax? schema) ? schema : null);
            isSame &= inner[i] == outer[i];
        }

        if (isSame)
        {
            return scope;
        }

        string key = string.Join(
            " ", inner.Select(schema => schema is null ? "-" : reached.NumberOf(schema).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (!_numbers.TryGetValue(key, out int number))
        {
            _numbers.Add(key, number = _scopes.Count);
            _scopes.Add(inner);
        }

        return number;
    }
}
