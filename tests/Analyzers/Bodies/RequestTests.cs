using Microsoft.CodeAnalysis;
using Plumbline.Analyzers.Bodies;

namespace Plumbline.Analyzers.Tests.Bodies;

/// <summary>Bodies that are sent somewhere, and the URLs that say what they are.</summary>
public sealed class RequestTests
{
    private const string Q3 = "\"\"\"";
    private const string Url = "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs";

    // The one fault of the body is its unknown parameter; placeholders would be more.
    private const string Body = """
        {
          "displayName": "job",
          "runtimeConfig": {
            "gcsOutputDirectory": "gs://bucket/out",
            "parameterValues": {
              "project": "p", "model_display_name": "m", "dataset_uri": "gs://bucket/data.jsonl", "location": "us-central1",
              "large_model_reference": "chat-bison@002", ⟦PLB4011:"bath_size"⟧: 8
            }
          },
          "templateUri": "https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0"
        }
        """;

    public static TheoryData<string> Sendings() =>
    [
        $"client.PostAsync(\"{Url}\", new StringContent(BODY));",
        $"var url = \"{Url}\"; var content = new StringContent(BODY, null, \"application/json\"); client.PostAsync(url, content);",
        "client.PostAsync(Address, new StringContent(BODY));",
        "var url = $\"https://{region}-aiplatform.googleapis.com/v1/projects/{region}/locations/{region}/pipelineJobs\";\n"
            + "var body = BODY; client.PostAsync(url, new StringContent(body));",
        $"using var request = new HttpRequestMessage(HttpMethod.Post, \"{Url}\") {{ Content = new StringContent(BODY) }};",
        "// lang=json schema=vertex/tune-chat\nvar body = BODY;",
    ];

    [Theory]
    [MemberData(nameof(Sendings))]
    public async Task The_url_says_which_request_a_body_is(string statements)
    {
        MarkedText code = Code(statements.Replace("BODY", $"{Q3}\n{Body}\n{Q3}", StringComparison.Ordinal));
        code.AssertFound(await Analyze(code));
    }

    [Theory]
    [InlineData(
        "client.PostAsync(\"https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4/tuningJobs\", new StringContent(BODY));",
        """{ "baseModel": "gemini-2.5-flash", "supervisedTuningSpec": { "trainingDatasetUri": ⟦PLB4032:"sft.jsonl"⟧ } }""")]
    [InlineData(
        "client.PostAsync(\"https://api.openai.com/v1/fine_tuning/jobs\", new StringContent(BODY));",
        """{ "model": "gpt-4.1", "training_file": "f", "method": { "type": "dpo", "dpo": { "hyperparameters": { "beta": ⟦PLB4041:3⟧ } } } }""")]
    [InlineData(
        "var url = $\"https://api.openai.com/v1/fine_tuning/jobs?x={region}\"; client.PostAsync(url, new StringContent(BODY));",
        """{ "model": "gpt-4.1", "training_file": ⟦PLB4060:"<FILE_ID>"⟧ }""")]
    [InlineData("// lang=json schema=azure/job\nvar body = BODY;", """{ "model": "m", "training_file": "f", "suffix": ⟦PLB4031:"nineteen-characters"⟧ }""")]
    public async Task Jobs_of_other_services_are_judged_by_their_own_schemas(string statements, string body)
    {
        MarkedText code = Code(statements.Replace("BODY", $"{Q3}\n{body}\n{Q3}", StringComparison.Ordinal));
        code.AssertFound(await Analyze(code));
    }

    [Theory]
    [InlineData("client.PostAsync(\"https://example.com/\", new StringContent(\"{\\\"bath_size\\\":8}\"));")]
    [InlineData("client.PostAsync(region, new StringContent(\"{\\\"bath_size\\\":8}\"));")]
    [InlineData($"client.PostAsync(\"{Url}\", new StringContent(\"{{}}\"));")]
    public async Task Where_the_url_does_not_say_so_nothing_is_judged(string statements) => Assert.Empty(await Analyze(Code(statements)));

    [Theory]
    [InlineData("\"https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/⟦PLB4061:europe-west4⟧/pipelineJobs\"")]
    [InlineData("\"https://⟦PLB4063:us-centra1⟧-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs\"")]
    [InlineData("$\"https://{region}-aiplatform.googleapis.com/v1/projects/{region}/locations/⟦PLB4063:us-centra1⟧/pipelineJobs\"")]
    [InlineData("@\"https://us-central1-aiplatform.googleapis.com/v1/projects/⟦PLB4060:PROJECT_ID⟧/locations/us-central1/pipelineJobs\"")]
    [InlineData("\"https://us-central1-\" + \"aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs\"")]
    [InlineData("\"https://us-central1-aiplatform.googleapis.com/v1/\" + \"projects/p/locations/⟦PLB4061:us-west1⟧/pipelineJobs\"")]
    [InlineData("\"https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs?pipelineJobId=a\"")]
    public async Task A_url_is_judged_where_it_stands(string literal)
    {
        MarkedText code = Code($"var url = {literal};");
        code.AssertFound(await Analyze(code));
    }

    [Fact]
    public async Task A_key_without_location_is_told_at_the_region_of_the_url()
    {
        const string key = "\"projects/p/locations/us-central1/keyRings/r/cryptoKeys/k\"";
        string body = Body.Replace("⟦PLB4011:\"bath_size\"⟧: 8", $"\"encryption_spec_key_name\": {key}", StringComparison.Ordinal)
            .Replace("\"templateUri\"", $"\"encryptionSpec\": {{ \"kmsKeyName\": {key} }},\n  \"templateUri\"", StringComparison.Ordinal)
            .Replace(", \"location\": \"us-central1\"", "", StringComparison.Ordinal);
        const string url = "https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/⟦PLB4062:europe-west4⟧/pipelineJobs";
        MarkedText code = Code($"client.PostAsync(\"{url}\", new StringContent({Q3}\n{body}\n{Q3}));");
        code.AssertFound(await Analyze(code));
    }

    private static MarkedText Code(string statements) => MarkedText.Parse(
        $"using System.Net.Http;\nclass C {{ const string Address = \"{Url}\";\nvoid M(HttpClient client, string region) {{\n{statements}\n}} }}");

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Analyze(MarkedText code) =>
        Consumer.Empty.WithCode(code.Text).Analyze(new BodyAnalyzer());
}
