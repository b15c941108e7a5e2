using System.Text;
using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline schema</c>: what is wrong with schema files, what they compile to, and their plain form.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_schema_of_the_project_is_clean_and_compiles_to_types()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories)];
        ToolResult result = Tool.Run(["schema", .. files, "--report", "json", "--strict"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        JsonElement[] outcomes = [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("files").EnumerateArray()];
        Assert.Equal(files.Length, outcomes.Length);
        foreach (JsonElement outcome in outcomes)
        {
            Assert.True(outcome.GetProperty("compiles").GetBoolean());
            Assert.Equal("2020-12", outcome.GetProperty("dialect").GetString());
            bool lends = Path.GetFileName(outcome.GetProperty("name").GetString()!).StartsWith('_');
            Assert.Equal(lends, outcome.GetProperty("types").GetArrayLength() == 0);
        }
    }

    [Fact]
    public void Json_tells_members_with_their_types_and_checks_with_their_places()
    {
        string path = _folder.Write("a.json", """
            {
              "type": "object", "required": ["n"], "properties": { "n": { "type": ["integer", "null"] }, "any": {}, "kind": { "const": "k" } },
              "additionalProperties": false, "oneOf": [{ "required": ["any"] }, { "required": ["kind"] }], "format": "uri", "$comment": "x"
            }
            """);
        JsonElement file = JsonDocument.Parse(Tool.Run("schema", path, "--report", "json").Output).RootElement.GetProperty("files")[0];
        JsonElement type = Assert.Single(file.GetProperty("types").EnumerateArray(), type => type.GetProperty("name").GetString() == "A");
        Assert.Equal(
            [("n", "long?", true, false), ("any", "Optional<JsonElement>", false, true), ("kind", "string?", false, false)],
            type.GetProperty("members").EnumerateArray().Select(member => (
                member.GetProperty("jsonName").GetString()!, member.GetProperty("type").GetString()!,
                member.GetProperty("required").GetBoolean(), member.GetProperty("holdsAny").GetBoolean())));
        string[] checks = [
            "/additionalProperties", "/oneOf", "/oneOf/0/required", "/oneOf/1/required", "/properties/kind/const", "/properties/n/type", "/required", "/type"];
        Assert.Equal(
            checks,
            file.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("schemaLocation").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(["$comment", "format"], file.GetProperty("annotations").EnumerateObject().Select(use => use.Name));
        Assert.Equal("", Assert.Single(file.GetProperty("validator").GetProperty("readAgain").EnumerateArray()).GetString());
    }

    [Fact]
    public void Errors_give_1_with_line_column_excerpt_and_caret_and_other_files_are_described()
    {
        ToolResult result = Tool.Run("schema", "samples/schemas/broken.schema.json", "samples/schemas/ticket.schema.json");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("  samples/schemas/broken.schema.json:5:43\n    | …d\": { \"type\": \"integer\", \"minimum\": \"one\" },\n",
            result.Output, StringComparison.Ordinal);
        Assert.Contains("    |                                      ^^^^^\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("samples/schemas/ticket.schema.json: JSON Schema 2020-12, 7 schemas, 13 checks", result.Output, StringComparison.Ordinal);
        Assert.Equal("2 errors, 1 warning", result.Lines[^1]);
    }

    [Fact]
    public void Warnings_fail_a_run_only_where_it_is_strict()
    {
        string path = _folder.Write("a.json", """{ "maxLenght": 3 }""");
        Assert.Equal(0, Tool.Run("schema", path).ExitCode);
        Assert.Equal(1, Tool.Run("schema", path, "--strict").ExitCode);
    }

    [Fact]
    public void Concise_prints_a_line_a_fault_and_loads_no_compiler()
    {
        ObservedRun run = ObservedRun.Of(["schema", "samples/schemas/broken.schema.json", "--report", "concise"]);
        Assert.False(run.HasCompiler);
        Assert.Equal(4, run.Result.Lines.Length);
        Assert.StartsWith("samples/schemas/broken.schema.json:5:43: error PLB1003 keyword-value: ", run.Result.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_json_is_a_finding()
    {
        ToolResult result = Tool.Run(["schema", "-"], Encoding.UTF8.GetBytes("{ \"type\": \n"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error PLB1001 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("stdin: no JSON, and so no schema\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x-a": 1, "type": "string"}""", """{"type": "string"}""")]
    [InlineData("""{"type": "string", "x-a": 1}""", """{"type": "string"}""")]
    [InlineData("""{"type": "string", "x-a": 1, "x-b": {"properties": {"x-c": {}}}, "minLength": 1}""", """{"type": "string", "minLength": 1}""")]
    [InlineData("""{ "x-a": 1, "x-b": 2 }""", """{  }""")]
    [InlineData("""{"properties": {"x-a": {"x-b": 1}}}""", """{"properties": {"x-a": {}}}""")]
    [InlineData(
        """{"const": {"x-a": 1}, "default": {"x-b": 2}, "enum": [{"x-c": 3}]}""", """{"const": {"x-a": 1}, "default": {"x-b": 2}, "enum": [{"x-c": 3}]}""")]
    [InlineData(
        """{"items": {"x-advice": [{"severity": "note", "message": "m", "schema": {"x-source": "s"}}], "type": "null"}}""", """{"items": {"type": "null"}}""")]
    public void Plain_leaves_out_extension_keywords_and_nothing_else(string schema, string plain)
    {
        ToolResult result = Tool.Run(["schema", "-", "--plain"], Encoding.UTF8.GetBytes(schema));
        Assert.Equal((0, plain), (result.ExitCode, result.Output));
    }

    [Fact]
    public void The_plain_form_of_every_format_accepts_what_the_format_accepts()
    {
        string path = _folder.PathOf("chat.json");
        Assert.Equal(0, Tool.Run("schema", "schemas/vertex/chat.schema.json", "--plain", "--output", path).ExitCode);
        Assert.DoesNotContain("x-", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("validate", "samples/chat.jsonl", "--schema", path, "--strict").ExitCode);
        Assert.Equal(0, Tool.Run("schema", path, "--strict").ExitCode);
    }

    [Fact]
    public void A_schema_that_needs_its_extensions_has_no_plain_form()
    {
        string path = _folder.Write(
            "a.json", """{ "x-advice": [{ "severity": "note", "message": "m", "schema": { "$id": "urn:a" } }], "items": { "$ref": "urn:a" } }""");
        ToolResult result = Tool.Run("schema", path, "--plain");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("cannot do without its x- keywords", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samples/schemas/ticket.schema.json schemas/vertex/chat.schema.json --plain")]
    [InlineData("samples/schemas/ticket.schema.json --plain --report json")]
    [InlineData("samples/schemas/ticket.schema.json --report xml")]
    [InlineData("samples/schemas/ticket.schema.json --plain --output samples/schemas/ticket.schema.json")]
    public void What_cannot_be_done_gives_2(string arguments) => Assert.Equal(2, Tool.Run(["schema", .. arguments.Split(' ')]).ExitCode);
}
