using Plumbline.Schemas.Vertex;

namespace Plumbline.Schemas;

/// <summary>A dataset format that the tool brings along.</summary>
/// <param name="Name">The name that people type: <c>vertex/chat</c>.</param>
/// <param name="Validator">The validator generated from its schema file.</param>
public sealed record BundledFormat(string Name, JsonValidator Validator);

/// <summary>The bundled formats. A test compares the list with the schema files.</summary>
public static class BundledFormats
{
    private const string IdPrefix = "urn:plumbline:";

    /// <summary>Every format, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<BundledFormat> All { get; } =
    [
        Of(TextValidator.Instance),
        Of(CodeValidator.Instance),
        Of(DistillationValidator.Instance),
        Of(ChatValidator.Instance),
        Of(CodechatValidator.Instance),
        Of(LlamaChatValidator.Instance),
    ];

    /// <summary>The format of a name, without regard to case; null where there is none.</summary>
    public static BundledFormat? Find(string name)
    {
        foreach (BundledFormat format in All)
        {
            if (string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        return null;
    }

    private static BundledFormat Of(JsonValidator validator) => new(validator.SchemaId[IdPrefix.Length..], validator);
}
