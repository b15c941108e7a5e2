namespace Plumbline.Patterns;

/// <summary>The capturing groups of a pattern, found ahead of parsing: a back reference may stand before its group.</summary>
internal sealed class GroupNames
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>The number of a named group, or 0.</summary>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index) ? index : 0;

    public static GroupNames Find(string pattern)
    {
        var groups = new GroupNames();
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    groups.Add(pattern, i + 1);
                    break;
            }
        }

        return groups;
    }

    private void Add(string pattern, int at)
    {
        if (at >= pattern.Length || pattern[at] != '?')
        {
            Count++;
            return;
        }

        int end = pattern.IndexOf('>', at);
        if (at + 2 < pattern.Length && pattern[at + 1] == '<' && pattern[at + 2] is not ('=' or '!') && end > 0)
        {
            Count++;
            string name = pattern.Substring(at + 2, end - at - 2);
            if (IndexOf(name) > 0)
            {
                throw new PatternException($"two groups have the name \"{name}\"", at + 2);
            }

            _indices.Add(name, Count);
        }
    }
}
