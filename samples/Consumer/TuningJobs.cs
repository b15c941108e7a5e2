using System.Net.Http.Json;
using Plumbline.Schemas.Vertex;

namespace Plumbline.Samples;

/// <summary>Starts tuning jobs, each with a mistake that costs an hour when the service finds it, and a second when the compiler does.</summary>
public static class TuningJobs
{
    private const string Address = "https://us-central1-aiplatform.googleapis.com/v1/projects/example/locations/us-centra1/pipelineJobs";

    public static Task<HttpResponseMessage> TuneChat(HttpClient client) => client.PostAsync(Address, new StringContent("""
        {
          "displayName": "support chat",
          "runtimeConfig": {
            "gcsOutputDirectory": "gs://example-bucket/output",
            "parameterValues": {
              "project": "PROJECT_ID",
              "model_display_name": "support-chat",
              "dataset_uri": "gs://example-bucket/chat.jsonl",
              "location": "us-central1",
              "large_model_reference": "chat-bison@002",
              "accelerator_type:": "GPU",
              "train_steps": "300"
            }
          }
          "templateUri": "https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0"
        }
        """));

    public static PredictLlamaRequest Ask(string prompt, int tokens) => PredictLlamaRequest.Parse(System.Text.Encoding.UTF8.GetBytes(
        $"{{ \"instances\": [{{ \"prompt\": \"{prompt}\", \"max_token\": {tokens}, \"top_p\": 1.5 }}] }}"));

    public static Task<HttpResponseMessage> CreateDataset(HttpClient client, string project) => client.PostAsJsonAsync(
        $"https://europe-west4-aiplatform.googleapis.com/ui/projects/{project}/locations/europe-west1/datasets",
        new { display_name = "images", metadata_schema_uri = "s3://example-bucket/image.yaml" });
}
