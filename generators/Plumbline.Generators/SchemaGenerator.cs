using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Generators.Inputs;
using Plumbline.Generators.Records;
using Plumbline.Generators.Shapes;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators;

/// <summary>Turns the schema files of a project into records and validators.</summary>
/// <remarks>
/// Every model that passes from step to step is immutable, equal by value, and free of symbols, compilations and locations:
/// a step whose input is equal to what it was does not run again. What is wrong inside a schema file is told by the analyzer of schema files;
/// this generator leaves out the types of a broken schema and reports only what keeps a sound schema from becoming C#.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. The schema files: additional files that a JsonSchema item stands behind. Most additional files are something else.
        IncrementalValuesProvider<SchemaInput> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => SchemaInput.Read(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        // 2. Parse each file by itself: an edit parses one file.
        IncrementalValuesProvider<SchemaDocument> documents = files
            .Select(static (file, _) => SchemaDocument.Parse(file))
            .WithTrackingName(TrackingNames.Documents);

        // 3. The partial records that name a schema. Where they stand is kept apart from what they ask for, because typing above them moves them.
        IncrementalValuesProvider<SchemaTarget> targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                SchemaTarget.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attribute, cancellationToken) => SchemaTarget.Read(attribute, cancellationToken))
            .WithTrackingName(TrackingNames.Targets);

        // 4. Where each root goes and what it is called, from items and attributes together. The text of the files does not matter here.
        IncrementalValueProvider<RootPlan> plan = files.Select(static (file, _) => file.Settings).Collect()
            .Combine(targets.Select(static (target, _) => target.Spec).Collect())
            .Select(static (pair, _) => RootPlan.Of(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Roots);

        // 5. Link all files, then part them again: each root with just what it reaches, so that an edit changes the programs that it means to change,
        //    and an edit of white space none.
        IncrementalValuesProvider<LinkedSchema> programs = documents.Collect()
            .SelectMany(static (all, cancellationToken) => LinkedSchema.Link(all, cancellationToken))
            .WithTrackingName(TrackingNames.Programs);

        // 6. Decide the C# shapes of each root.
        IncrementalValuesProvider<ShapedSchema> shapes = programs.Combine(plan)
            .SelectMany(static (pair, _) => ShapedSchema.RootsOf(pair.Left, pair.Right))
            .Select(static (root, _) => ShapedSchema.Shape(root.Program, root.Spec))
            .WithTrackingName(TrackingNames.Shapes);

        // 7. Two roots may come to the same names. The first keeps them; the others are reported, and cost no file but their own.
        IncrementalValueProvider<EquatableArray<TypeCollision>> collisions = shapes
            .Select(static (schema, _) => DeclaredTypes.Of(schema.File)).Collect()
            .Select(static (all, _) => TypeCollision.Find(all))
            .WithTrackingName(TrackingNames.Collisions);

        // 8. Print one file a root.
        IncrementalValuesProvider<GeneratedSource> sources = shapes.Combine(collisions)
            .Where(static pair => pair.Right.Items.All(collision => collision.HintName != pair.Left.File.Root.HintName))
            .Select(static (pair, _) => new GeneratedSource(pair.Left.File.Root.HintName, RecordFileEmitter.Emit(pair.Left.File, pair.Left.Program)))
            .WithTrackingName(TrackingNames.Sources);
        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));

        // 9. Print the assembly's resolver, where there is anything to resolve.
        IncrementalValueProvider<ResolverShape> resolver = shapes.Select(static (schema, _) => DeclaredTypes.Of(schema.File)).Collect()
            .Combine(collisions)
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => SchemaInput.RootNamespace(options)))
            .Select(static (input, _) => DeclaredTypes.Resolver(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Resolver);
        context.RegisterSourceOutput(resolver, static (output, shape) =>
        {
            if (shape.Types.Count > 0)
            {
                output.AddSource(ResolverEmitter.TypeName + ".g.cs", ResolverEmitter.Emit(shape));
            }
        });

        // 10. Print the texts of the schemas, for the analyzers of whoever refers to the assembly: those see metadata and no files.
        IncrementalValueProvider<EquatableArray<SchemaTextEntry>> texts = documents.Collect()
            .Select(static (all, _) => SchemaTextEntry.Of(all))
            .WithTrackingName(TrackingNames.Texts);
        context.RegisterSourceOutput(texts, static (output, schemas) =>
        {
            if (schemas.Count > 0)
            {
                output.AddSource(SchemaTextEmitter.FileName, SchemaTextEmitter.Emit(schemas));
            }
        });

        // 11. Report what could not be generated.
        IncrementalValuesProvider<Problem> problems = targets.Collect().Combine(plan)
            .SelectMany(static (pair, _) => Problem.OfTargets(pair.Left, pair.Right));
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        IncrementalValuesProvider<Problem> doubled = collisions.Combine(files.Select(static (file, _) => file.Settings).Collect())
            .SelectMany(static (pair, _) => Problem.OfCollisions(pair.Left, pair.Right));
        context.RegisterSourceOutput(doubled, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }
}
