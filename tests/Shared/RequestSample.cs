namespace Plumbline.Testing;

/// <summary>The sample bodies of requests (samples/requests), and what they become by a slip.</summary>
public static class RequestSample
{
    /// <summary>The body of a request: <c>tune-chat</c>.</summary>
    public static string Of(string name) => File.ReadAllText(Repository.PathOf("samples", "requests", name + ".json"));

    /// <summary>The body with another text in place of the first of its texts that is the one given.</summary>
    public static string Broken(string name, string text, string replacement)
    {
        string sample = Of(name);
        int at = sample.IndexOf(text, StringComparison.Ordinal);
        return at < 0
            ? throw new ArgumentException($"samples/requests/{name}.json does not hold {text}", nameof(text))
            : sample[..at] + replacement + sample[(at + text.Length)..];
    }

    /// <summary>A body with one of the mistakes that the documents themselves make: <c>1-colon.tune-code.json</c>.</summary>
    public static string Mistake(string file) => File.ReadAllText(Repository.PathOf("samples", "requests", "broken", file)).ReplaceLineEndings("\n");

    /// <summary>The files of such mistakes, in order.</summary>
    public static IEnumerable<string> Mistakes => Directory.EnumerateFiles(Repository.PathOf("samples", "requests", "broken"), "*.json")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);
}
