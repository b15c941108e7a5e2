using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Generators.Tests.Pipeline;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Records;

/// <summary>How generated code reads, and how much of it there is.</summary>
public sealed class EmittedTextTests
{
    private const int MostLines = 500;
    private const int MostColumns = 120;

    private static readonly string[] Files = ["chat.json.g.cs", "text.json.g.cs"];

    private static readonly Generated Yardsticks = Project.Empty.WithSchema("chat.json", YardstickSchemas.Chat).WithSchema("text.json", YardstickSchemas.Text).Generate();

    [Fact]
    public void A_member_says_its_default_and_where_its_facts_come_from()
    {
        const string Schema = """
            {
              "type": "object",
              "properties": {
                "steps": { "title": "Steps", "description": "Steps to train.", "type": "integer", "default": 300, "x-source": ["[1] a page", "[2] a table"] },
                "plain": { "title": "Plain", "type": "integer" }
              }
            }
            """;
        string text = Project.Empty.WithSchema("job.json", Schema).Generate().Text("job.json.g.cs");
        Assert.Contains("/// <remarks>Steps to train. Default: 300. Source: [1] a page; [2] a table.</remarks>", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Plain</summary>\n    public long? Plain", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_yardstick_schemas_together_take_at_most_500_lines_of_at_most_120_columns()
    {
        string[] lines = [.. Files.SelectMany(file => Yardsticks.Text(file).TrimEnd('\n').Split('\n'))];

        Assert.True(lines.Length <= MostLines, $"{lines.Length} lines");
        Assert.All(lines, line => Assert.True(line.Length <= MostColumns, line));
    }

    [Fact]
    public void The_schemas_of_that_budget_are_those_of_the_yardstick()
    {
        foreach ((string name, string schema) in new[] { ("chat.json", YardstickSchemas.Chat), ("text.json", YardstickSchemas.Text) })
        {
            if (SharedData.PathOf("yardsticks", "schemas", name) is { } path)
            {
                Assert.Equal(schema, File.ReadAllText(path).TrimEnd());
            }
        }
    }

    [Fact]
    public void A_line_holds_one_statement()
    {
        foreach (string file in Files)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(Yardsticks.Text(file), Project.ParseOptions).GetRoot();
            IEnumerable<StatementSyntax> statements = root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement is not BlockSyntax);
            var crowded = statements
                .Where(statement => !statement.DescendantNodes().OfType<StatementSyntax>().Any())
                .GroupBy(statement => statement.GetLocation().GetLineSpan().StartLinePosition.Line)
                .Where(line => line.Count() > 1)
                .Select(line => $"{file}({line.Key + 1}): {string.Join(" ", line)}");
            Assert.Empty(crowded);
        }
    }

    [Fact]
    public void The_records_of_chat_read_as_in_the_golden_file()
    {
        string text = Yardsticks.Text("chat.json.g.cs");
        string records = text[..text.IndexOf("/// <summary>Validates JSON against", StringComparison.Ordinal)];
        Assert.Equal(GoldenText.Beside(records, "tests", "Generators", "Records", "Golden", "chat.records.txt"), records);
    }

    [Fact]
    public void Long_names_and_long_enumerations_are_wrapped()
    {
        string names = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"\"choice number {i}\""));
        Generated generated = Project.Empty.WithSchema("wide.schema.json", $$"""
            {
              "type": "object", "required": ["one_member_of_a_long_name", "another_of_a_long_name"],
              "properties": {
                "one_member_of_a_long_name": { "enum": [{{names}}] },
                "another_of_a_long_name": { "type": "array", "items": { "type": "array", "items": { "type": ["number", "null"] } } }
              }
            }
            """).Generate();
        string text = generated.Text("wide.schema.json.g.cs");

        Assert.Empty(generated.CompilerErrors);
        Assert.All(text[..text.IndexOf("/// <summary>Validates JSON against", StringComparison.Ordinal)].Split('\n'), line =>
            Assert.True(line.Length <= MostColumns, line));
    }

    [Fact]
    public void The_generated_files_compile_without_a_warning()
    {
        Assert.Empty(Yardsticks.CompilerErrors);
    }
}
