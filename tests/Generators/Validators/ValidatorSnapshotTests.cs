using Plumbline.Generators.Writing;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Validators;

public sealed class ValidatorSnapshotTests
{
    [Theory]
    [InlineData("text", YardstickSchemas.Text, 110)]
    [InlineData("chat", YardstickSchemas.Chat, 200)]
    [InlineData("everything", EverythingSchema.Text, int.MaxValue)]
    public void A_validator_reads_like_its_schema(string name, string schema, int mostLines)
    {
        string text = SchemaCompilation.Emit(SchemaCompilation.Program(schema, name + ".json"), char.ToUpperInvariant(name[0]) + name[1..] + "Validator");
        string[] lines = text.Split('\n');
        Assert.True(lines.Length <= mostLines, $"{lines.Length} lines");
        Assert.All(lines, line => Assert.True(line.Length <= SourceWriter.Columns, line));
        SchemaCompilation.Compile(text);
        Assert.Equal(GoldenText.Beside(text, "tests", "Generators", "Snapshots", name + ".cs.txt"), text);
    }
}
