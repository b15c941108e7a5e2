namespace Plumbline.Schema.Ir;

/// <summary>Where the schemas and keywords of a program stand in their files: kept apart from the program, so that an edit that only
/// moves text changes no program.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<string, SourceSpan> _spans = new(StringComparer.Ordinal);

    /// <summary>The place of a location (of a schema or a keyword, as programs write it), or null.</summary>
    public SourceSpan? Find(string location) => _spans.TryGetValue(location, out SourceSpan span) ? span : null;

    /// <summary>Records a place.</summary>
    public void Add(string location, SourceSpan span) => _spans[location] = span;
}

/// <summary>A place in a schema file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct SourceSpan(string Path, int Start, int Length);
