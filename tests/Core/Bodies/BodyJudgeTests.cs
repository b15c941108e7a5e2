using System.Text;
using Plumbline.Bodies;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Core.Tests.Bodies;

/// <summary>What is said of a body and where. ⟦ ⟧ stand around what must be underlined.</summary>
public sealed class BodyJudgeTests
{
    private const string Schema = """
        {
          "type": "object",
          "required": ["project", "spec"],
          "additionalProperties": false,
          "properties": {
            "project": { "type": "string" },
            "steps": { "type": "integer", "minimum": 1 },
            "early": { "type": "boolean" },
            "device": { "enum": ["GPU", "TPU", "PEFT_ADAPTER"] },
            "uri": { "type": "string", "pattern": "^gs://[a-z]" },
            "spec": { "type": "object", "required": ["key"], "additionalProperties": false, "properties": { "key": { "type": "string" } } }
          },
          "if": { "properties": { "device": { "const": "TPU" } }, "required": ["device"] },
          "then": { "required": ["steps"] }
        }
        """;

    [Theory]
    [InlineData("PLB4001", """{"project":"p","spec":{"key":"k"},"steps":⟦"3"⟧}""")]
    [InlineData("PLB4011", """{"project":"p","spec":{"key":"k"},⟦"stebs"⟧:3}""")]
    [InlineData("PLB4011", """{⟦"project:"⟧:"p","spec":{"key":"k"}}""")]
    [InlineData("PLB4011", """{"project":"p","spec":{⟦"kay"⟧:"k"}}""")]
    [InlineData("PLB4010", """⟦{⟧"project":"p"}""")]
    [InlineData("PLB4010", """{"project":"p","spec":⟦{⟧}}""")]
    [InlineData("PLB4010", """⟦{⟧"project":"p","spec":{"key":"k"},"device":"TPU"}""")]
    [InlineData("PLB5010", """{"project":"p","spec":{"key":"k"},⟦"project"⟧:"q"}""")]
    [InlineData("PLB5001", """{"project":"p","spec":{"key":"k"}⟦"⟧steps":3}""")]
    [InlineData("PLB5001", """{"project":"p","spec":{"key":"k"⟦"⟧steps":3}""")]
    [InlineData("PLB5001", "{\n  \"project\": \"p\",\n  \"spec\": {\n    \"key\": \"k\"\n  ⟦\"⟧steps\": 3\n}")]
    [InlineData("PLB5001", """{"project":⟦word⟧,"spec":{"key":"k"}}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":"k"},"steps":⟦STEPS⟧}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":"k"},"early":⟦EARLY_STOPPING (text only)⟧}""")]
    [InlineData("PLB4060", """{"project":⟦"PROJECT_ID"⟧,"spec":{"key":"k"}}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":"k"},"uri":⟦"gs://DATASET_URI"⟧}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":"k"},"uri":⟦"gs://{STORAGE-URI}/x"⟧}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":"k"},"device":⟦"ACCELERATOR_TYPE"⟧}""")]
    [InlineData("PLB4060", """{"project":"p","spec":{"key":⟦"your-key"⟧}}""")]
    public void One_fault_is_one_finding_at_its_place(string rule, string marked)
    {
        BodyFinding finding = Assert.Single(Judge(marked));
        Assert.Equal(rule, finding.Rule.Id);
        Assert.Equal(Marked(marked), finding.Span);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("""{"project":"p","spec":{"key":"k"},"steps":3,"device":"PEFT_ADAPTER","uri":"gs://a/GPU_X"}""")]
    [InlineData("""{"project":"GPU","spec":{"key":"my-key"},"steps":3,"early":true,"device":"TPU"}""")]
    public void A_sound_body_is_passed_in_silence(string body) => Assert.Empty(Judge(body));

    [Fact]
    public void A_word_that_is_to_be_a_string_lacks_its_quotes_and_is_a_placeholder() =>
        Assert.Equal(["PLB4060", "PLB5001"], Judge("""{"project":PROJECT_ID,"spec":{"key":"k"}}""").Select(finding => finding.Rule.Id));

    [Fact]
    public void A_placeholder_in_quotes_where_a_number_belongs_is_two_faults() =>
        Assert.Equal(["PLB4001", "PLB4060"], Judge("""{"project":"p","spec":{"key":"k"},"steps":"EVAL_INTERVAL"}""").Select(finding => finding.Rule.Id));

    [Fact]
    public void Words_in_capitals_are_nothing_special_outside_of_requests() =>
        Assert.Empty(Judge("""{"project":"PROJECT_ID","spec":{"key":"k"}}""", isRequest: false));

