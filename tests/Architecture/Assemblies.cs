using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Plumbline.Architecture.Tests;

/// <summary>What the metadata of a built assembly says that it refers to.</summary>
internal sealed record AssemblyFacts(string Name, IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types)
{
    public static AssemblyFacts Read(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> assemblies = [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        HashSet<string> types = [.. metadata.TypeReferences
            .Where(handle => !IsOnlyForIterators(metadata, handle))
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
        return new AssemblyFacts(name, assemblies, types);
    }

    // The compiler writes Environment.CurrentManagedThreadId into every iterator; that says nothing about what the code uses.
    private static bool IsOnlyForIterators(MetadataReader metadata, TypeReferenceHandle type)
    {
        string[] members = [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent == type)
            .Select(member => metadata.GetString(member.Name))];
        return members is ["get_CurrentManagedThreadId"];
    }
}
