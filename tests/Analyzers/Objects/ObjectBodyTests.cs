using Microsoft.CodeAnalysis;
using Plumbline.Analyzers.Bodies;

namespace Plumbline.Analyzers.Tests.Objects;

/// <summary>Objects that become JSON bodies, and records that were generated from a schema.</summary>
public sealed class ObjectBodyTests
{
    private const string Url = "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs";

    private const string Schema = """
        {
          "type": "object", "required": ["display_name", "kind"], "additionalProperties": false,
          "properties": {
            "display_name": { "type": "string", "maxLength": 5 }, "steps": { "type": "integer", "minimum": 1 }, "rate": { "type": "number" },
            "kind": { "enum": ["GPU", "TPU"] }, "tags": { "type": "array", "maxItems": 2, "items": { "type": "string" } },
            "inner": { "type": "object", "properties": { "level": { "maximum": 3 } } }
          },
          "dependentRequired": { "rate": ["steps"] }
        }
        """;

    private const string Types = """
        using System; using System.Text; using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization;
        using System.Net.Http; using System.Net.Http.Json; using Plumbline;
        public enum Kind { [JsonStringEnumMemberName("GPU")] Gpu, [JsonStringEnumMemberName("XPU")] Xpu }
        public sealed record Inner : ISchemaRecord<Inner>
        {
            public long? Level { get; init; }
            static Inner ISchemaRecord<Inner>.Read(ref Utf8JsonReader reader) => new();
            public void WriteTo(Utf8JsonWriter writer) { }
        }
        [GeneratedFrom("doc.schema.json")]
        public sealed record Doc : ISchemaRecord<Doc>
        {
            public required string DisplayName { get; init; }
            public Kind Kind { get; init; }
            public long? Steps { get; init; }
            public double? Rate { get; init; }
            public Inner? Inner { get; init; }
            static Doc ISchemaRecord<Doc>.Read(ref Utf8JsonReader reader) => new() { DisplayName = "" };
            public void WriteTo(Utf8JsonWriter writer) { }
        }
        static class Api
        {
            public static void Send([JsonBody(typeof(Doc))] object body) { }
            public static void Other(object body) { }
        }
        """;

    [Theory]
    [InlineData("Api.Send(new { display_name = \"a\", kind = \"GPU\", steps = ⟦PLB4040:0⟧ });")]
    [InlineData("Api.Send(new { display_name = ⟦PLB4031:\"too long\"⟧, kind = x, ⟦PLB4011:stebs⟧ = 3 });")]
    [InlineData("Api.Send(⟦PLB4010:new⟧ { display_name = \"a\" });")]
    [InlineData("Api.Send(new { display_name = \"a\", kind = x, tags = ⟦PLB4021:new⟧[] { \"a\", \"b\", \"c\" }, inner = new { level = ⟦PLB4041:4.5⟧ } });")]
    [InlineData("string display_name = x; var kind = 1; Api.Send(new { display_name, kind, steps = ⟦PLB4001:\"1\"⟧ });")]
    [InlineData("var body = new { display_name = \"a\", kind = ⟦PLB4002:\"gpu\"⟧ }; Api.Send(body);")]
    [InlineData("Api.Send(new JsonObject { [\"display_name\"] = \"a\", [⟦PLB4011:\"knid\"⟧] = \"GPU\" });")]
    [InlineData("Api.Send(new JsonObject { { \"display_name\", \"a\" }, { \"kind\", x }, { \"inner\", new JsonObject { [\"level\"] = ⟦PLB4041:7⟧ } } });")]
    [InlineData("var doc = new Doc { DisplayName = ⟦PLB4031:\"too long\"⟧, Steps = ⟦PLB4040:-1⟧ };")]
    [InlineData("Doc doc = new() { DisplayName = \"a\", Kind = ⟦PLB4002:Kind.Xpu⟧, Inner = new Inner { Level = ⟦PLB4041:4⟧ } };")]
    [InlineData("var doc = ⟦PLB4014:new⟧ Doc { DisplayName = \"a\", Rate = 2 };")]
    [InlineData("var doc = new Doc { DisplayName = \"a\" } with { Steps = ⟦PLB4040:0⟧ };")]
    public async Task A_fault_is_underlined_where_it_is_written(string statements)
    {
        MarkedText code = Code(statements);
        code.AssertFound(await Analyze(code));
    }

