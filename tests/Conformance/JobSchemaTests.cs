using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>The schemas of tuning jobs of today: the samples are valid, and each demand, broken once, is one finding at its place, by both engines.</summary>
public sealed class JobSchemaTests
{
    private const string Key = "projects/nursery/locations/us-central1/keyRings/tuning/cryptoKeys/jobs";

    private static readonly Dictionary<string, JsonValidator> Validators = new(StringComparer.Ordinal)
    {
        ["azure/job"] = Schemas.Azure.JobRequestValidator.Instance,
        ["gemini/tuning-job"] = Schemas.Gemini.TuningJobRequestValidator.Instance,
        ["openai/job"] = Schemas.OpenAI.JobRequestValidator.Instance,
    };

    public static TheoryData<string> Names => [.. Validators.Keys];

    // Request; a text of its sample and what takes its place; the findings.
    public static TheoryData<string, string, string, string> Slips => new()
    {
        // Gemini: one model, one spec.
        { "gemini/tuning-job", "\"baseModel\": \"gemini-2.5-flash\",\n  ", "", "error PLB4010 /: 1:1" },
        { "gemini/tuning-job", "\"baseModel\"", "\"preTunedModel\": { \"tunedModelName\": \"m\" }, \"baseModel\"", "error PLB4052 /: 1:1" },
        { "gemini/tuning-job", "\"baseModel\": \"gemini-2.5-flash\"", "\"preTunedModel\": {}", "error PLB4010 /preTunedModel: 2:20" },
        {
            "gemini/tuning-job", "\"baseModel\": \"gemini-2.5-flash\"", "\"preTunedModel\": { \"tunedModelName\": \"m\", \"checkpoint\": \"1\" }",
            "warning PLB4011 /preTunedModel/checkpoint: 2:45"
        },
        { "gemini/tuning-job", "\"gemini-2.5-flash\"", "\"\"", "error PLB4030 /baseModel: 2:16" },
        { "gemini/tuning-job", "\"gemini-2.5-flash\"", "7", "error PLB4001 /baseModel: 2:16" },
        { "gemini/tuning-job", "\"supervisedTuningSpec\"", "\"supervisedTunningSpec\"", "error PLB4010 /: 1:1; warning PLB4011 /supervisedTunningSpec: 3:3" },
        {
            "gemini/tuning-job", "\"supervisedTuningSpec\"",
            "\"preferenceOptimizationSpec\": { \"trainingDatasetUri\": \"gs://a/b\" }, \"supervisedTuningSpec\"",
            "error PLB4052 /: 1:1"
        },
        {
            "gemini/tuning-job", "\"supervisedTuningSpec\"", "\"distillationSpec\"",
            "error PLB4010 /distillationSpec: 3:23; warning PLB4004 /distillationSpec/trainingDatasetUri: 4:27; warning PLB4011 /distillationSpec/exportLastCheckpointOnly: 6:5"
        },
        { "gemini/tuning-job", "\"supervisedTuningSpec\"", "\"preferenceOptimizationSpec\"", "" },

        // Datasets and hyperparameters.
        { "gemini/tuning-job", "\"trainingDatasetUri\": \"gs://nursery-tuning/sft.jsonl\",\n    ", "", "error PLB4010 /supervisedTuningSpec: 3:27" },
        { "gemini/tuning-job", "gs://nursery-tuning/sft.jsonl", "sft.jsonl", "error PLB4032 /supervisedTuningSpec/trainingDatasetUri: 4:27" },
        {
            "gemini/tuning-job", "projects/nursery/locations/us-central1/datasets/1234567890", "projects/nursery/datasets/1234567890",
            "error PLB4032 /supervisedTuningSpec/validationDatasetUri: 5:29"
        },
        {
            "gemini/tuning-job", "\"exportLastCheckpointOnly\": true", "\"exportLastCheckpointOnly\": \"true\"",
            "error PLB4001 /supervisedTuningSpec/exportLastCheckpointOnly: 6:33"
        },
        { "gemini/tuning-job", "\"exportLastCheckpointOnly\": true", "\"tuningMode\": \"FULL\"", "error PLB4002 /supervisedTuningSpec/tuningMode: 6:19" },
        {
            "gemini/tuning-job", "\"exportLastCheckpointOnly\": true", "\"evaluationConfig\": {}",
            "error PLB4010 /supervisedTuningSpec/evaluationConfig: 6:25; error PLB4010 /supervisedTuningSpec/evaluationConfig: 6:25"
        },
        { "gemini/tuning-job", "\"exportLastCheckpointOnly\"", "\"exportLastCheckpoint\"", "warning PLB4011 /supervisedTuningSpec/exportLastCheckpoint: 6:5" },
        { "gemini/tuning-job", "\"4\"", "\"four\"", "error PLB4032 /supervisedTuningSpec/hyperParameters/epochCount: 8:21" },
        { "gemini/tuning-job", "\"4\"", "4.5", "error PLB4001 /supervisedTuningSpec/hyperParameters/epochCount: 8:21" },
        { "gemini/tuning-job", "\"4\"", "-1", "error PLB4040 /supervisedTuningSpec/hyperParameters/epochCount: 8:21" },
        { "gemini/tuning-job", "\"4\"", "true", "error PLB4001 /supervisedTuningSpec/hyperParameters/epochCount: 8:21" },
        { "gemini/tuning-job", "\"ADAPTER_SIZE_FOUR\"", "4", "error PLB4001 /supervisedTuningSpec/hyperParameters/adapterSize: 9:22" },
        { "gemini/tuning-job", "\"ADAPTER_SIZE_FOUR\"", "\"ADAPTER_SIZE_THREE\"", "error PLB4002 /supervisedTuningSpec/hyperParameters/adapterSize: 9:22" },
        { "gemini/tuning-job", "ADAPTER_SIZE_FOUR", "ADAPTER_SIZE_THIRTY_TWO", "error PLB4053 /supervisedTuningSpec/hyperParameters/adapterSize: 9:22" },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\": 1.0", "\"learningRateMultiplier\": \"1.0\"",
            "error PLB4001 /supervisedTuningSpec/hyperParameters/learningRateMultiplier: 10:33"
        },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\": 1.0", "\"learningRateMultiplier\": -1",
            "error PLB4040 /supervisedTuningSpec/hyperParameters/learningRateMultiplier: 10:33"
        },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\": 1.0", "\"learningRateMultiplier\": 1.0, \"learningRate\": 0.1",
            "error PLB4053 /supervisedTuningSpec/hyperParameters: 7:24; warning PLB4004 /supervisedTuningSpec/hyperParameters/learningRate: 10:54"
        },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\": 1.0", "\"learningRate\": 0.1",
            "warning PLB4004 /supervisedTuningSpec/hyperParameters/learningRate: 10:23"
        },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\": 1.0", "\"batchSize\": 8",
            "warning PLB4004 /supervisedTuningSpec/hyperParameters/batchSize: 10:20"
        },
        {
            "gemini/tuning-job", "\"learningRateMultiplier\"", "\"learning_rate_multiplier\"",
            "warning PLB4011 /supervisedTuningSpec/hyperParameters/learning_rate_multiplier: 10:7"
        },

        // What goes with the model.
        { "gemini/tuning-job", "gemini-2.5-flash", "gemini-3.1-flash-lite", "error PLB4053 /: 1:1" },
        { "gemini/tuning-job", "gemini-2.5-flash", "meta/llama3_1@llama-3.1-8b", "error PLB4010 /: 1:1" },
        {
            "gemini/tuning-job", "\"tunedModelDisplayName\"", "\"outputUri\": \"gs://nursery-tuning/output\", \"tunedModelDisplayName\"",
            "warning PLB4004 /outputUri: 13:16"
        },
        {
            "gemini/tuning-job", "\"tunedModelDisplayName\"", "\"customBaseModel\": \"gs://nursery-tuning/first\", \"tunedModelDisplayName\"",
            "warning PLB4004 /customBaseModel: 13:22"
        },

        // The rest of a job.
        { "gemini/tuning-job", "\"counter\"", $"\"{new string('c', 129)}\"", "error PLB4031 /tunedModelDisplayName: 13:28" },
        { "gemini/tuning-job", "\"team\"", "\"Team\"", "error PLB4032 /labels/Team: 15:15" },
        { "gemini/tuning-job", "\"nursery\" }", "\"the nursery\" }", "error PLB4032 /labels/team: 15:23" },
        { "gemini/tuning-job", "\"nursery\" }", $"\"{new string('n', 65)}\" }}", "error PLB4031 /labels/team: 15:23" },
        { "gemini/tuning-job", "\"nursery\" }", "7 }", "error PLB4001 /labels/team: 15:23" },
        {
            "gemini/tuning-job", "\"projects/nursery/locations/us-central1/keyRings/tuning/cryptoKeys/jobs\"", "\"jobs\"",
            "error PLB4032 /encryptionSpec/kmsKeyName: 17:19"
        },
        { "gemini/tuning-job", "\"kmsKeyName\"", "\"kmsKey\"", "error PLB4010 /encryptionSpec: 16:21; warning PLB4011 /encryptionSpec/kmsKey: 17:5" },
        { "gemini/tuning-job", "\"description\"", "\"state\": \"JOB_STATE_PENDING\", \"description\"", "warning PLB4011 /state: 14:3" },
        {
            "gemini/tuning-job", "\"description\": ", "\"description\": 7, \"description\": ",
            "error PLB4001 /description: 14:18; error PLB5010 /description: 14:21"
        },

        // OpenAI.
        { "openai/job", "\"model\": \"gpt-4.1-mini-2025-04-14\",\n  ", "", "error PLB4010 /: 1:1" },
        { "openai/job", "\"training_file\": \"file-nursery-chat\",\n  ", "", "error PLB4010 /: 1:1" },
        { "openai/job", "\"file-nursery-chat\"", "\"\"", "error PLB4030 /training_file: 3:20" },
        { "openai/job", "\"file-nursery-evaluation\"", "7", "error PLB4001 /validation_file: 4:22" },
        { "openai/job", "\"counter\"", "\"\"", "error PLB4030 /suffix: 5:13" },
        { "openai/job", "\"counter\"", $"\"{new string('c', 65)}\"", "error PLB4031 /suffix: 5:13" },
        { "openai/job", "\"seed\": 7", "\"seed\": -1", "error PLB4040 /seed: 6:11" },
        { "openai/job", "\"seed\": 7", "\"seed\": 2147483648", "error PLB4041 /seed: 6:11" },
        { "openai/job", "\"seed\": 7", "\"seed\": 7.5", "error PLB4001 /seed: 6:11" },
        { "openai/job", "\"team\": \"nursery\"", string.Join(", ", Enumerable.Range(0, 17).Select(i => $"\"k{i}\": \"\"")), "error PLB4013 /metadata: 7:15" },
        { "openai/job", "\"team\": \"nursery\"", $"\"{new string('k', 65)}\": \"\"", $"error PLB4031 /metadata/{new string('k', 65)}: 7:17" },
        { "openai/job", "\"team\": \"nursery\"", $"\"team\": \"{new string('v', 513)}\"", "error PLB4031 /metadata/team: 7:25" },
        { "openai/job", "\"team\": \"nursery\"", "\"team\": 7", "error PLB4001 /metadata/team: 7:25" },
        { "openai/job", "\"type\": \"wandb\"", "\"type\": \"wandbs\"", "error PLB4003 /integrations/0/type: 9:15" },
        { "openai/job", "\"project\": \"nursery\", ", "", "error PLB4010 /integrations/0/wandb: 9:33" },
        { "openai/job", ", \"wandb\": { \"project\": \"nursery\", \"tags\": [\"counter\"] }", "", "error PLB4010 /integrations/0: 9:5" },
        { "openai/job", "[\"counter\"]", "\"counter\"", "error PLB4001 /integrations/0/wandb/tags: 9:65" },
        { "openai/job", "\"type\": \"supervised\",\n    ", "", "error PLB4010 /method: 11:13" },
        { "openai/job", "\"type\": \"supervised\"", "\"type\": \"superviced\"", "error PLB4002 /method/type: 12:13" },
        { "openai/job", "\"type\": \"supervised\"", "\"type\": \"dpo\"", "warning PLB4011 /method/supervised: 13:5" },
        { "openai/job", "\"auto\"", "\"automatic\"", "error PLB4032 /method/supervised/hyperparameters/batch_size: 14:42" },
        { "openai/job", "\"auto\"", "0", "error PLB4040 /method/supervised/hyperparameters/batch_size: 14:42" },
        { "openai/job", "\"auto\"", "257", "error PLB4041 /method/supervised/hyperparameters/batch_size: 14:42" },
        { "openai/job", "\"n_epochs\": 3", "\"n_epochs\": 0", "error PLB4040 /method/supervised/hyperparameters/n_epochs: 14:62" },
        { "openai/job", "\"n_epochs\": 3", "\"n_epochs\": 51", "error PLB4041 /method/supervised/hyperparameters/n_epochs: 14:62" },
        { "openai/job", "\"n_epochs\": 3", "\"n_epochs\": 2.5", "error PLB4001 /method/supervised/hyperparameters/n_epochs: 14:62" },
        { "openai/job", "1.8", "0", "error PLB4042 /method/supervised/hyperparameters/learning_rate_multiplier: 14:93" },
        { "openai/job", "\"n_epochs\": 3", "\"epochs\": 3", "warning PLB4011 /method/supervised/hyperparameters/epochs: 14:50" },
        { "openai/job", "\"n_epochs\": 3", "\"beta\": 0.1", "warning PLB4011 /method/supervised/hyperparameters/beta: 14:50" },
        { "openai/job", "\"method\": {", "\"hyperparameters\": { \"n_epochs\": 3 },\n  \"method\": {", "warning PLB4004 /hyperparameters: 11:22" },
        { "openai/job", "\"suffix\"", "\"sufix\"", "warning PLB4011 /sufix: 5:3" },

        // Azure: what differs, and what reinforcement has.
        { "azure/job", "\"counter\"", $"\"{new string('c', 19)}\"", "error PLB4031 /suffix: 5:13" },
        { "azure/job", "\"developerTier\"", "\"\"", "error PLB4030 /trainingType: 6:19" },
        { "azure/job", "\"validation_file\": \"file-nursery-evaluation\",\n  ", "", "error PLB4010 /: 1:1" },
        { "azure/job", "\"n_epochs\": -1", "\"n_epochs\": 0", "error PLB4053 /method/reinforcement/hyperparameters/n_epochs: 11:40" },
        { "azure/job", "\"n_epochs\": -1", "\"n_epochs\": -2", "error PLB4040 /method/reinforcement/hyperparameters/n_epochs: 11:40" },
        { "azure/job", "\"n_epochs\": -1", "\"n_epochs\": \"all\"", "error PLB4032 /method/reinforcement/hyperparameters/n_epochs: 11:40" },
        { "azure/job", "\"n_epochs\": -1", "\"batch_size\": 0", "error PLB4053 /method/reinforcement/hyperparameters/batch_size: 11:42" },
        { "azure/job", "\"n_epochs\": -1", "\"compute_multiplier\": 0.00001", "error PLB4042 /method/reinforcement/hyperparameters/compute_multiplier: 11:50" },
        { "azure/job", "\"n_epochs\": -1", "\"compute_multiplier\": 11", "error PLB4041 /method/reinforcement/hyperparameters/compute_multiplier: 11:50" },
        { "azure/job", "\"n_epochs\": -1", "\"eval_interval\": 0", "error PLB4040 /method/reinforcement/hyperparameters/eval_interval: 11:45" },
        { "azure/job", "\"eval_samples\": 2", "\"eval_samples\": 0", "error PLB4040 /method/reinforcement/hyperparameters/eval_samples: 11:60" },
        { "azure/job", "\"medium\"", "\"auto\"", "error PLB4002 /method/reinforcement/hyperparameters/reasoning_effort: 11:83" },
        { "azure/job", "\"string_check\"", "\"string\"", "error PLB4002 /method/reinforcement/grader/type: 10:27" },
        { "azure/job", "\"ilike\"", "\"equals\"", "error PLB4002 /method/reinforcement/grader/operation: 10:72" },
        { "azure/job", "\"operation\": \"ilike\", ", "", "error PLB4010 /method/reinforcement/grader: 10:17" },
        { "azure/job", "\"type\": \"string_check\", ", "", "error PLB4010 /method/reinforcement/grader: 10:17" },
        { "azure/job", "\"string_check\"", "\"text_similarity\"", "error PLB4010 /method/reinforcement/grader: 10:17" },
        { "azure/job", "\"string_check\"", "\"python\"", "error PLB4010 /method/reinforcement/grader: 10:17" },
        { "azure/job", "\"string_check\"", "\"score_model\"", "error PLB4010 /method/reinforcement/grader: 10:17" },
        {
            "azure/job", "\"string_check\"", "\"multi\"",
            "error PLB4010 /method/reinforcement/grader: 10:17; error PLB4010 /method/reinforcement/grader: 10:17"
        },
        { "azure/job", "\"grader\"", "\"graders\"", "error PLB4010 /method/reinforcement: 9:22" },
        { "azure/job", "\"trainingType\"", "\"training_type\"", "warning PLB4011 /training_type: 6:3" },
    };

    // Request; a body; the findings.
    public static TheoryData<string, string, string> Bodies => new()
    {
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":0.1}}}""",
            ""
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":0}}}""",
            "warning PLB4042 /preferenceOptimizationSpec/hyperParameters/beta: 1:121"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":0.005}}}""",
            "note PLB4040 /preferenceOptimizationSpec/hyperParameters/beta: 1:121"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":0.6}}}""",
            "note PLB4041 /preferenceOptimizationSpec/hyperParameters/beta: 1:121"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":-0.1}}}""",
            "error PLB4040 /preferenceOptimizationSpec/hyperParameters/beta: 1:121"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"beta":"0.1"}}}""",
            "error PLB4001 /preferenceOptimizationSpec/hyperParameters/beta: 1:121"
        },
        { "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t"}}""", "note PLB4004 /distillationSpec: 1:52" },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t","tunedTeacherModelSource":"u"}}""",
            "error PLB4052 /distillationSpec: 1:52"
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"promptDatasetUri":"gs://a/b"}}""",
            "error PLB4010 /distillationSpec: 1:52"
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t","studentModel":"s"}}""",
            "note PLB4004 /distillationSpec: 1:52; warning PLB4004 /distillationSpec/studentModel: 1:91"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t","trainingDatasetUri":"gs://a/b","pipelineRootDirectory":"gs://a"}}""",
            "note PLB4004 /distillationSpec: 1:52; warning PLB4004 /distillationSpec/trainingDatasetUri: 1:97; warning PLB4004 /distillationSpec/pipelineRootDirectory: 1:132"
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t","hyperParameters":{"generationConfig":7}}}""",
            "error PLB4001 /distillationSpec/hyperParameters/generationConfig: 1:114"
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","distillationSpec":{"baseTeacherModel":"t","prompts":1}}""",
            "note PLB4004 /distillationSpec: 1:52; warning PLB4011 /distillationSpec/prompts: 1:76"
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-pro","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b"}}""",
            "warning PLB4032 /baseModel: 1:14"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-pro","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","tuningMode":"TUNING_MODE_FULL"}}""",
            "warning PLB4032 /baseModel: 1:14; warning PLB4011 /preferenceOptimizationSpec/tuningMode: 1:93"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-pro","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"learningRate":1}}}""",
            "warning PLB4032 /baseModel: 1:14; warning PLB4011 /preferenceOptimizationSpec/hyperParameters/learningRate: 1:112"
        },
        { "gemini/tuning-job", """{"baseModel":"veo-2","veoTuningSpec":{"tuningTask":"TUNING_TASK_I2V"}}""", "note PLB4004 /veoTuningSpec: 1:38" },
        { "gemini/tuning-job", """{"preTunedModel":{"tunedModelName":"m","checkpointId":"2"},"fullFineTuningSpec":{}}""", "" },
        { "openai/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.1}}}}""", "" },
        { "openai/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":"auto"}}}}""", "" },
        {
            "openai/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0}}}}""",
            "error PLB4042 /method/dpo/hyperparameters/beta: 1:90"
        },
        { "openai/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":2}}}}""", "" },
        {
            "openai/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":2.1}}}}""",
            "error PLB4041 /method/dpo/hyperparameters/beta: 1:90"
        },
        { "openai/job", """{"model":"m","training_file":"f","validation_file":null,"suffix":null,"seed":null,"metadata":null,"integrations":null}""", "" },
        {
            "openai/job", """{"model":"m","training_file":"f","method":{"type":"reinforcement","reinforcement":{}}}""",
            "error PLB4010 /method/reinforcement: 1:83"
        },
        { "azure/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"beta":0.1}}}""", "" },
        { "azure/job", """{"model":"m","training_file":"f","method":{"type":"dpo","dpo":{"beta":0}}}""", "error PLB4042 /method/dpo/beta: 1:71" },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-pro","supervisedTuningSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"adapterSize":"ADAPTER_SIZE_SIXTEEN"}}}""",
            "error PLB4053 /supervisedTuningSpec/hyperParameters/adapterSize: 1:120"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"gemini-2.5-flash","preferenceOptimizationSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"adapterSize":"ADAPTER_SIZE_THIRTY_TWO"}}}""",
            "error PLB4053 /preferenceOptimizationSpec/hyperParameters/adapterSize: 1:128"
        },
        {
            "gemini/tuning-job",
            """{"baseModel":"meta/llama3_1@llama-3.1-8b","outputUri":"gs://a/b","supervisedTuningSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"epochCount":3,"learningRate":0.1,"batchSize":"8"}}}""",
            ""
        },
        {
            "gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","supervisedTuningSpec":{"trainingDatasetUri":"gs://a/b"},"outputUri":"out"}""",
            "error PLB4032 /outputUri: 1:102"
        },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_of_a_job_is_valid(string name) => Assert.Equal("", Judge(name, RequestSample.Of(name)));

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_at_its_place(string name, string text, string replacement, string expected) =>
        Assert.Equal(expected, Judge(name, RequestSample.Broken(name, text, replacement)));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_is_judged_by_what_goes_together(string name, string body, string expected) => Assert.Equal(expected, Judge(name, body));

    [Fact]
    public void Every_schema_of_a_job_has_a_validator()
    {
        IEnumerable<string> names = RequestEngines.Names(folder: null).Where(name => !name.StartsWith("vertex/", StringComparison.Ordinal));
        Assert.Equal(names, Validators.Keys.Order(StringComparer.Ordinal));
    }

    private static string Judge(string name, string body) => RequestEngines.Judge(name, Validators[name], body);
}
