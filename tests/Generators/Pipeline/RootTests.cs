using Microsoft.CodeAnalysis;

namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>Where generated types go, and what is said when they cannot be generated.</summary>
public sealed class RootTests
{
    private const string Schema = """{ "type": "object", "properties": { "a": { "type": "string" } } }""";

    [Fact]
    public void An_item_says_namespace_and_name_or_the_project_and_the_file_do()
    {
        Generated generated = Project.Empty
            .WithSchema("formats/llama-chat.schema.json", Schema)
            .WithSchema("formats/other.schema.json", Schema, "Acme.Formats", "Renamed")
            .Generate();

        Assert.NotNull(generated.Compilation.GetTypeByMetadataName("Consumer.LlamaChat"));
        Assert.NotNull(generated.Compilation.GetTypeByMetadataName("Consumer.LlamaChatValidator"));
        Assert.NotNull(generated.Compilation.GetTypeByMetadataName("Acme.Formats.Renamed"));
        Assert.NotNull(generated.Compilation.GetTypeByMetadataName("Consumer.PlumblineJsonResolver"));
        Assert.Empty(generated.CompilerErrors);
    }

    [Fact]
    public void Files_of_one_name_in_several_folders_and_of_names_that_differ_in_case_keep_a_file_each()
    {
        Generated generated = Project.Empty
            .WithSchema("a/x.schema.json", Schema, "A")
            .WithSchema("b/x.schema.json", Schema, "B")
            .WithSchema("B/X.schema.json", Schema, "C")
            .WithSchema("b.x.schema.json", Schema, "D", "X")
            .Generate();

        Assert.Null(generated.Result.Exception);
        Assert.Equal(
            ["B.X.schema.json.g.cs", "PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs",
                "a.x.schema.json.g.cs", "b.x.schema.json.2.g.cs", "b.x.schema.json.3.g.cs"],
            generated.Files);
        Assert.Empty(generated.CompilerErrors);
    }

    [Fact]
    public void A_partial_record_takes_its_members_from_the_schema_that_it_names_wherever_it_is_nested()
    {
        Generated generated = Project.Empty
            .WithSchema("formats/chat.schema.json", Schema)
            .WithCode("/project/Models/Own.cs", """
                namespace Acme.Models;

                internal static partial class Outer
                {
                    [Plumbline.JsonSchema("../formats/chat.schema.json")]
                    private protected sealed partial record Own
                    {
                        public int Length => A?.Length ?? 0;
                    }
                }
                """.Replace("private protected", "internal", StringComparison.Ordinal))
            .Generate();

        Assert.Empty(generated.Diagnostics);
        Assert.Empty(generated.CompilerErrors);
        Assert.Equal(["Acme.Models.Outer.Own.g.cs", "PlumblineSchemaTexts.g.cs"], generated.Files);
    }

    [Theory]
    [InlineData("chat.schema.json")]
    [InlineData("formats/chat.schema.json")]
    [InlineData("./formats/chat.schema.json")]
    [InlineData(@"formats\chat.schema.json")]
    [InlineData("/project/formats/chat.schema.json")]
    public void An_attribute_finds_its_file_by_any_of_its_names(string path)
    {
        Generated generated = Project.Empty.WithSchema("formats/chat.schema.json", Schema)
            .WithCode("Own.cs", $"[Plumbline.JsonSchema(@\"{path}\")] public partial record Own;")
            .Generate();

        Assert.Empty(generated.Diagnostics);
        Assert.Equal(["Own.g.cs", "PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs"], generated.Files);
    }