    [Theory]
    [InlineData("Api.Other(new { stebs = 1 });")]
    [InlineData("Api.Send(new { display_name = x, kind = x });")]
    [InlineData("Api.Send(new JsonObject { [x] = 1 });")]
    [InlineData("var doc = new Doc { DisplayName = x, Kind = Kind.Gpu, Steps = 1, Rate = double.NaN };")]
    [InlineData("var doc = new Doc { DisplayName = \"a\" } with { Rate = 2 };")]
    [InlineData("var inner = new Inner { Level = 9 };")]
    public async Task What_is_right_or_not_known_is_passed_in_silence(string statements) => Assert.Empty(await Analyze(Code(statements)));

    [Theory]
    [InlineData("client.PostAsJsonAsync(\"URL\", new { displayName = \"a\", runtimeConfig = P, ⟦PLB4011:templateUrl⟧ = T });")]
    [InlineData("client.PostAsJsonAsync(\"URL\", new { DisplayName = \"a\", RuntimeConfig = P, ⟦PLB4011:TemplateUrl⟧ = T });")]
    [InlineData("client.PostAsync(\"URL\", JsonContent.Create(new { displayName = \"a\", runtimeConfig = P, ⟦PLB4011:templateUrl⟧ = T }));")]
    [InlineData("client.PostAsync(\"URL\", new StringContent(JsonSerializer.Serialize(new { runtimeConfig = P, ⟦PLB4011:templateUrl⟧ = T })));")]
    [InlineData("client.PostAsync(\"URL\", new StringContent(new JsonObject { [\"runtimeConfig\"] = J, [⟦PLB4011:\"templateUrl\"⟧] = T }.ToJsonString()));")]
    public async Task An_object_sent_to_the_service_is_a_request(string statements)
    {
        const string parameters = "new { gcsOutputDirectory = \"gs://b/o\", parameterValues = new { project = \"p\", model_display_name = \"m\", "
            + "dataset_uri = \"gs://b/d\", large_model_reference = \"chat-bison@002\", location = \"us-central1\" } }";
        MarkedText code = Code(statements.Replace("URL", Url, StringComparison.Ordinal)
            .Replace("= P", "= " + parameters, StringComparison.Ordinal)
            .Replace("= J", "= new JsonObject { [\"parameterValues\"] = new JsonObject { [MODEL] = \"chat-bison@002\" } }", StringComparison.Ordinal)
            .Replace("MODEL", "\"large_model_reference\"", StringComparison.Ordinal)
            .Replace("= T", "= \"https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0\"", StringComparison.Ordinal));
        IEnumerable<Diagnostic> found = await Analyze(code);
        code.AssertFound(found.Where(diagnostic => diagnostic.Id == "PLB4011"));
    }

    [Fact]
    public async Task With_options_of_their_own_names_are_not_known() =>
        Assert.Empty(await Analyze(Code(
            $"client.PostAsJsonAsync(\"{Url}\", new {{ templateUri = \"x/tune-large-chat-model/\" }}, new JsonSerializerOptions());")));

    private static MarkedText Code(string statements) =>
        MarkedText.Parse($"{Types}\nclass C {{ void M(string x, HttpClient client) {{\n{statements}\n}} }}");

    private static async Task<IEnumerable<Diagnostic>> Analyze(MarkedText code) =>
        await Consumer.Empty.WithCode(code.Text).WithSchema("doc.schema.json", Schema).Analyze(new BodyAnalyzer());
}
