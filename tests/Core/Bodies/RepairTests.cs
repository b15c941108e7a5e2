using System.Text;
using Plumbline.Bodies;
using Plumbline.Bodies.Repairs;
using Plumbline.Schema.Json;
using Plumbline.Testing;

namespace Plumbline.Core.Tests.Bodies;

/// <summary>Repairs: what is offered for a fault, what becomes of the body, and that it always has fewer faults afterwards.</summary>
public sealed class RepairTests
{
    private const string Key = "projects/nursery/locations/us-central1/keyRings/tuning/cryptoKeys/jobs";

    // Request; a text of its sample and what takes its place; the repair that gives the sample back, to the byte.
    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "tune-text", "\"accelerator_type\"", "\"accelerator_type:\"", "RenameMember safe: Rename to \"accelerator_type\"" },
        { "tune-text", "\"train_steps\"", "\"trian_steps\"", "RenameMember safe: Rename to \"train_steps\"" },
        { "tune-text", "\"evaluation_data_uri\"", "\"validation_dataset_uri\"", "RenameMember: Rename to \"evaluation_data_uri\"" },
        { "tune-text", "\"serviceAccount\"", "\"serviceAcount\"", "RenameMember safe: Rename to \"serviceAccount\"" },
        { "tune-text", "\"dataset_uri\"", "\"datasetUri\"", "RenameMember safe: Rename to \"dataset_uri\"" },
        { "tune-text", "\"displayName\": ", "\"displayName\" ", "InsertPunctuation safe: Insert \":\"" },
        { "tune-text", "\"displayName\":", "\"displayName\"=", "InsertPunctuation safe: Insert \":\"" },
        { "tune-text", "300,", "300", "InsertPunctuation safe: Insert \",\"" },
        { "tune-text", "  },\n  \"serviceAccount\"", "  }\n  \"serviceAccount\"", "InsertPunctuation safe: Insert \",\"" },
        { "tune-text", "    }\n  },\n  \"serviceAccount\"", "    }\n  \"serviceAccount\"", "InsertPunctuation safe: Insert \"},\"" },
        { "tune-text", "v2.0.0\"\n}", "v2.0.0\"", "InsertPunctuation safe: Insert \"}\"" },
        { "tune-text", "v2.0.0\"\n", "v2.0.0\",\n", "RemoveText safe: Remove the comma" },
        { "tune-text", "\"project\"", ",\"project\"", "RemoveText safe: Remove the comma" },
        { "tune-text", "\"project\"", "/* whose */\"project\"", "RemoveText safe: Remove the comment" },
        { "tune-text", "v2.0.0\"\n}\n", "v2.0.0\"\n}\n}", "RemoveText safe: Remove what follows the value" },
        { "tune-text", "\"nursery\"", "nursery", "Quote safe: Put in double quotes" },
        { "tune-text", "\"nursery\"", "'nursery'", "Quote safe: Use double quotes" },
        { "tune-text", "\"project\"", "project", "Quote safe: Put in double quotes" },
        { "tune-text", "\"TPU\"", "TPU", "Quote safe: Put in double quotes" },
        { "tune-text", "\"enable_checkpoint_selection\": \"default\"", "\"enable_checkpoint_selection\": default", "Quote safe: Put in double quotes" },
        { "distill", "\"text-unicorn@001\"", "text-unicorn@01", "ReplaceValue safe: Replace by \"text-unicorn@001\"" },
        { "tune-text", "300", "\"300\"", "Unquote safe: Remove the quotes" },
        { "tune-text", "true", "\"True\"", "Unquote safe: Remove the quotes" },
        { "tune-text", "true", "True", "Unquote safe: Write true" },
        { "tune-text", "300", "0300", "Unquote safe: Write 300" },
        { "predict-llama", "0.5", ".5", "Unquote safe: Write 0.5" },
        { "tune-text", "\"europe-west4\"", "\"europe-west04\"", "ReplaceValue safe: Replace by \"europe-west4\"" },
        { "tune-text", "\"TPU\"", "\"tpu\"", "ReplaceValue safe: Replace by \"TPU\"" },
        {
            "tune-text", "v2.0.0", "v3.0.0",
            "ReplaceValue: Replace by \"https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-model/v2.0.0\""
        },
        {
            "tune-text", ",\n  \"templateUri\": \"https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-model/v2.0.0\"", "",
            "AddMember safe: Add \"templateUri\": \"https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-model/v2.0.0\""
        },
        { "tune-chat", "\"train_steps\": 1000,", "\"train_steps\": 1000,\n      \"batch_size\": 8,", "RemoveMember: Remove \"batch_size\"" },
        { "tune-chat", $",\n      \"encryption_spec_key_name\": \"{Key}\"", "", $"AddMember safe: Add \"encryption_spec_key_name\": \"{Key}\"" },
        { "tune-chat", "\"project\": \"nursery\",", "\"project\": \"nursery\", \"project\": \"nursery\",", "RemoveMember safe: Remove \"project\"" },
        { "tune-chat", $"\"kmsKeyName\": \"{Key}", $"\"kmsKeyName\": \"{Key}2", "ReplaceValue: Use the key of encryption_spec_key_name" },
    };

    // Where several things can have been meant, the menu has them all.
    public static TheoryData<string, string, string, string> Choices => new()
    {
        {
            "tune-code", "\"code-bison@002\"", "\"text-bison-32k@002\"",
            "ReplaceValue: Replace by \"code-bison-32k@002\"; ReplaceValue: Replace by \"code-bison@002\""
        },
        { "tune-text", "\"europe-west4\"", "\"us-west2\"", "ReplaceValue: Replace by \"us-west1\"; ReplaceValue: Replace by \"us-west4\"" },
        { "tune-chat", "\"GPU\"", "\"TPU\"", "ReplaceValue safe: Replace by \"GPU\"" },
        {
            "tune-chat", "\"project\": \"nursery\",", "\"project\": \"nursery\", \"project\": \"garden\",",
            "RemoveMember: Remove \"project\"; RemoveMember: Remove the earlier \"project\""
        },
        { "tune-chat", "\"project\": \"nursery\",", "", "" },
        { "tune-chat", "\"nursery\"", "\"PROJECT_ID\"", "" },
        { "tune-chat", "answer customers", "the customer\\'s", "Escape safe: Remove the backslash" },
        { "tune-chat", "answer customers", "answer\\customers", "Escape: Double the backslash" },
        { "tune-chat", "answer customers", "answer\ncustomers", "Escape: Escape the control characters" },
        { "tune-chat", "1000", "many", "" },
        { "tune-chat", "1000", "0", "" },
        { "tune-chat", "1000", "\"many\"", "" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void The_first_repair_of_a_slip_gives_the_sample_back(string name, string text, string replacement, string expected)
    {
        string sample = RequestSample.Of(name);
        PositionedText body = Body(RequestSample.Broken(name, text, replacement));
        BodySchema schema = Schema(name);
        BodyFinding finding = BodyJudge.Judge(body, schema)[0];
        Repair repair = Assert.IsType<Repair>(BodyRepairs.For(body, schema, finding).FirstOrDefault());
        Assert.Equal(expected, Shown(repair));
        Assert.Equal(sample.TrimEnd(), Encoding.UTF8.GetString(repair.ApplyTo(body.Utf8)).TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void What_is_offered_is_all_that_helps(string name, string text, string replacement, string expected)
    {
        PositionedText body = Body(RequestSample.Broken(name, text, replacement));
        BodyFinding finding = Assert.Single(BodyJudge.Judge(body, Schema(name)));
        Assert.Equal(expected, string.Join("; ", BodyRepairs.For(body, Schema(name), finding).AsEnumerable().Select(Shown)));
    }

    [Theory]
    [InlineData("1-colon.tune-code.json", "PLB4011 PLB4011", "")]
    [InlineData("2-comma.tune-code.json", "PLB4060 PLB4060 PLB4060 PLB4060 PLB5001", "PLB4060 PLB4060 PLB4060 PLB4060")]
    [InlineData("3-brace.tune-codechat.json", "PLB4060 PLB5001", "PLB4060")]
    [InlineData("4-quoted-numbers.tune-code.json", "PLB4001 PLB4001 PLB4001 PLB4001", "")]
    [InlineData("5-unquoted.distill.json", "PLB4060 PLB5001 PLB4060 PLB5001 PLB4060", "PLB4060 PLB4060 PLB4060")]
    [InlineData("6-placeholders.tune-chat.json", "PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060",
        "PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060 PLB4060")]
    [InlineData("7-region.tune-text.json", "PLB4002", "")]
    [InlineData("8-model.tune-code.json", "PLB4002", "PLB4002")]
    public void Safe_repairs_leave_placeholders_and_choices_of_the_documents_mistakes(string file, string before, string after)
    {
        BodySchema schema = Schema(file.Split('.')[1]);
        PositionedText body = Body(RequestSample.Mistake(file));
        Assert.Equal(before, Rules(BodyJudge.Judge(body, schema)));
        RepairedBody repaired = BodyRepairs.All(body, schema, (_, repair) => repair.IsSafe);
        Assert.Equal(after, Rules(repaired.Left));
        Assert.All(repaired.Left, finding => Assert.True(ReferenceEquals(finding.Rule, Plumbline.Rules.Placeholder) || file.StartsWith('8')));
    }

    [Fact]
    public void A_mistake_of_the_documents_has_a_sample_each() =>
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], RequestSample.Mistakes.Select(file => file.Split('-')[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_missing_brace_goes_where_its_object_ends()
    {
        PositionedText body = Body(RequestSample.Mistake("3-brace.tune-codechat.json"));
        RepairedBody repaired = BodyRepairs.All(body, Schema("tune-codechat"), (_, repair) => repair.IsSafe);
        Assert.Contains("cryptoKeys/jobs\"\n},\n\"templateUri\"", Encoding.UTF8.GetString(repaired.Text.Utf8), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_repair_of_any_text_leaves_fewer_findings_and_stays_inside_it()
    {
        string sample = RequestSample.Of("tune-chat");
        var random = new Random(1);
        const string alphabet = "{}[],:\"'\\ tfn0.e-ax\n/*";
        for (int i = 0; i < 150; i++)
        {
            var text = new StringBuilder(sample);
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, alphabet[random.Next(alphabet.Length)]),
                    _ => text.Replace(text[at], alphabet[random.Next(alphabet.Length)], at, 1),
                };
            }

            PositionedText body = Body(text.ToString());
            BodySchema schema = Schema("tune-chat");
            var findings = BodyJudge.Judge(body, schema);
            foreach (Repair repair in findings.SelectMany(finding => BodyRepairs.For(body, schema, finding)))
            {
                Assert.True(
                    BodyJudge.Judge(Body(Encoding.UTF8.GetString(repair.ApplyTo(body.Utf8))), schema).Length < findings.Length, $"{repair.Title}\n{text}");
            }

            RepairedBody all = BodyRepairs.All(body, schema, (_, repair) => repair.IsSafe);
            Assert.True(all.Left.Length + all.Applied.Length <= findings.Length);
        }
    }

    private static string Rules(IEnumerable<BodyFinding> findings) => string.Join(' ', findings.Select(finding => finding.Rule.Id));

    private static string Shown(Repair repair) => $"{repair.Kind}{(repair.IsSafe ? " safe" : "")}: {repair.Title}";

    private static BodySchema Schema(string name) => BundledSchemas.Find("vertex/" + name)!;

    private static PositionedText Body(string text) => PositionedText.Parse(text);
}
