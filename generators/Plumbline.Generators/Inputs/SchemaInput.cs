using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Plumbline.Generators.Shapes;
using Plumbline.Schema;

namespace Plumbline.Generators.Inputs;

/// <summary>A schema file of the project: an additional file that a <c>JsonSchema</c> item stands behind.</summary>
/// <param name="Settings">What the project says about it.</param>
/// <param name="Text">Its text; empty where it cannot be read, which is no JSON either.</param>
internal sealed record SchemaInput(SchemaSettings Settings, string Text)
{
    /// <summary>Reads a file, or null where it is no schema file.</summary>
    public static SchemaInput? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string? name = Value(metadata, SchemaItem.Name);
        if (name is null)
        {
            return null;
        }

        string? targetNamespace = Value(metadata, SchemaItem.Namespace);
        string? typeName = Value(metadata, SchemaItem.TypeName);
        var settings = new SchemaSettings(
            file.Path, name.Replace('\\', '/'), targetNamespace is null ? RootNamespace(options) : CSharpNames.Namespace(targetNamespace), typeName);
        return new SchemaInput(settings, file.GetText(cancellationToken)?.ToString() ?? "");
    }

    /// <summary>The root namespace of the project; empty for the global one.</summary>
    public static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        Value(options.GlobalOptions, "build_property.RootNamespace") is { } name ? CSharpNames.Namespace(name) : "";

    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}

/// <summary>What the project says about a schema file.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its logical name, with <c>/</c>: what references and attributes call it.</param>
/// <param name="Namespace">Namespace of its types; empty for the global one.</param>
/// <param name="TypeName">Name of the root's record, or null where the file's name decides.</param>
internal sealed record SchemaSettings(string Path, string Name, string Namespace, string? TypeName);
