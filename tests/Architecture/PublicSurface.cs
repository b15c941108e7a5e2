using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Plumbline.Architecture.Tests;

/// <summary>What users of an assembly can see, as text: one line a type, and one a member of it.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Members = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The surface of an assembly that lies beside the tests.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="areMembersListed">Whether the members of types are: those of generated types follow from their schemas.</param>
    public static string Of(string name, bool areMembersListed)
    {
        IEnumerable<string> others = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != name);
        var reference = MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        var compilation = CSharpCompilation.Create(
            "surface",
            references: [reference, .. others.Select(path => MetadataReference.CreateFromFile(path))]);
        var text = new StringBuilder();
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        IEnumerable<INamedTypeSymbol> types = AllTypes(assembly.GlobalNamespace).Where(IsVisible);
        foreach (INamedTypeSymbol type in types.OrderBy(type => type.ToDisplayString(Types), StringComparer.Ordinal))
        {
            text.Append(Modifiers(type)).Append(type.ToDisplayString(Types)).Append(Bases(type)).Append('\n');
            if (areMembersListed && type.TypeKind != TypeKind.Delegate)
            {
                IEnumerable<string> members = type.GetMembers()
                    .Where(member => IsVisible(member) && !IsImplied(member))
                    .Select(member => member.ToDisplayString(Members));
                foreach (string member in members.Order(StringComparer.Ordinal))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? [type, .. AllTypes(type)] : AllTypes(member));

    // A derived type of a sealed or closed one cannot be written, so that what is protected there is nobody's.
    private static bool IsVisible(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { ContainingType: { } outer } when !IsVisible(outer) => false,
        { DeclaredAccessibility: Accessibility.Public } => true,
        { DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedOrInternal } => symbol.ContainingType is { IsSealed: false },
        _ => false,
    };

    // Accessors are told by their property; equality and copying by the word record; types stand for themselves; an enumeration has no constructor.
    private static bool IsImplied(ISymbol member) => member switch
    {
        INamedTypeSymbol => true,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Enum or TypeKind.Struct, Parameters.Length: 0 } => true,
        IMethodSymbol method => IsRecord(method.ContainingType)
            && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"),
        IPropertySymbol { Name: "EqualityContract" } => true,
        _ => false,
    };

    private static bool IsRecord(INamedTypeSymbol type) =>
        type.IsRecord || type.GetMembers("<Clone>$").Length > 0 || type.GetMembers("PrintMembers").Length > 0;

    private static string Modifiers(INamedTypeSymbol type) => string.Concat(
        type is { IsStatic: true } ? "static " : "",
        type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false } ? "abstract " : "",
        type is { TypeKind: TypeKind.Class, IsSealed: true, IsStatic: false } ? "sealed " : "",
        type.IsRefLikeType ? "ref " : "",
        type is { TypeKind: TypeKind.Struct, IsReadOnly: true } ? "readonly " : "");

    private static string Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
        {
            return "";
        }

        ITypeSymbol[] bases = [.. type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : Array.Empty<ITypeSymbol>(), .. type.Interfaces];
        return bases.Length == 0 ? "" : " : " + string.Join(", ", bases.Select(part => part.ToDisplayString(Members)).Order(StringComparer.Ordinal));
    }
}
