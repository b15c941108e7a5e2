using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Records;

/// <summary>The types that an assembly's resolver knows.</summary>
/// <param name="Namespace">Where the resolver goes; empty for the global namespace.</param>
/// <param name="Types">The types, in order.</param>
internal sealed record ResolverShape(string Namespace, EquatableArray<ResolvedType> Types);

/// <summary>A type that the resolver knows.</summary>
/// <param name="FullName">Its name from the global namespace on.</param>
/// <param name="EnumNames">For an enumeration its JSON strings; empty for a record.</param>
internal sealed record ResolvedType(string FullName, EquatableArray<string> EnumNames);

/// <summary>Prints the one resolver of an assembly.</summary>
internal static class ResolverEmitter
{
    /// <summary>Name of the resolver.</summary>
    public const string TypeName = "PlumblineJsonResolver";

    /// <summary>Prints the resolver's file.</summary>
    public static string Emit(ResolverShape resolver)
    {
        var w = new SourceWriter();
        GeneratedFile.Begin(w, resolver.Namespace);
        w.Lines("""
            /// <summary>Lets System.Text.Json read and write this assembly's generated types without reflection:
            /// <c>new JsonSerializerOptions { TypeInfoResolver = PlumblineJsonResolver.Instance }</c>.</summary>
            """);
        using (w.Braces($"public sealed class {TypeName} : Plb::SchemaJsonResolver"))
        {
            w.Line("/// <summary>The one instance; it holds no state of its own.</summary>");
            w.Line($"public static {TypeName} Instance {{ get; }} = new();");
            w.Line();
            using (w.Braces($"private {TypeName}()"))
            {
                foreach (ResolvedType type in resolver.Types)
                {
                    if (type.EnumNames.Count == 0)
                    {
                        w.Line($"AddRecord<{type.FullName}>();");
                    }
                    else
                    {
                        w.List($"AddEnum<{type.FullName}>(", [.. type.EnumNames.Items.Select(Literals.String)], ");");
                    }
                }
            }
        }

        return w.ToString();
    }
}
