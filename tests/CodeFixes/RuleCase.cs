namespace Plumbline.CodeFixes.Tests;

/// <summary>What one rule says of a body in a literal, and what its fix makes of it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Schema">A schema, or the name of a bundled one.</param>
/// <param name="Wrong">A body that breaks the rule, with <c>⟦…⟧</c> around what is underlined.</param>
/// <param name="Right">A body that breaks none.</param>
/// <param name="Kind">The kind of the fix; null where nothing is offered.</param>
/// <param name="Fixed">What the fix makes of the wrong body.</param>
internal sealed record RuleCase(string Rule, string Schema, string Wrong, string Right, string? Kind = null, string? Fixed = null)
{
    private const string Template = "https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0";
    private const string Key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/";

    /// <summary>Of every rule that a body in a literal can break.</summary>
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("PLB4001", Member("""{ "type": "integer" }"""), """{"a":⟦"7"⟧}""", """{"a":7}""", "Unquote", """{"a":7}"""),
        new("PLB4002", Member("""{ "enum": ["GPU", "TPU"] }"""), """{"a":⟦"GPUs"⟧}""", """{"a":"TPU"}""", "ReplaceValue", """{"a":"GPU"}"""),
        new("PLB4003", Member("""{ "const": "GPU" }"""), """{"a":⟦"TPU"⟧}""", """{"a":"GPU"}""", "ReplaceValue", """{"a":"GPU"}"""),
        new("PLB4004", Member("false"), """{"a":⟦1⟧}""", "{}"),
        new("PLB4010", """{ "required": ["a"], "properties": { "a": { "default": 1 } } }""", "⟦{⟧}", """{"a":2}""", "AddMember", """{"a": 1}"""),
        new(
            "PLB4011",
            """{ "properties": { "name": {} }, "additionalProperties": false }""",
            """{⟦"nmae"⟧:1}""",
            """{"name":1}""",
            "RenameMember",
            """{"name":1}"""),
        new("PLB4012", """{ "minProperties": 1 }""", "⟦{⟧}", """{"a":1}"""),
        new("PLB4013", """{ "maxProperties": 1 }""", """⟦{⟧"a":1,"b":2}""", """{"a":1}"""),
        new(
            "PLB4014",
            """{ "dependentRequired": { "a": ["b"] }, "properties": { "b": { "default": true } } }""",
            """⟦{⟧"a":1}""",
            """{"a":1,"b":false}""",
            "AddMember",
            """{"a":1, "b": true}"""),
        new("PLB4015", """{ "properties": { "name": {} }, "unevaluatedProperties": false }""", """{⟦"x"⟧:1}""", """{"name":1}""", "RemoveMember", "{}"),
        new("PLB4020", Member("""{ "minItems": 1 }"""), """{"a":⟦[⟧]}""", """{"a":[1]}"""),
        new("PLB4021", Member("""{ "maxItems": 1 }"""), """{"a":⟦[⟧1,2]}""", """{"a":[1]}"""),
        new("PLB4022", Member("""{ "prefixItems": [{}], "items": false }"""), """{"a":[1,⟦2⟧]}""", """{"a":[1]}"""),
        new("PLB4023", Member("""{ "contains": { "const": 1 } }"""), """{"a":⟦[⟧2]}""", """{"a":[1]}"""),
        new("PLB4024", Member("""{ "contains": { "const": 1 }, "maxContains": 1 }"""), """{"a":⟦[⟧1,1]}""", """{"a":[1,2]}"""),
        new("PLB4025", Member("""{ "uniqueItems": true }"""), """{"a":[1,⟦1.0⟧]}""", """{"a":[1,2]}"""),
        new("PLB4026", Member("""{ "prefixItems": [{}], "unevaluatedItems": false }"""), """{"a":[1,⟦2⟧]}""", """{"a":[1]}"""),
        new(
            "PLB4027",
            Member("""{ "x-alternates": { "property": "by", "cycle": ["u", "v"] } }"""),
            """{"a":[{"by":"u"},{"by":⟦"u"⟧}]}""",
            """{"a":[{"by":"u"},{"by":"v"}]}"""),
        new("PLB4028", """{ "x-links": { "from": "/a/*/of", "to": "/a/*/id" } }""", """{"a":[{"id":"x"},{"of":⟦"y"⟧}]}""", """{"a":[{"id":"x"},{"of":"x"}]}"""),
        new("PLB4029", """{ "x-equalCounts": ["/a/*", "/b/*"] }""", """⟦{⟧"a":[1,2],"b":[1]}""", """{"a":[1],"b":[1]}"""),
        new("PLB4030", Member("""{ "minLength": 2 }"""), """{"a":⟦"x"⟧}""", """{"a":"xy"}"""),
        new("PLB4031", Member("""{ "maxLength": 1 }"""), """{"a":⟦"xy"⟧}""", """{"a":"x"}"""),
        new("PLB4032", Member("""{ "pattern": "^gs://" }"""), """{"a":⟦"s3://b"⟧}""", """{"a":"gs://b"}"""),
        new("PLB4037", """{ "x-maxCount": { "limit": 1, "of": ["/a/*"] } }""", """{"a":[1,⟦2⟧]}""", """{"a":[1]}"""),
        new("PLB4040", Member("""{ "minimum": 1 }"""), """{"a":⟦0⟧}""", """{"a":1}"""),
        new("PLB4041", Member("""{ "maximum": 1 }"""), """{"a":⟦2⟧}""", """{"a":1}"""),
        new("PLB4042", Member("""{ "exclusiveMinimum": 0 }"""), """{"a":⟦0⟧}""", """{"a":1}"""),
        new("PLB4043", Member("""{ "exclusiveMaximum": 1 }"""), """{"a":⟦1⟧}""", """{"a":0}"""),
        new("PLB4044", Member("""{ "multipleOf": 8 }"""), """{"a":⟦12⟧}""", """{"a":16}"""),
        new("PLB4050", Member("""{ "anyOf": [{ "type": "string" }, { "type": "null" }] }"""), """{"a":⟦7⟧}""", """{"a":null}"""),
        new("PLB4051", Member("""{ "oneOf": [{ "type": "string" }, { "type": "number" }] }"""), """{"a":⟦true⟧}""", """{"a":7}"""),
        new("PLB4052", Member("""{ "oneOf": [{ "type": "integer" }, { "minimum": 10 }] }"""), """{"a":⟦12⟧}""", """{"a":12.5}"""),
        new("PLB4053", Member("""{ "not": { "const": "x" } }"""), """{"a":⟦"x"⟧}""", """{"a":"y"}"""),
        new(
            "PLB4060",
            "vertex/create-dataset",
            """{"display_name":⟦"PROJECT_ID"⟧,"metadata_schema_uri":"gs://b/c"}""",
            """{"display_name":"a","metadata_schema_uri":"gs://b/c"}"""),
        new("PLB4061", "", Url("us-central1", "⟦europe-west4⟧"), Url("europe-west4", "europe-west4"), "url-regions", Url("us-central1", "us-central1")),
        new("PLB4062", "", $"{Url("us-west1", "⟦us-west1⟧")} {Job("k", "k")}", $"{Url("us-central1", "us-central1")} {Job("k", "k")}"),
        new("PLB4063", "", Url("⟦us-centra1⟧", "us-central1"), Url("us-central1", "us-central1"), "url-region", Url("us-central1", "us-central1")),
        new("PLB4065", "", Url("us-west1", "us-west1") + "?pipelineJobId=⟦2_chats⟧", Url("us-west1", "us-west1") + "?pipelineJobId=chats-2"),
        new(
            "PLB4066",
            "",
            $"{Url("us-west1", "us-west1")} {Watched("⟦\"projects/p/locations/us-east4/tensorboards/1\"⟧")}",
            $"{Url("us-west1", "us-west1")} {Watched("\"projects/p/locations/us-west1/tensorboards/1\"")}"),
        new("PLB4064", "vertex/tune-chat", Job("k", "l", "⟦", "⟧"), Job("k", "k"), "ReplaceValue", Job("k", "k")),
        new("PLB5001", "{}", """{"a":1 ⟦"⟧b":2}""", """{"a":1,"b":2}""", "InsertPunctuation", """{"a":1, "b":2}"""),
        new("PLB5003", "{}", """{"a":"x⟦\ud83d⟧"}""", """{"a":"x\ud83d\ude00"}"""),
        new("PLB5004", "{}", "{\"a\":\"x⟦\t⟧y\"}", """{"a":"x\ty"}""", "Escape", """{"a":"x\ty"}"""),
        new("PLB5005", "{}", $"{new string('[', 64)}⟦[⟧{new string(']', 65)}", new string('[', 64) + new string(']', 64)),
        new("PLB5006", "{}", """{"a":1}⟦x⟧""", """{"a":1}""", "RemoveText", """{"a":1}"""),
        new("PLB5010", "{}", """{"a":1,⟦"a"⟧:1}""", """{"a":1}""", "RemoveMember", """{"a":1}"""),
    ];

    /// <summary>Why a rule about bodies has no case.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PLB4033"] = "hangs on the machine",
        ["PLB4034"] = "the analyzer counts no tokens: that needs a tokenizer, which people name to the command line",
        ["PLB4035"] = "the analyzer counts no tokens: that needs a tokenizer, which people name to the command line",
        ["PLB4036"] = "formats are annotations to the analyzer: they are asserted by an option of the command line",
        ["PLB4045"] = "told by the Parse of a record, of a number that is valid JSON",
        ["PLB5002"] = "a text of C# has no bytes that are not UTF-8",
    };

    /// <summary>A file of C# with a body of the case in as many literals as are wanted.</summary>
    public string Code(string body, int literals)
    {
        string[] members = [.. Enumerable.Range(0, literals).Select(i => $"    {Member(body, i)}\n")];
        return $"using System.Net.Http;\nclass C\n{{\n{string.Concat(members)}}}\n";
    }

    private string Member(string body, int index)
    {
        string comment = $"// lang=json schema={(Schema.StartsWith('{') ? "doc.schema.json" : Schema)}\n    ";
        string[] urlAndBody = body.Split(' ', 2);
        return Schema.Length > 0 ? $"{comment}string F{index} = \"\"\"{body}\"\"\";"
            : urlAndBody.Length == 1 ? $"string F{index} = \"{body}\";"
            : $"void M{index}(HttpClient client) => client.PostAsync(\"{urlAndBody[0]}\", new StringContent(\"\"\"{urlAndBody[1]}\"\"\"));";
    }

    private static string Watched(string tensorboard) =>
        "{\"displayName\":\"j\",\"runtimeConfig\":{\"gcsOutputDirectory\":\"gs://b\",\"parameterValues\":{\"project\":\"p\",\"model_display_name\":\"m\","
        + $"\"dataset_uri\":\"gs://b/d\",\"large_model_reference\":\"chat-bison@002\",\"tensorboard_resource_id\":{tensorboard}}}}},"
        + $"\"templateUri\":\"{Template}\"}}";

    private static string Member(string schema) => $$"""{ "properties": { "a": {{schema}} } }""";

    private static string Url(string host, string path) => $"https://{host}-aiplatform.googleapis.com/v1/projects/p/locations/{path}/pipelineJobs";

    // A tuning job that names its key twice.
    private static string Job(string parameter, string encryption, string open = "", string close = "") =>
        "{\"displayName\":\"j\",\"runtimeConfig\":{\"gcsOutputDirectory\":\"gs://b\",\"parameterValues\":{\"project\":\"p\",\"model_display_name\":\"m\","
        + $"\"dataset_uri\":\"gs://b/d\",\"large_model_reference\":\"chat-bison@002\",\"encryption_spec_key_name\":\"{Key}{parameter}\"}}}},"
        + $"\"encryptionSpec\":{{\"kmsKeyName\":{open}\"{Key}{encryption}\"{close}}},\"templateUri\":\"{Template}\"}}";
}
