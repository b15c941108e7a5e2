using System.Collections.Immutable;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Inputs;

/// <summary>A schema file as the assembly's metadata tell of it.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Json">Its text, without white space.</param>
internal sealed record SchemaTextEntry(string Name, string Json)
{
    /// <summary>The entries of the files that are JSON, in order of name; of two files of one name the first by path counts.</summary>
    public static EquatableArray<SchemaTextEntry> Of(ImmutableArray<SchemaDocument> documents) => documents
        .OrderBy(document => document.Input.Settings.Name, StringComparer.Ordinal)
        .ThenBy(document => document.Input.Settings.Path, StringComparer.Ordinal)
        .GroupBy(document => document.Input.Settings.Name, StringComparer.Ordinal)
        .Select(group => group.First())
        .Where(document => document.File.Text.IsWellFormed)
        .Select(document => new SchemaTextEntry(document.Input.Settings.Name, document.File.Text.Root.ToCompactJson()))
        .ToEquatableArray();
}
