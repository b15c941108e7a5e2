using System.Text;
using Plumbline.Schemas.Vertex;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>The schemas of request bodies of vertex: the samples are valid, and each demand, broken once in a sample, is one finding at its place, by
/// both engines.</summary>
public sealed class RequestSchemaTests
{
    private const string Key = "projects/nursery/locations/us-central1/keyRings/tuning/cryptoKeys/jobs";

    private static readonly Dictionary<string, JsonValidator> Validators = new(StringComparer.Ordinal)
    {
        ["tune-text"] = TuneTextRequestValidator.Instance,
        ["tune-code"] = TuneCodeRequestValidator.Instance,
        ["tune-chat"] = TuneChatRequestValidator.Instance,
        ["tune-codechat"] = TuneCodechatRequestValidator.Instance,
        ["distill"] = DistillRequestValidator.Instance,
        ["tune-llama"] = TuneLlamaRequestValidator.Instance,
        ["predict-llama"] = PredictLlamaRequestValidator.Instance,
        ["create-dataset"] = CreateDatasetRequestValidator.Instance,
    };

    public static TheoryData<string> Names => [.. Validators.Keys];

    // Request; a text of its sample and what takes its place; the findings.
    public static TheoryData<string, string, string, string> Slips => new()
    {
        // What every pipeline job has.
        { "tune-text", "\"displayName\": \"classify orders\",\n  ", "", "error PLB4010 /: 1:1" },
        { "tune-text", "\"classify orders\"", "\"\"", "error PLB4030 /displayName: 2:18" },
        { "tune-text", "\"classify orders\"", "7", "error PLB4001 /displayName: 2:18" },
        { "tune-text", "\"gcsOutputDirectory\": \"gs://nursery-tuning/output\",\n    ", "", "error PLB4010 /runtimeConfig: 3:20" },
        { "tune-text", "gs://nursery-tuning/output", "s3://nursery", "error PLB4032 /runtimeConfig/gcsOutputDirectory: 4:27" },
        { "tune-text", "\"serviceAccount\"", "\"serviceAcount\"", "warning PLB4011 /serviceAcount: 20:3" },
        {
            "tune-text", "\"gcsOutputDirectory\"", "\"gcsOutputDirectory:\"",
            "error PLB4010 /runtimeConfig: 3:20; warning PLB4011 /runtimeConfig/gcsOutputDirectory:: 4:5"
        },
        { "tune-text", "tuner@nursery.iam.gserviceaccount.com", "", "error PLB4030 /serviceAccount: 20:21" },
        {
            "tune-text", "\"displayName\": \"classify orders\",", "\"displayName\": \"classify orders\", \"displayName\": \"b\",",
            "error PLB5010 /displayName: 2:37"
        },

        // Parameters.
        { "tune-text", "\"project\": \"nursery\",\n      ", "", "error PLB4010 /runtimeConfig/parameterValues: 5:24" },
        { "tune-text", "\"dataset_uri\": \"gs://nursery-tuning/train.jsonl\",\n      ", "", "error PLB4010 /runtimeConfig/parameterValues: 5:24" },
        { "tune-text", "\"gs://nursery-tuning/train.jsonl\"", "\"train.jsonl\"", "error PLB4032 /runtimeConfig/parameterValues/dataset_uri: 8:22" },
        { "tune-text", "\"europe-west4\"", "\"us-centra1\"", "error PLB4002 /runtimeConfig/parameterValues/location: 9:19" },
        { "tune-text", "\"train_steps\": 300", "\"train_steps\": 0", "error PLB4040 /runtimeConfig/parameterValues/train_steps: 11:22" },
        { "tune-text", "\"train_steps\": 300", "\"train_steps\": \"300\"", "error PLB4001 /runtimeConfig/parameterValues/train_steps: 11:22" },
        { "tune-text", "\"train_steps\": 300", "\"train_steps\": 1.5", "error PLB4001 /runtimeConfig/parameterValues/train_steps: 11:22" },
        { "tune-text", "1.0", "0", "error PLB4042 /runtimeConfig/parameterValues/learning_rate_multiplier: 12:35" },
        { "tune-text", "\"TPU\"", "\"tpu\"", "error PLB4002 /runtimeConfig/parameterValues/accelerator_type: 13:27" },
        { "tune-text", "\"evaluation_interval\": 50", "\"evaluation_interval\": 0", "error PLB4040 /runtimeConfig/parameterValues/evaluation_interval: 15:30" },
        {
            "tune-text", "\"enable_early_stopping\": true", "\"enable_early_stopping\": \"true\"",
            "error PLB4001 /runtimeConfig/parameterValues/enable_early_stopping: 16:32"
        },
        {
            "tune-text", "\"enable_checkpoint_selection\": \"default\"", "\"enable_checkpoint_selection\": true",
            "error PLB4001 /runtimeConfig/parameterValues/enable_checkpoint_selection: 17:38"
        },
        {
            "tune-text", "\"enable_checkpoint_selection\": \"default\"", "\"enable_checkpoint_selection\": \"best\"",
            "error PLB4002 /runtimeConfig/parameterValues/enable_checkpoint_selection: 17:38"
        },
        { "tune-text", "\"accelerator_type\"", "\"batch_size\": 8, \"accelerator_type\"", "error PLB4011 /runtimeConfig/parameterValues/batch_size: 13:7" },

        // What hangs on something else: evaluation on its data, the template and the parameters on the model.
        { "tune-text", "\"evaluation_data_uri\": \"gs://nursery-tuning/evaluation.jsonl\",\n      ", "", "error PLB4014 /runtimeConfig/parameterValues: 5:24" },
        { "tune-text", "\"text-bison@002\"", "\"text-bison-32k@002\"", "note PLB4002 /runtimeConfig/parameterValues/large_model_reference: 10:32" },
        { "tune-text", "\"text-bison@002\"", "\"chat-bison@002\"", "error PLB4002 /runtimeConfig/parameterValues/large_model_reference: 10:32" },
        { "tune-text", "v2.0.0", "v3.0.0", "error PLB4003 /templateUri: 21:18" },
        { "tune-text", "\"train_steps\"", "\"default_context\": \"\", \"train_steps\"", "error PLB4011 /runtimeConfig/parameterValues/default_context: 11:7" },
        { "tune-code", "v3.0.0", "v2.0.0", "error PLB4003 /templateUri: 25:18" },
        { "tune-code", "code-bison@002", "text-bison-32k@002", "error PLB4002 /runtimeConfig/parameterValues/large_model_reference: 10:32" },
        { "tune-chat", "tune-large-chat-model", "tune-large-model", "error PLB4003 /templateUri: 22:18" },
        { "tune-chat", "chat-bison@002", "codechat-bison@002", "error PLB4002 /runtimeConfig/parameterValues/large_model_reference: 10:32" },
        {
            "tune-chat", "\"train_steps\"", "\"evaluation_data_uri\": \"gs://a/b\", \"train_steps\"",
            "error PLB4011 /runtimeConfig/parameterValues/evaluation_data_uri: 11:7"
        },
        {
            "tune-chat", "\"train_steps\"", "\"enable_early_stopping\": true, \"train_steps\"",
            "error PLB4011 /runtimeConfig/parameterValues/enable_early_stopping: 11:7"
        },
        { "tune-codechat", "codechat-bison-32k@002", "chat-bison-32k@002", "error PLB4002 /runtimeConfig/parameterValues/large_model_reference: 9:32" },
        { "tune-codechat", "v3.0.0", "v2.0.0", "error PLB4003 /templateUri: 15:18" },
        {
            "tune-codechat", "\"train_steps\"", "\"evaluation_interval\": 20, \"train_steps\"",
            "error PLB4011 /runtimeConfig/parameterValues/evaluation_interval: 10:7"
        },
        { "distill", "text-unicorn@001", "text-bison@002", "error PLB4002 /runtimeConfig/parameterValues/teacher_model_reference: 10:34" },
        { "distill", "text-bison@002", "text-bison@001", "error PLB4002 /runtimeConfig/parameterValues/student_model_reference: 11:34" },
        {
            "distill", "\"student_model_reference\": \"text-bison@002\"",
            "\"student_model_reference\": \"text-bison@002\", \"large_model_reference\": \"text-bison@002\"",
            "error PLB4011 /runtimeConfig/parameterValues/large_model_reference: 11:52"
        },
        { "distill", "distillation/distillation/v1.0.0", "large-language-model-pipelines/tune-large-model/v2.0.0", "error PLB4003 /templateUri: 19:18" },
        { "distill", "\"teacher_model_reference\": \"text-unicorn@001\",\n      ", "", "error PLB4010 /runtimeConfig/parameterValues: 5:24" },

        // The key: its form, in both places, with its region and accelerator.
        {
            "tune-chat", $"\"encryption_spec_key_name\": \"{Key}\"", "\"encryption_spec_key_name\": \"jobs\"",
            "error PLB4032 /runtimeConfig/parameterValues/encryption_spec_key_name: 15:35"
        },
        { "tune-chat", $"\"kmsKeyName\": \"{Key}\"", "\"kmsKeyName\": \"projects/nursery\"", "error PLB4032 /encryptionSpec/kmsKeyName: 19:19" },
        { "tune-chat", $"\"kmsKeyName\": \"{Key}\"", "", "error PLB4010 /encryptionSpec: 18:21" },
        { "tune-chat", $"  \"encryptionSpec\": {{\n    \"kmsKeyName\": \"{Key}\"\n  }},\n", "", "error PLB4010 /: 1:1" },
        { "tune-chat", $",\n      \"encryption_spec_key_name\": \"{Key}\"", "", "error PLB4010 /runtimeConfig/parameterValues: 5:24" },
        { "tune-chat", "\"location\": \"us-central1\"", "\"location\": \"europe-west4\"", "error PLB4003 /runtimeConfig/parameterValues/location: 9:19" },
        { "tune-chat", "\"GPU\"", "\"TPU\"", "error PLB4003 /runtimeConfig/parameterValues/accelerator_type: 13:27" },

        // Open models.
        { "tune-llama", "llama-3.1-8b-instruct", "llama-3.1-8b-instrukt", "error PLB4002 /base_model: 2:17" },
        { "tune-llama", "\"PEFT_ADAPTER\"", "\"LORA\"", "error PLB4002 /tuning_mode: 4:18" },
        { "tune-llama", "llama3_1@llama-3.1-8b-instruct", "llama3-2@llama-3.2-1b-instruct", "error PLB4003 /tuning_mode: 4:18" },
        { "tune-llama", "\"epochs\": 3", "\"epochs\": 0", "error PLB4040 /epochs: 5:13" },
        { "tune-llama", "gs://nursery-tuning/llama-chat.jsonl", "llama-chat.jsonl", "error PLB4032 /train_dataset: 6:20" },
        { "tune-llama", ",\n  \"output_uri\": \"gs://nursery-tuning/output\"", "", "error PLB4010 /: 1:1" },
        { "tune-llama", "\"epochs\"", "\"epoch\": 3, \"epochs\"", "error PLB4011 /epoch: 5:3" },
        { "predict-llama", "\"prompt\": \"Which soil suits blueberries?\",\n      ", "", "error PLB4010 /instances/0: 3:5" },
        { "predict-llama", "200", "0", "error PLB4040 /instances/0/max_tokens: 5:21" },
        { "predict-llama", "0.5", "-0.5", "error PLB4040 /instances/0/temperature: 6:22" },
        { "predict-llama", "1.0", "1.1", "error PLB4041 /instances/0/top_p: 7:16" },
        { "predict-llama", "\"top_k\": 1", "\"top_k\": 1.5", "error PLB4001 /instances/0/top_k: 8:16" },
        { "predict-llama", "true", "True", "error PLB5001 /instances/0/raw_response: 9:23" },
        { "predict-llama", "\"max_tokens\"", "\"maxTokens\"", "warning PLB4011 /instances/0/maxTokens: 5:7" },
        { "create-dataset", "gs://google-cloud-aiplatform", "https://google-cloud-aiplatform", "error PLB4032 /metadata_schema_uri: 3:26" },
        { "create-dataset", "\"display_name\": \"leaf labels\",\n      ", "", "error PLB4010 /saved_queries/0: 5:5" },
        { "create-dataset", "\"display_name\": \"leaves\",\n  ", "", "error PLB4010 /: 1:1" },
        { "create-dataset", "\"saved_queries\"", "\"savedQueries\"", "warning PLB4011 /savedQueries: 4:3" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_of_a_request_is_valid(string name) => Assert.Equal("", Judge(name, RequestSample.Of(name)));

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_at_its_place(string name, string text, string replacement, string expected) =>
        Assert.Equal(expected, Judge(name, RequestSample.Broken(name, text, replacement)));

    [Fact]
    public void Every_request_schema_has_a_validator()
    {
        IEnumerable<string> names = RequestEngines.Names("vertex").Where(name => !name.Contains("/_", StringComparison.Ordinal));
        Assert.Equal(names, Validators.Keys.Select(name => "vertex/" + name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_body_is_written_with_members_that_the_compiler_asks_for()
    {
        var request = new TuneChatRequest
        {
            DisplayName = "answer customers",
            RuntimeConfig = new()
            {
                GcsOutputDirectory = "gs://nursery-tuning/output",
                ParameterValues = new()
                {
                    Project = "nursery",
                    ModelDisplayName = "counter",
                    DatasetUri = "gs://nursery-tuning/chat.jsonl",
                    LargeModelReference = TuneChatRequestParametersLargeModelReference.ChatBison002,
                    Location = TuneChatRequestLocation.UsCentral1,
                    AcceleratorType = TuneChatRequestAcceleratorType.GPU,
                },
            },
        };
        Assert.Equal("", Judge("tune-chat", Encoding.UTF8.GetString(request.ToUtf8Json())));
    }

    [Theory]
    [InlineData("""{"train_total_loss":0.5,"train_fraction_of_correct_next_step_preds":0.9,"train_num_predictions":1000}""", true, true)]
    [InlineData("""{"train_total_loss":0.5,"train_fraction_of_correct_next_step_preds":1.1,"train_num_predictions":1000}""", false, false)]
    [InlineData("""{"train_total_loss":0.5,"train_num_predictions":1000}""", false, false)]
    [InlineData("""{"train_total_loss":0.5,"train_fraction_of_correct_next_step_preds":0.9,"train_num_predictions":1000,"eval_total_loss":1}""", false, true)]
    public void Metric_records_are_judged(string record, bool ofText, bool ofChat)
    {
        Assert.Equal(ofText, TuningMetrics.Validator.IsValid(Encoding.UTF8.GetBytes(record)));
        Assert.Equal(ofChat, ChatTuningMetrics.Validator.IsValid(Encoding.UTF8.GetBytes(record)));
    }

    private static string Judge(string name, string body) => RequestEngines.Judge("vertex/" + name, Validators[name], body);
}
