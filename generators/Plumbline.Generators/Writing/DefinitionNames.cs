namespace Plumbline.Generators.Writing;

/// <summary>What the schemas under <c>$defs</c> are called.</summary>
internal static class DefinitionNames
{
    /// <summary>
    /// The name in a step of a JSON Pointer. Bundled schemas have the URL of the file that they came from for a name: of
    /// <c>https://example.com/v2/part.json</c> only <c>part</c> tells one from another.
    /// </summary>
    public static string Of(string step)
    {
        string name = step.Replace("~1", "/").Replace("~0", "~");
        if (name.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return name;
        }

        string last = name.TrimEnd('/', '#');
        last = last.Substring(last.LastIndexOf('/') + 1);
        int stop = last.IndexOf('.');
        return stop > 0 ? last.Substring(0, stop) : last;
    }
}
