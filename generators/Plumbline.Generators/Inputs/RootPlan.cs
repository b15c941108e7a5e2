using Plumbline.Generators.Shapes;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Inputs;

/// <summary>Where the types of every root schema go: what items and attributes say together.</summary>
/// <param name="Roots">The roots, in order of the schemas' names.</param>
/// <param name="Missing">Attributes whose file is not among the project's, each with the nearest name, or an empty text.</param>
internal sealed record RootPlan(EquatableArray<RootSpec> Roots, EquatableArray<MissingFile> Missing)
{
    /// <summary>Works out the plan.</summary>
    public static RootPlan Of(IEnumerable<SchemaSettings> files, IEnumerable<TargetSpec> targets)
    {
        SchemaSettings[] ordered = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)];
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var roots = new List<RootSpec>();
        var missing = new List<MissingFile>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (TargetSpec target in targets)
        {
            SchemaSettings? file = FilePaths.Find(ordered, target);
            if (file is null)
            {
                string? nearest = NearestName.Find(target.Schema, [.. ordered.Select(candidate => candidate.Name)]);
                missing.Add(new MissingFile(target, nearest is null ? "" : $" (did you mean '{nearest}'?)"));
            }
            else if (target.CanExtend)
            {
                named.Add(file.Name);
                string hint = HintNames.Take(
                    string.Join(".", [target.Namespace, .. target.Containers.Items.Select(FilePaths.LastWord), target.TypeName]), hints);
                roots.Add(new RootSpec(file.Name, hint, target.Namespace, target.TypeName, target.Accessibility, target.Containers));
            }
        }

        foreach (SchemaSettings file in ordered)
        {
            // A file that a record names becomes that record, and no type of its own beside it; of two files of one name the first counts. A file
            // whose name begins with an underscore only lends its schemas to others.
            if (named.Add(file.Name) && !IsLender(file.Name))
            {
                string typeName = CSharpNames.Pascal(file.TypeName ?? FilePaths.Stem(file.Name), "Schema");
                roots.Add(new RootSpec(file.Name, HintNames.Take(file.Name, hints), file.Namespace, typeName, "public", []));
            }
        }

        return new RootPlan(roots.ToEquatableArray(), missing.ToEquatableArray());
    }

    private static bool IsLender(string name) => name[name.LastIndexOf('/') + 1] == '_';
}

/// <summary>An attribute that names no file of the project.</summary>
/// <param name="Target">What it asks for.</param>
/// <param name="Hint">The nearest name, as the message tells it; may be empty.</param>
internal sealed record MissingFile(TargetSpec Target, string Hint);