    [Theory]
    [InlineData("openai/job", """{"model":"m","training_file":"f","method":{"type":"reinforcement","reinforcement":{"grader":GRADER}}}""", 0)]
    [InlineData("openai/job", """{"model":"m","training_file":"f","metadata":{"grader":GRADER}}""", 2)]
    [InlineData("vertex/create-dataset", """{"display_name":"a","metadata_schema_uri":"gs://a/b","saved_queries":[{"display_name":"q","problem_type":"A_B"}]}""", 0)]
    [InlineData("vertex/create-dataset", """{"display_name":"A_B","metadata_schema_uri":"gs://a/b"}""", 1)]
    public void What_a_request_takes_as_it_stands_holds_no_placeholder(string request, string body, int placeholders)
    {
        const string grader = """{"type":"python","name":"SCORE_IT","source":"def grade(s, i): return f'{s}' == '<answer>'"}""";
        IEnumerable<BodyFinding> findings =
            BodyJudge.Judge(PositionedText.Parse(body.Replace("GRADER", grader, StringComparison.Ordinal)), BundledSchemas.Find(request)!);
        Assert.Equal(placeholders, findings.Count(finding => finding.Rule == Rules.Placeholder && finding.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("openai/job", """{"modle":"m","training_file":"f"}""", Severity.Error)]
    [InlineData("openai/job", """{"model":"m","training_file":"f","sufix":"s"}""", Severity.Warning)]
    [InlineData("gemini/tuning-job", """{"baseModel":"gemini-2.5-flash","supervisedTunningSpec":{"trainingDatasetUri":"gs://a/b"}}""", Severity.Error)]
    public void A_misspelt_member_that_must_be_there_is_an_error(string request, string body, Severity severity)
    {
        BodyFinding finding = Assert.Single(BodyJudge.Judge(PositionedText.Parse(body), BundledSchemas.Find(request)!));
        Assert.Equal(("PLB4011", severity), (finding.Rule.Id, finding.Severity));
    }

    [Fact]
    public void A_word_in_capitals_that_is_none_of_those_allowed_is_no_placeholder_where_such_words_belong()
    {
        const string body = """
            {"baseModel":"m","supervisedTuningSpec":{"trainingDatasetUri":"gs://a/b","hyperParameters":{"adapterSize":"ADAPTER_SIZE_FIVE"}}}
            """;
        BodyFinding finding = Assert.Single(BodyJudge.Judge(PositionedText.Parse(body), BundledSchemas.Find("gemini/tuning-job")!));
        Assert.Equal("PLB4002", finding.Rule.Id);
    }

    [Fact]
    public void An_object_that_was_never_closed_is_one_fault_and_says_where_the_brace_belongs()
    {
        const string body = """{"project":"p","spec":{"key":"k" "steps":3}""";
        SyntaxError error = Assert.Single(Judge(body)).Syntax!;
        Assert.Equal(SyntaxErrorKind.MissingClose, error.Kind);
        Assert.Equal(body.IndexOf(" \"steps", StringComparison.Ordinal), error.Repair.Start);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        const string seed = """{"project":PROJECT_ID,"spec":{"key":"k""steps":"3",'early':tru\u26 },"uri":["gs://\ud800",{"a":[}]}""";
        for (int start = 0; start < seed.Length; start++)
        {
            for (int end = start; end <= seed.Length; end++)
            {
                foreach (BodyFinding finding in Judge(seed[start..end]))
                {
                    Assert.InRange(finding.Span.Start, 0, end - start);
                    Assert.InRange(finding.Span.End, 0, end - start);
                }
            }
        }
    }

    private static readonly BodySchema Request = Compile(isRequest: true);
    private static readonly BodySchema Other = Compile(isRequest: false);

    private static BodySchema Compile(bool isRequest)
    {
        SchemaFile file = SchemaFile.Parse("a", "a", Schema);
        return BodySchema.Compile("a", SchemaSet.Of([file]), file, isRequest)!;
    }

    private static BodyFinding[] Judge(string marked, bool isRequest = true)
    {
        string text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        return [.. BodyJudge.Judge(PositionedText.Parse(text), isRequest ? Request : Other)];
    }

    private static ByteSpan Marked(string marked)
    {
        int start = Encoding.UTF8.GetByteCount(marked[..marked.IndexOf('⟦')]);
        string inside = marked[(marked.IndexOf('⟦') + 1)..marked.IndexOf('⟧')];
        return new ByteSpan(start, Encoding.UTF8.GetByteCount(inside));
    }
}
