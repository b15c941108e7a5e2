using System.Collections.Immutable;
using Plumbline.Generators.Inputs;
using Plumbline.Generators.Records;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>The types that one generated file declares.</summary>
/// <param name="Root">The file's root.</param>
/// <param name="Types">Its records, unions and enumerations, by full name.</param>
internal sealed record DeclaredTypes(RootSpec Root, EquatableArray<ResolvedType> Types)
{
    /// <summary>The types of a file.</summary>
    public static DeclaredTypes Of(RecordFile file)
    {
        string prefix = Prefix(file.Root);
        IEnumerable<ResolvedType> records = file.Records.Items.Select(record => record.Name)
            .Concat(file.Unions.Items.Select(union => union.Name)).Select(name => new ResolvedType(prefix + name, []));
        IEnumerable<ResolvedType> enums = file.Enums.Items.Select(
            shape => new ResolvedType(prefix + shape.Name, shape.Members.Items.Select(member => member.JsonName).ToEquatableArray()));
        return new DeclaredTypes(file.Root, records.Concat(enums).ToEquatableArray());
    }

    /// <summary>Every full name that the file declares, its validator's included.</summary>
    public IEnumerable<string> Names() => Types.Items.Select(type => type.FullName).Append(Prefix(Root) + Root.ValidatorName);

    /// <summary>The resolver of all files that are generated. Types that only their containing type may see are left out.</summary>
    public static ResolverShape Resolver(ImmutableArray<DeclaredTypes> all, EquatableArray<TypeCollision> collisions, string resolverNamespace)
    {
        IEnumerable<DeclaredTypes> generated = all
            .Where(file => file.Root.Accessibility is "public" or "internal" && file.Root.Containers.Count == 0)
            .Where(file => collisions.Items.All(collision => collision.HintName != file.Root.HintName));
        return new ResolverShape(resolverNamespace, generated.SelectMany(file => file.Types.Items).ToEquatableArray());
    }

    private static string Prefix(RootSpec root) =>
        "global::" + string.Concat(new[] { root.Namespace }.Where(name => name.Length > 0)
            .Concat(root.Containers.Items.Select(FilePaths.LastWord))
            .Select(name => name + "."));
}

/// <summary>A generated file whose types another one declares already.</summary>
/// <param name="HintName">The file.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Type">The first of those types.</param>
/// <param name="Other">Schema of the file that declares it already.</param>
internal sealed record TypeCollision(string HintName, string Schema, string Type, string Other)
{
    /// <summary>Finds the files that come too late.</summary>
    public static EquatableArray<TypeCollision> Find(ImmutableArray<DeclaredTypes> all)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var collisions = new List<TypeCollision>();
        foreach (DeclaredTypes file in all.OrderBy(file => file.Root.HintName, StringComparer.Ordinal))
        {
            string? taken = file.Names().FirstOrDefault(owners.ContainsKey);
            if (taken is not null)
            {
                collisions.Add(new TypeCollision(file.Root.HintName, file.Root.Schema, taken.Substring("global::".Length), owners[taken]));
                continue;
            }

            foreach (string name in file.Names())
            {
                owners.Add(name, file.Root.Schema);
            }
        }

        return collisions.ToEquatableArray();
    }
}
