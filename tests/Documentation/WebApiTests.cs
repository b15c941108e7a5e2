using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Plumbline.Samples.WebApi;

namespace Plumbline.Documentation.Tests;

/// <summary>samples/WebApi, served on a port of this machine and asked.</summary>
public sealed class WebApiTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app = TicketService.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_valid_body_reaches_its_handler_as_a_record()
    {
        (HttpStatusCode status, string body) = await Post("""{"id": 7, "priority": "low", "tags": ["peat"], "hours": 0.5}""");
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("""{"id":7,"priority":"low","tags":["peat"],"hours":0.5}""", body);
    }

    [Theory]
    [InlineData("""{"id": 0, "priority": "hihg", "tags": []}""", "/id", "1:8 PLB4040 expected a number of at least 1, found the number 0")]
    [InlineData("""{"id": 0, "priority": "hihg", "tags": []}""", "/priority", """1:23 PLB4002 expected "low", "medium" or "high", found "hihg";""")]
    [InlineData("""{"id": 7, "id": 8, "priority": "low", "tags": []}""", "/id", "1:11 PLB5010 ")]
    [InlineData("""{"id": 7""", "/id", "1:9 PLB5001 ")]
    public async Task A_body_that_breaks_the_schema_is_answered_with_every_fault_and_its_place(string json, string pointer, string fault)
    {
        (HttpStatusCode status, string body) = await Post(json);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        using JsonDocument problem = JsonDocument.Parse(body);
        string told = problem.RootElement.GetProperty("errors").GetProperty(pointer)[0].GetString()!;
        Assert.StartsWith(fault, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_in_several_pieces_is_judged_whole()
    {
        (HttpStatusCode status, _) = await Post($$"""{"id": 7, "priority": "low", {{new string(' ', 50_000)}} "tags": []}""");
        Assert.Equal(HttpStatusCode.Created, status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read_to_its_end()
    {
        (HttpStatusCode status, _) = await Post(new string(' ', 100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri("/tickets", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
