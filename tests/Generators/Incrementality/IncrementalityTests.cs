using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Plumbline.Generators.Tests.Pipeline;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Incrementality;

/// <summary>Why each step ran after each edit. The table is published in docs/incrementality.md, from where this test reads it.</summary>
public sealed class IncrementalityTests
{
    private const string Chat = """{ "type": "object", "properties": { "text": { "$ref": "text.schema.json" } } }""";
    private const string Text = """{ "type": "object", "required": ["body"], "properties": { "body": { "type": "string" } } }""";
    private const string Plain = """{ "type": "object", "properties": { "count": { "type": "integer" } } }""";
    private const string Code = """
        namespace Consumer;

        [Plumbline.JsonSchema("plain.schema.json")]
        public partial record Counted;
        """;

    // Schema files come to the steps in this order; a cell of the table with three reasons tells them in it.
    private static readonly Project Start = Project.Empty
        .WithSchema("chat.schema.json", Chat)
        .WithSchema("plain.schema.json", Plain)
        .WithSchema("text.schema.json", Text)
        .WithCode("Counted.cs", Code)
        .WithCode("Other.cs", "class Other;");

    private static readonly string[] Steps =
    [
        TrackingNames.Files, TrackingNames.Documents, TrackingNames.Targets, TrackingNames.Roots, TrackingNames.Programs,
        TrackingNames.Shapes, TrackingNames.Collisions, TrackingNames.Sources, TrackingNames.Resolver, TrackingNames.Texts,
    ];

    private static readonly (string Name, Func<Project, Project> Before, Func<Project, Project> Edit)[] Edits =
    [
        ("nothing", Same, Same),
        ("other C#", Same, project => project.WithCode("Other.cs", "class Other { int x; }")),
        ("C# above the attribute", Same, project => project.WithCode("Counted.cs", "// A comment.\n" + Code)),
        ("white space in plain", Same, project => project.WithSchema("plain.schema.json", Plain.Replace(":", " : ", StringComparison.Ordinal))),
        ("plain", Same, project => project.WithSchema("plain.schema.json", Plain.Replace("integer", "number", StringComparison.Ordinal))),
        ("text, to which chat refers", Same, project => project.WithSchema("text.schema.json", Text.Replace("string", "boolean", StringComparison.Ordinal))),
        ("plain breaks", Same, Broken),
        ("plain is mended", Broken, project => project.WithSchema("plain.schema.json", Plain)),
    ];

    [Fact]
    public void Each_step_runs_for_the_reasons_in_the_published_table()
    {
        string[] published = [.. File.ReadLines(Repository.PathOf("docs", "incrementality.md"))
            .Where(line => line.StartsWith('|') && Steps.Any(step => line.StartsWith($"| {step} |", StringComparison.Ordinal)))];

        string[] measured = Table();

        Assert.True(measured.SequenceEqual(published), $"docs/incrementality.md should hold the table:\n\n{string.Join('\n', Header().Concat(measured))}\n");
    }

    [Fact]
    public void Typing_code_prints_no_file_again()
    {
        Assert.All(Reasons(Edits[1].Before, Edits[1].Edit, TrackingNames.Sources), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void White_space_in_a_schema_prints_no_file_again()
    {
        Assert.All(
            Reasons(Edits[3].Before, Edits[3].Edit, TrackingNames.Sources),
            reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void A_broken_schema_costs_only_its_own_types_and_comes_back_mended()
    {
        Generated sound = Start.Generate();
        Generated broken = Broken(Start).Run(sound.Driver.ReplaceAdditionalTexts(ImmutableArray<AdditionalText>.CastUp(Broken(Start).Schemas)));
        Generated mended = Start.Run(broken.Driver.ReplaceAdditionalTexts(ImmutableArray<AdditionalText>.CastUp(Start.Schemas)));

        Assert.Equal(["Consumer.Counted.g.cs", "PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs", "chat.schema.json.g.cs", "text.schema.json.g.cs"],
            sound.Files);
        Assert.Equal(["PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs", "chat.schema.json.g.cs", "text.schema.json.g.cs"], broken.Files);
        Assert.Equal(sound.Result.GeneratedSources.Select(source => source.SourceText.ToString()),
            mended.Result.GeneratedSources.Select(source => source.SourceText.ToString()));
    }

    private static Project Same(Project project) => project;

    private static Project Broken(Project project) => project.WithSchema("plain.schema.json", Plain[..^4]);

    private static IEnumerable<string> Header() =>
    [
        "| step | " + string.Join(" | ", Edits.Select(edit => edit.Name)) + " |",
        "|---|" + string.Concat(Edits.Select(_ => "---|")),
    ];

    private static string[] Table()
    {
        var columns = Edits.Select(edit => Steps.Select(step => Cell(Reasons(edit.Before, edit.Edit, step))).ToArray()).ToArray();
        return [.. Steps.Select((step, row) => $"| {step} | {string.Join(" | ", columns.Select(column => column[row]))} |")];
    }

    // One word where all outputs of a step share a reason.
    private static string Cell(IncrementalStepRunReason[] reasons) =>
        string.Join(", ", reasons.Distinct().Count() == 1 ? reasons.Take(1) : reasons.AsEnumerable());

    private static IncrementalStepRunReason[] Reasons(Func<Project, Project> before, Func<Project, Project> edit, string step)
    {
        Project first = before(Start);
        Project second = edit(first);
        GeneratorDriver driver = first.Run(first.NewDriver()).Driver;
        foreach ((SchemaText old, SchemaText changed) in first.Schemas.Zip(second.Schemas).Where(pair => pair.First != pair.Second))
        {
            driver = driver.ReplaceAdditionalText(old, changed);
        }

        GeneratorRunResult result = second.Run(driver).Result;
        Assert.Null(result.Exception);
        return result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];
    }
}
