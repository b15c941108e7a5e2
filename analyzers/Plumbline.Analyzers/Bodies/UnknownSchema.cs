namespace Plumbline.Analyzers.Bodies;

/// <summary>The sentence about a schema that nobody knows.</summary>
internal static class UnknownSchema
{
    /// <summary>The sentence, with the nearest known name.</summary>
    public static string Message(string name, KnownSchemas schemas)
    {
        string suggestion = schemas.Nearest(name) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";
        return $"no schema of the project, of its references or among the bundled ones is named \"{name}\"{suggestion}";
    }
}
