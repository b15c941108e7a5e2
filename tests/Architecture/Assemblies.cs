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
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
        return new AssemblyFacts(name, assemblies, types);
    }
}
