using System.Collections.Immutable;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;

namespace Plumbline.Generators.Inputs;

/// <summary>A root schema, linked.</summary>
/// <param name="Name">Logical name of its file.</param>
/// <param name="Program">Its program, or null where something that it reaches is broken.</param>
internal sealed record LinkedSchema(string Name, SchemaProgram? Program)
{
    /// <summary>Links every file against all of them; a broken one costs only those that reach it.</summary>
    public static ImmutableArray<LinkedSchema> Link(ImmutableArray<SchemaDocument> documents, CancellationToken cancellationToken)
    {
        // Of two files of one name the first by path counts, as in the plan of roots.
        SchemaDocument[] ordered =
        [
            .. documents.OrderBy(document => document.Input.Settings.Name, StringComparer.Ordinal)
                .ThenBy(document => document.Input.Settings.Path, StringComparer.Ordinal)
                .GroupBy(document => document.Input.Settings.Name, StringComparer.Ordinal)
                .Select(group => group.First()),
        ];
        SchemaSet set = SchemaSet.Of(ordered.Select(document => document.File));
        var programs = ImmutableArray.CreateBuilder<LinkedSchema>(ordered.Length);
        foreach (SchemaDocument document in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            programs.Add(new LinkedSchema(document.Input.Settings.Name, set.Compile(document.File).Program));
        }

        return programs.MoveToImmutable();
    }
}
