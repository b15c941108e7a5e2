using Plumbline.Generators.Writing;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Validators;

public sealed class ValidatorSnapshotTests
{
    private const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["input_text", "output_text"],
          "additionalProperties": false,
          "properties": {
            "input_text": { "type": "string", "minLength": 1, "maxLength": 32768 },
            "output_text": { "type": "string", "minLength": 1, "maxLength": 32768 }
          }
        }
        """;

    private const string Chat = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["messages"],
          "additionalProperties": false,
          "properties": {
            "context": { "type": "string", "maxLength": 32768 },
            "messages": {
              "type": "array", "minItems": 2, "maxItems": 2048,
              "items": {
                "type": "object",
                "required": ["author", "content"],
                "additionalProperties": false,
                "properties": {
                  "author": { "enum": ["user", "assistant"] },
                  "content": { "type": "string", "minLength": 1, "maxLength": 32768 }
                }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData("text", Text, 110)]
    [InlineData("chat", Chat, 200)]
    [InlineData("everything", EverythingSchema.Text, int.MaxValue)]
    public void A_validator_reads_like_its_schema(string name, string schema, int mostLines)
    {
        string text = SchemaCompilation.Emit(SchemaCompilation.Program(schema, name + ".json"), char.ToUpperInvariant(name[0]) + name[1..] + "Validator");
        string[] lines = text.Split('\n');
        Assert.True(lines.Length <= mostLines, $"{lines.Length} lines");
        Assert.All(lines, line => Assert.True(line.Length <= SourceWriter.Columns, line));
        SchemaCompilation.Compile(text);
        Snapshot.Matches(name + ".cs.txt", text);
    }

    [Theory]
    [InlineData("text", Text)]
    [InlineData("chat", Chat)]
    public void The_schemas_of_the_snapshots_are_the_yardsticks(string name, string schema)
    {
        if (SharedData.PathOf("yardsticks", "schemas", name + ".json") is { } path)
        {
            Assert.Equal(
                SchemaCompilation.Emit(SchemaCompilation.Program(File.ReadAllText(path), name)),
                SchemaCompilation.Emit(SchemaCompilation.Program(schema, name)));
        }
    }
}
