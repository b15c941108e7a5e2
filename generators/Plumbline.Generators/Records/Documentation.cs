using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>What the schema says to people, above what it became.</summary>
internal static class Documentation
{
    /// <summary>Prints documentation comments.</summary>
    public static void Emit(string summary, string? remarks, bool isDeprecated, SourceWriter w)
    {
        w.Doc("summary", summary);
        if (remarks is not null || isDeprecated)
        {
            // No [Obsolete]: C# forbids it on required members, and generated code that reads them would warn in the user's build.
            w.Doc("remarks", $"{(isDeprecated ? "Deprecated. " : "")}{remarks}");
        }
    }
}
