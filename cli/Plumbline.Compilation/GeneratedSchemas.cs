using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Plumbline.Generators.Inputs;
using Plumbline.Generators.Records;
using Plumbline.Generators.Shapes;
using Plumbline.Schema.Syntax;

namespace Plumbline.Compilation;

/// <summary>What schema files become in C#, worked out without a build: by the steps of the source generator, so that its files and these are
/// the same.</summary>
public sealed class GeneratedSchemas
{
    private GeneratedSchemas(ImmutableArray<ShapedSchema> shapes, ImmutableArray<TypeCollision> collisions, ImmutableArray<GeneratedText> shared)
    {
        Collisions = [.. collisions.Select(late => new NameCollision(late.Schema, late.Type, late.Other))];
        Roots =
        [
            .. shapes.Where(shape => collisions.All(late => late.HintName != shape.File.Root.HintName))
                .Select(shape => new GeneratedText(shape.File.Root.HintName, RecordFileEmitter.Emit(shape.File, shape.Program), shape.File.Root.Schema)),
        ];
        Outlines = [.. shapes.Select(SchemaOutline.Of)];
        Shared = shared;
    }

    /// <summary>A file for each schema that becomes types, in order of name.</summary>
    public ImmutableArray<GeneratedText> Roots { get; }

    /// <summary>The files that belong to all schemas together: the resolver for System.Text.Json, and the texts that analyzers read.</summary>
    public ImmutableArray<GeneratedText> Shared { get; }

    /// <summary>Schemas that are left out because another declares one of their types already.</summary>
    public ImmutableArray<NameCollision> Collisions { get; }

    /// <summary>What each schema becomes, for people.</summary>
    public ImmutableArray<SchemaOutline> Outlines { get; }

    /// <summary>Works out what files become, in the global namespace unless another is named. Broken ones become nothing.</summary>
    /// <param name="files">The files, parsed; each may refer to all others.</param>
    /// <param name="targetNamespace">Namespace of the types as C# writes it (<see cref="TryReadNamespace"/>); empty for the global one.</param>
    /// <param name="typeName">Name of the root's record where there is one file; null where the file's name decides.</param>
    public static GeneratedSchemas Of(IReadOnlyList<SchemaFile> files, string targetNamespace = "", string? typeName = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(targetNamespace);
        SchemaSettings[] settings = [.. files.Select(file => new SchemaSettings(file.Path, file.Name, targetNamespace, typeName))];

        // The text is what documents are compared by, which nobody does here.
        ImmutableArray<SchemaDocument> documents = [.. files.Select((file, i) => new SchemaDocument(new SchemaInput(settings[i], Text: ""), file))];
        RootPlan plan = RootPlan.Of(settings, []);
        ImmutableArray<ShapedSchema> shapes =
        [
            .. LinkedSchema.Link(documents, CancellationToken.None)
                .SelectMany(linked => ShapedSchema.RootsOf(linked, plan))
                .Select(root => ShapedSchema.Shape(root.Program, root.Spec)),
        ];
        ImmutableArray<DeclaredTypes> declared = [.. shapes.Select(shape => DeclaredTypes.Of(shape.File))];
        var collisions = TypeCollision.Find(declared);
        return new GeneratedSchemas(shapes, collisions.Items, SharedOf(DeclaredTypes.Resolver(declared, collisions, targetNamespace), documents));
    }

    /// <summary>A namespace as C# writes it, with <c>@</c> before keywords.</summary>
    /// <returns>False where the text is no dotted name.</returns>
    public static bool TryReadNamespace(string text, [NotNullWhen(true)] out string? name)
    {
        ArgumentNullException.ThrowIfNull(text);
        name = CSharpNames.Namespace(text);
        return name.Length > 0;
    }

    /// <summary>The nearest name that a type can have: the text itself where it can be one.</summary>
    public static string TypeNameFor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CSharpNames.Pascal(text, "Schema");
    }

    private static ImmutableArray<GeneratedText> SharedOf(ResolverShape resolver, ImmutableArray<SchemaDocument> documents)
    {
        var shared = ImmutableArray.CreateBuilder<GeneratedText>();
        if (resolver.Types.Count > 0)
        {
            shared.Add(new GeneratedText(ResolverEmitter.TypeName + ".g.cs", ResolverEmitter.Emit(resolver), null));
        }

        if (SchemaTextEntry.Of(documents) is { Count: > 0 } texts)
        {
            shared.Add(new GeneratedText(SchemaTextEmitter.FileName, SchemaTextEmitter.Emit(texts), null));
        }

        return shared.ToImmutable();
    }
}

/// <summary>A generated file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Schema">Logical name of the schema that it is made of; null for a file that belongs to all.</param>
public sealed record GeneratedText(string Name, string Text, string? Schema);

/// <summary>A schema that becomes nothing, because another declares one of its types already (PLB2001).</summary>
/// <param name="Schema">Logical name of the schema that comes too late.</param>
/// <param name="Type">The type.</param>
/// <param name="Other">Logical name of the schema that has it.</param>
public sealed record NameCollision(string Schema, string Type, string Other);
