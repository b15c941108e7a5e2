namespace Plumbline.Testing;

/// <summary>The sample datasets of formats: <c>chat.jsonl</c> of Vertex AI, <c>openai/chat.jsonl</c>, <c>open/alpaca.jsonl</c>, below samples.</summary>
public static class DatasetSample
{
    /// <summary>The file of a format: <c>openai/chat</c>.</summary>
    public static string PathOf(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        const string Vertex = "vertex/";
        string name = format.StartsWith(Vertex, StringComparison.Ordinal) ? format[Vertex.Length..]
            : format.Contains('/', StringComparison.Ordinal) ? format
            : "open/" + format;
        return Repository.PathOf(["samples", .. $"{name}.jsonl".Split('/')]);
    }
}
