using Plumbline.Schema.Syntax;

namespace Plumbline.Generators.Inputs;

/// <summary>A parsed schema file. Equal to another when they were parsed from the same text under the same name.</summary>
internal sealed class SchemaDocument(SchemaInput input, SchemaFile file) : IEquatable<SchemaDocument>
{
    /// <summary>The file that was parsed.</summary>
    public SchemaInput Input { get; } = input;

    /// <summary>What was read; immutable.</summary>
    public SchemaFile File { get; } = file;

    /// <summary>Parses a file.</summary>
    public static SchemaDocument Parse(SchemaInput input) => new(input, SchemaFile.Parse(input.Settings.Path, input.Settings.Name, input.Text));

    /// <inheritdoc/>
    public bool Equals(SchemaDocument? other) => other is not null && Input.Equals(other.Input);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => Input.GetHashCode();
}
