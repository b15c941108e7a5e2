namespace Plumbline.Generators.Inputs;

/// <summary>Paths of schema files as texts: nothing here looks at a disk.</summary>
internal static class FilePaths
{
    /// <summary>The file that an attribute means: by logical name, by path beside the source file, or by the only logical name or path that ends so.</summary>
    public static SchemaSettings? Find(IReadOnlyList<SchemaSettings> files, TargetSpec target)
    {
        string path = Normalized(target.Schema);
        if (path.Length == 0)
        {
            return null;
        }

        string source = Normalized(target.SourcePath);
        string beside = Normalized(source.Substring(0, source.LastIndexOf('/') + 1) + path);
        SchemaSettings? exact = files.FirstOrDefault(file => Normalized(file.Name) == path)
            ?? files.FirstOrDefault(file => Normalized(file.Path) is { } full && (full == beside || full == path));
        if (exact is not null)
        {
            return exact;
        }

        SchemaSettings[] endings = [.. files.Where(file =>
            Normalized(file.Name).EndsWith("/" + path, StringComparison.Ordinal) || Normalized(file.Path).EndsWith("/" + path, StringComparison.Ordinal))];
        return endings.Length == 1 ? endings[0] : null;
    }

    /// <summary>The name of a file without folder and without what follows its first full stop.</summary>
    public static string Stem(string name)
    {
        string last = name.Substring(name.LastIndexOf('/') + 1);
        int stop = last.IndexOf('.');
        return stop > 0 ? last.Substring(0, stop) : last;
    }

    /// <summary>What follows the last space.</summary>
    public static string LastWord(string text) => text.Substring(text.LastIndexOf(' ') + 1);

    private static string Normalized(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }
}
