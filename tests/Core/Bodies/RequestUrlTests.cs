using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.Core.Tests.Bodies;

public sealed class RequestUrlTests
{
    private const string Jobs = "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/pipelineJobs";

    [Theory]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/⟦europe-west4⟧/pipelineJobs")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/ui/projects/p/locations/⟦europe-west4⟧/datasets")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/⟦europe-west4⟧/pipelineJobs?pipelineJobId=x")]
    public void Regions_that_disagree_are_told_in_the_path(string marked)
    {
        UrlFinding finding = Assert.Single(UrlJudge.Judge(Parse(marked)));
        Assert.Equal("PLB4061", finding.Rule.Id);
        Assert.Equal((marked.IndexOf('⟦'), "europe-west4", "us-central1"), (finding.Part.Start, finding.Part.Text, finding.Suggestion));
    }

    [Theory]
    [InlineData(Jobs)]
    [InlineData("https://☐-aiplatform.googleapis.com/v1/projects/☐/locations/us-central1/pipelineJobs")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/☐/pipelineJobs")]
    public void What_agrees_or_is_not_known_is_passed_in_silence(string url) => Assert.Empty(UrlJudge.Judge(Parse(url)));

    [Theory]
    [InlineData("""{"encryptionSpec":{"kmsKeyName":"k"},"runtimeConfig":{"parameterValues":{}}}""", "europe-west4", true)]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"encryption_spec_key_name":"k"}}}""", "europe-west4", true)]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"encryption_spec_key_name":"k"}}}""", "us-central1", false)]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"encryption_spec_key_name":"k","location":"us-central1"}}}""", "europe-west4", false)]
    [InlineData("""{"runtimeConfig":{"parameterValues":{}}}""", "europe-west4", false)]
    public void A_job_with_a_key_and_no_location_must_run_in_the_region_of_keys(string body, string region, bool isTold)
    {
        RequestUrl url = Parse(Jobs.Replace("us-central1", region, StringComparison.Ordinal));
        Assert.Equal(isTold ? ["PLB4062"] : [], UrlJudge.Judge(url, PositionedText.Parse(body)).Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("?pipelineJobId=tune-chat-2")]
    [InlineData("?a=b&pipelineJobId=Tune&c=d")]
    [InlineData("?pipelineJobId=☐")]
    [InlineData("?otherpipelineJobId=_")]
    [InlineData("?pipelineJobId=⟦2-chats⟧")]
    [InlineData("?pipelineJobId=⟦⟧")]
    [InlineData("?pipelineJobId=⟦tune_chat⟧&a=b")]
    public void The_id_of_a_job_is_what_the_service_takes(string marked)
    {
        string query = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        int start = marked.IndexOf('⟦', StringComparison.Ordinal);
        string[] expected = start < 0 ? [] : [$"PLB4065 {Jobs.Length + start}+{marked.IndexOf('⟧', StringComparison.Ordinal) - start - 1}"];
        Assert.Equal(expected, UrlJudge.Judge(Parse(Jobs + query)).Select(finding => $"{finding.Rule.Id} {finding.Part.Start}+{finding.Part.Text.Length}"));
    }

    [Fact]
    public void The_id_of_a_job_has_at_most_128_characters()
    {
        Assert.Empty(UrlJudge.Judge(Parse($"{Jobs}?pipelineJobId={new string('a', 128)}")));
        Assert.Single(UrlJudge.Judge(Parse($"{Jobs}?pipelineJobId={new string('a', 129)}")));
    }

    [Theory]
    [InlineData("projects/p/locations/europe-west4/tensorboards/1", true)]
    [InlineData("projects/p/locations/us-central1/tensorboards/1", false)]
    [InlineData("projects/p/locations/REGION/tensorboards/1", false)]
    [InlineData("1234567890", false)]
    public void A_tensorboard_is_in_the_region_of_its_job(string name, bool isTold)
    {
        PositionedText body = PositionedText.Parse(
            """{"runtimeConfig":{"parameterValues":{"tensorboard_resource_id":"NAME"}}}""".Replace("NAME", name, StringComparison.Ordinal));
        Assert.Equal(isTold ? ["PLB4066"] : [], UrlJudge.JudgeBody(Parse(Jobs), body).Select(finding => finding.Rule.Id));
        Assert.Empty(UrlJudge.JudgeBody(Parse(Jobs.Replace("locations/us-central1", "locations/☐", StringComparison.Ordinal)), body));
    }

    [Theory]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"large_model_reference":"text-bison@002"}}}""", "vertex/tune-text")]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"large_model_reference":"code-bison-32k@002"}}}""", "vertex/tune-code")]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"large_model_reference":"chat-bison@002"}}}""", "vertex/tune-chat")]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"large_model_reference":"codechat-bison@002"}}}""", "vertex/tune-codechat")]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"teacher_model_reference":"x"}}}""", "vertex/distill")]
    [InlineData("""{"templateUri":"https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0"}""", "vertex/tune-chat")]
    [InlineData("""{"templateUri":"https://us-kfp.pkg.dev/ml-pipeline/distillation/distillation/v1.0.0"}""", "vertex/distill")]
    [InlineData("""{"displayName":"a"}""", null)]
    public void A_job_is_known_by_its_model_and_its_pipeline(string body, string? request) =>
        Assert.Equal(request, RequestKind.Of(Parse(Jobs), PositionedText.Parse(body)));

    [Theory]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1beta1/projects/p/locations/us-central1/tuningJobs", "gemini/tuning-job")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/ui/projects/p/locations/us-central1/datasets", "vertex/create-dataset")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/endpoints", null)]
    [InlineData("https://api.openai.com/v1/fine_tuning/jobs", "openai/job")]
    [InlineData("https://api.openai.com/v1/fine_tuning/jobs?a=b#c", "openai/job")]
    public void A_url_of_one_request_says_which_it_is(string url, string? request) =>
        Assert.Equal(request, RequestKind.Of(Parse(url), PositionedText.Parse("{}")));

    [Theory]
    [InlineData("""{"baseModel":"gemini-2.5-flash"}""", "gemini/tuning-job")]
    [InlineData("""{"preTunedModel":{}}""", "gemini/tuning-job")]
    [InlineData("""{"training_file":"f"}""", "openai/job")]
    [InlineData("""{"training_file":"f","trainingType":"developerTier"}""", "azure/job")]
    [InlineData("""{"base_model":"m"}""", "vertex/tune-llama")]
    [InlineData("""{"instances":[]}""", "vertex/predict-llama")]
    [InlineData("""{"metadata_schema_uri":"gs://a/b"}""", "vertex/create-dataset")]
    [InlineData("""{"runtimeConfig":{"parameterValues":{"large_model_reference":7}}}""", null)]
    public void A_body_alone_may_say_which_request_it_is(string body, string? request) =>
        Assert.Equal(request, RequestKind.OfBody(PositionedText.Parse(body)));

    [Fact]
    public void A_url_without_regions_has_nothing_to_judge()
    {
        RequestUrl url = Parse("https://api.openai.com/v1/fine_tuning/jobs?a=b");
        Assert.Equal((false, "https://api.openai.com/v1/fine_tuning/jobs", ""), (url.IsRegional, url.Address, url.Collection));
        PositionedText body = PositionedText.Parse("""{"encryptionSpec":{"kmsKeyName":"k"},"runtimeConfig":{"parameterValues":{}}}""");
        Assert.Empty(UrlJudge.Judge(url, body));
        Assert.Empty(UrlJudge.JudgeBody(url, body));
    }

    [Fact]
    public void Every_request_shows_itself_by_a_sign_and_every_address_is_read()
    {
        Assert.All(BundledSchemas.Names.Where(name => BundledSchemas.Find(name)!.IsRequest), name => Assert.Contains(
            BundledSchemas.Requests, request => request.Name == name && request.Signs.Length > 0));
        Assert.All(RequestKind.Urls, url => Assert.NotNull(RequestUrl.Parse(url)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://api.openai.com/v1/fine_tuning/jobs/1")]
    [InlineData("http://api.openai.com/v1/fine_tuning/jobs")]
    [InlineData("https://example.com/v1/projects/p/locations/us-central1/pipelineJobs")]
    [InlineData("-aiplatform.googleapis.com/")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/")]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/locations/")]
    public void Other_addresses_are_none_of_ours(string url) => Assert.Null(RequestUrl.Parse(url));

    private static RequestUrl Parse(string marked) => RequestUrl.Parse(
        marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal).Replace('☐', PositionedText.Hole))!;
}
