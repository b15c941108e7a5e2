using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline generate</c>: what a build would generate, without a build.</summary>
public sealed class GenerateTests : IDisposable
{
    private const string Tickets = "samples/schemas/ticket.schema.json";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_files_are_those_that_a_build_adds()
    {
        string[] schemas = [.. Directory.EnumerateFiles(Repository.PathOf("schemas", "vertex"), "*.json", SearchOption.AllDirectories)];
        ToolResult result = Tool.Run(["generate", .. schemas, "--namespace", "Acme.Formats", "--output", _folder.Path]);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Dictionary<string, string> built = Consumer.Build("Acme.Formats", schemas.Select(path =>
            (Path.GetRelativePath(Repository.PathOf("schemas", "vertex"), path).Replace('\\', '/'), File.ReadAllText(path))));
        Assert.Equal(built.Keys.Order(StringComparer.Ordinal), _folder.Files);
        Assert.All(built, file => Assert.Equal(file.Value, _folder.Read(file.Key)));
        Assert.Contains($"plumbline: {built.Count} files written to {_folder.Path}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_compile_and_the_validator_judges()
    {
        Assert.Equal(0, Tool.Run("generate", Tickets, "--namespace", "Acme.Support", "--type-name", "SupportTicket", "--output", _folder.Path).ExitCode);
        JsonValidator validator = Consumer.ValidatorOf(Consumer.Compile(_folder.Files.Select(_folder.Read)), "Acme.Support.SupportTicket");
        Assert.True(validator.IsValid("""{"id": 1, "priority": "low", "tags": []}"""u8));
        Assert.False(validator.IsValid("""{"id": 0, "priority": "low", "tags": []}"""u8));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    public void A_single_schema_is_printed_where_no_folder_is_named(string output)
    {
        string[] arguments = ["generate", Tickets, .. output.Length == 0 ? (string[])[] : ["--output", output]];
        ToolResult result = Tool.Run(arguments);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.True(Consumer.ValidatorOf(Consumer.Compile([result.Output]), "Ticket").IsValid("""{"id": 1, "priority": "low", "tags": []}"""u8));
        Assert.Equal(result.Output, Tool.Run(["generate", "-", "--type-name", "Ticket"], File.ReadAllBytes(Repository.PathOf(Tickets.Split('/')))).Output
            .Replace("\"stdin\"", "\"ticket.schema.json\"", StringComparison.Ordinal).Replace("stdin#", "ticket.schema.json#", StringComparison.Ordinal));
    }

    [Fact]
    public void Schemas_refer_to_each_other_by_their_paths_and_lenders_become_no_types()
    {
        string main = _folder.Write("in/formats/order.json", """{ "type": "object", "properties": { "part": { "$ref": "../_parts.json#/$defs/part" } } }""");
        string parts = _folder.Write("in/_parts.json", """{ "$defs": { "part": { "type": "string", "maxLength": 2 } } }""");
        ToolResult result = Tool.Run("generate", main, parts);
        Assert.Equal(0, result.ExitCode);
        JsonValidator validator = Consumer.ValidatorOf(Consumer.Compile([result.Output]), "Order");
        Assert.Equal((true, false), (validator.IsValid("""{"part": "ab"}"""u8), validator.IsValid("""{"part": "abc"}"""u8)));
        result = Tool.Run("generate", main);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("order.json:1:", result.Error, StringComparison.Ordinal);
        Assert.Contains(" error PLB1004 unresolved-reference: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run("generate", parts).ExitCode);
    }

    [Fact]
    public void A_broken_schema_is_told_at_its_places_and_nothing_is_written()
    {
        ToolResult result = Tool.Run("generate", Tickets, "samples/schemas/broken.schema.json", "--output", _folder.Path);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("samples/schemas/broken.schema.json:5:43: error PLB1003 keyword-value: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Only_what_was_generated_is_overwritten_unless_it_is_forced()
    {
        string[] arguments = ["generate", Tickets, "--output", _folder.Path];
        Assert.Equal(0, Tool.Run(arguments).ExitCode);
        string generated = _folder.Read("ticket.schema.json.g.cs");
        _folder.Write("ticket.schema.json.g.cs", generated.Replace("\n", "\r\n", StringComparison.Ordinal) + "// old");
        ToolResult result = Tool.Run(arguments);
        Assert.Contains("plumbline: 1 file written to ", result.Error, StringComparison.Ordinal);
        Assert.Contains(", 2 unchanged", result.Error, StringComparison.Ordinal);
        Assert.Equal(generated, _folder.Read("ticket.schema.json.g.cs"));

        _folder.Write("ticket.schema.json.g.cs", "// mine");
        File.Delete(_folder.PathOf("PlumblineJsonResolver.g.cs"));
        result = Tool.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ticket.schema.json.g.cs was not generated by plumbline: --force overwrites it", result.Error, StringComparison.Ordinal);
        Assert.Equal("// mine", _folder.Read("ticket.schema.json.g.cs"));
        Assert.DoesNotContain("PlumblineJsonResolver.g.cs", _folder.Files);
        Assert.Equal(0, Tool.Run([.. arguments, "--force"]).ExitCode);
        Assert.Equal(generated, _folder.Read("ticket.schema.json.g.cs"));
    }

    [Fact]
    public void Two_schemas_of_one_type_name_are_told_and_nothing_is_written()
    {
        string[] schemas = [_folder.Write("a/chat.json", "{}"), _folder.Write("b/chat.json", "{}")];
        ToolResult result = Tool.Run(["generate", .. schemas, "--output", _folder.PathOf("out")]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "plumbline: b/chat.json: error PLB2001 name-collision: the type Chat is that of a/chat.json already", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Theory]
    [InlineData("a namespace that is none", "--namespace 1a.b")]
    [InlineData("a type name that is none", "--type-name support-ticket")]
    [InlineData("several schemas on standard output", "samples/Consumer/schemas/../../schemas/ticket.schema.json schemas/vertex/chat.schema.json")]
    [InlineData("one type name for several", "schemas/vertex/chat.schema.json --type-name Chat --output x")]
    [InlineData("force without a folder", "--force")]
    [InlineData("standard input beside files", "-")]
    [InlineData("a file in place of the folder", "--output README.md")]
    public void What_cannot_be_done_gives_2_and_a_sentence(string what, string arguments)
    {
        ToolResult result = Tool.Run(["generate", Tickets, .. arguments.Split(' ')]);
        Assert.True(result.ExitCode == 2, $"{what}: {result}");
        Assert.Equal("", result.Output);
        Assert.StartsWith("plumbline: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_cannot_be_read_gives_3()
    {
        ToolResult result = Tool.Run("generate", Tickets, "absent.json", "samples", "--output", _folder.Path);
        Assert.Equal((3, "plumbline: cannot read absent.json: there is no such file\nplumbline: cannot read samples: it is a folder\n"),
            (result.ExitCode, result.Error));
        Assert.Empty(_folder.Files);
    }
}
