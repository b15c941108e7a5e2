using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Inputs;

/// <summary>A type with <c>[JsonSchema]</c>.</summary>
/// <param name="Spec">What it asks for; stays the same while the code around it is edited.</param>
/// <param name="Place">Where the attribute stands.</param>
internal sealed record SchemaTarget(TargetSpec Spec, Place Place)
{
    /// <summary>Metadata name of the attribute.</summary>
    public const string AttributeName = "Plumbline.JsonSchemaAttribute";

    /// <summary>Reads what an attribute asks for.</summary>
    public static SchemaTarget Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = context.Attributes[0];
        string schema = attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        var containers = new List<string>();
        bool isNestedInPartials = true;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Header(outer));
            isNestedInPartials &= IsPartial(outer, cancellationToken) && outer.TypeParameters.Length == 0 && !outer.IsFileLocal;
        }

        bool canExtend = isNestedInPartials
            && type is { IsRecord: true, TypeKind: TypeKind.Class, IsAbstract: false, TypeParameters.Length: 0, IsFileLocal: false }
            && type.BaseType?.SpecialType == SpecialType.System_Object
            && IsPartial(type, cancellationToken);
        var spec = new TargetSpec(
            schema,
            context.TargetNode.SyntaxTree.FilePath,
            type.ContainingNamespace.IsGlobalNamespace ? "" : Escaped(type.ContainingNamespace),
            Escape(type.Name),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            containers.ToEquatableArray(),
            canExtend);
        SyntaxNode node = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) ?? context.TargetNode;
        return new SchemaTarget(spec, Place.Of(node.GetLocation()));
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences.All(reference =>
        reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Header(INamedTypeSymbol type)
    {
        string kind = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        return $"partial {kind} {Escape(type.Name)}";
    }

    private static string Escaped(INamespaceSymbol name) => name.ContainingNamespace.IsGlobalNamespace
        ? Escape(name.Name)
        : $"{Escaped(name.ContainingNamespace)}.{Escape(name.Name)}";

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}

/// <summary>What <c>[JsonSchema]</c> asks for.</summary>
/// <param name="Schema">The schema file, as the attribute names it.</param>
/// <param name="SourcePath">The source file that it stands in.</param>
/// <param name="Namespace">Namespace of the record; empty for the global one.</param>
/// <param name="TypeName">Name of the record.</param>
/// <param name="Accessibility">Accessibility of the record.</param>
/// <param name="Containers">Headers of the types that it is nested in, outermost first.</param>
/// <param name="CanExtend">Whether it is a partial record class that members can be added to.</param>
internal sealed record TargetSpec(
    string Schema,
    string SourcePath,
    string Namespace,
    string TypeName,
    string Accessibility,
    EquatableArray<string> Containers,
    bool CanExtend);