    [Theory]
    [InlineData("[Plumbline.JsonSchema(\"chta.schema.json\")] public partial record Own;", "PLB2002",
        "No schema file of the project is 'chta.schema.json' (did you mean 'chat.schema.json'?)")]
    [InlineData("[Plumbline.JsonSchema(\"unlike\")] public partial record Own;", "PLB2002", "No schema file of the project is 'unlike': add")]
    [InlineData("[Plumbline.JsonSchema(null!)] public partial record Own;", "PLB2002", "No schema file")]
    [InlineData("[Plumbline.JsonSchema(\"chat.schema.json\")] public record Own;", "PLB2003", "Own cannot take members")]
    [InlineData("[Plumbline.JsonSchema(\"chat.schema.json\")] public partial class Own;", "PLB2003", "Own cannot take members")]
    [InlineData("[Plumbline.JsonSchema(\"chat.schema.json\")] public partial record Own<T>;", "PLB2003", "Own cannot take members")]
    [InlineData("public record Base; [Plumbline.JsonSchema(\"chat.schema.json\")] public partial record Own : Base;", "PLB2003", "Own cannot take members")]
    [InlineData("class Outer { [Plumbline.JsonSchema(\"chat.schema.json\")] public partial record Own; }", "PLB2003", "Own cannot take members")]
    public void What_is_wrong_with_an_attribute_is_said_at_the_attribute(string code, string id, string message)
    {
        Generated generated = Project.Empty.WithSchema("chat.schema.json", Schema).WithCode("Own.cs", "\n" + code).Generate();

        Diagnostic diagnostic = Assert.Single(generated.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            ("Own.cs", 1, code.IndexOf("Plumbline", StringComparison.Ordinal)), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public void Of_two_schemas_that_come_to_one_name_the_first_is_generated_and_the_second_reported()
    {
        Generated generated = Project.Empty.WithSchema("a/chat.schema.json", Schema).WithSchema("b/chat.schema.json", Schema).Generate();

        Diagnostic diagnostic = Assert.Single(generated.Diagnostics);
        Assert.Equal("PLB2001", diagnostic.Id);
        Assert.Equal("/project/b/chat.schema.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(
            "The type Consumer.Chat of schema 'b/chat.schema.json' is generated from 'a/chat.schema.json' already: give the item another TypeName or Namespace",
            diagnostic.GetMessage(null));
        Assert.Equal(["PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs", "a.chat.schema.json.g.cs"], generated.Files);
        Assert.Empty(generated.CompilerErrors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\uFEFF{")]
    [InlineData("{\"type\": 3}")]
    [InlineData("{\"$ref\": \"#/nowhere\"}")]
    [InlineData("{\"$ref\": \"#\"}")]
    public void A_broken_schema_becomes_no_file_and_harms_no_other(string broken)
    {
        Generated generated = Project.Empty.WithSchema("broken.schema.json", broken).WithSchema("sound.schema.json", Schema).Generate();

        Assert.Null(generated.Result.Exception);
        Assert.Equal(["PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs", "sound.schema.json.g.cs"], generated.Files);
        Assert.Empty(generated.CompilerErrors);
    }

    [Fact]
    public void A_project_without_schemas_gets_nothing()
    {
        Assert.Empty(Project.Empty.WithCode("Own.cs", "class Own;").Generate().Files);
    }

    [Fact]
    public void The_generator_sets_init_members_of_a_core_that_was_built_for_another_framework()
    {
        // Compiled against the netstandard2.0 build of the core, run here beside its net10.0 build: the call of an init accessor carries
        // the modifier type IsExternalInit, which must be one type to both. JsonLiteral.Text is such a member, and the enum needs it.
        Generated generated = Project.Empty.WithSchema("x.schema.json", """{ "type": "object", "properties": { "e": { "enum": ["a"] } } }""").Generate();

        Assert.Null(generated.Result.Exception);
        Assert.Contains("Enum<XE>(\"a\")", generated.Text("x.schema.json.g.cs"), StringComparison.Ordinal);
        Assert.Contains(".NETCoreApp", typeof(Plumbline.Schema.Ir.SchemaProgram).Assembly.GetCustomAttributesData()
            .Single(data => data.AttributeType.Name == "TargetFrameworkAttribute").ConstructorArguments[0].Value!.ToString(), StringComparison.Ordinal);
        Assert.Contains(".NETStandard", typeof(SchemaGenerator).Assembly.GetCustomAttributesData()
            .Single(data => data.AttributeType.Name == "TargetFrameworkAttribute").ConstructorArguments[0].Value!.ToString(), StringComparison.Ordinal);
    }
}
