using System.Collections.Immutable;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>What <c>x-request</c> says of a bundled request: where it goes, what in a body shows that it is one, and what of it is the sender's own.</summary>
/// <param name="Name">The name of the request: <c>vertex/tune-chat</c>.</param>
/// <param name="Url">The URL that it is sent to, parts that vary in braces; null where no document names one.</param>
/// <param name="Signs">What bodies of this request have, the surest first.</param>
/// <param name="Verbatim">Paths of values in which no placeholder is looked for.</param>
internal sealed record RequestProfile(string Name, string? Url, ImmutableArray<RequestSign> Signs, ImmutableArray<string> Verbatim)
{
    private const string Keyword = "x-request";

    /// <summary>Whether a URL is the one that this request is sent to.</summary>
    public bool IsSentTo(RequestUrl url) => Url is not null
        && (url.IsRegional ? RequestUrl.Parse(Url) is { IsRegional: true } own && own.Collection == url.Collection : Url == url.Address);

    /// <summary>The values of a body that stand at the paths of <see cref="Verbatim"/>.</summary>
    public IEnumerable<PositionedValue> VerbatimOf(PositionedValue body) => Verbatim.SelectMany(path => RequestSign.ValuesAt(body, path));

    /// <summary>Reads what a schema says; null where it says nothing.</summary>
    /// <param name="name">The name of the request.</param>
    /// <param name="schema">The root of its schema file.</param>
    public static RequestProfile? Of(string name, PositionedValue schema) => schema.Find(Keyword)?.Value is { } request
        ? new RequestProfile(
            name,
            request.Find("url")?.Value.Text,
            Items(request, "signs").Select(RequestSign.Of).ToImmutableArray(),
            Items(request, "verbatim").Select(path => path.Text ?? "").ToImmutableArray())
        : null;

    private static ImmutableArray<PositionedValue> Items(PositionedValue owner, string name) =>
        owner.Find(name)?.Value.Items ?? ImmutableArray<PositionedValue>.Empty;
}

/// <summary>Something that bodies of one request have.</summary>
/// <param name="At">A path: a value stands there.</param>
/// <param name="Begins">What the value, a string, begins with; empty where any value is a sign.</param>
/// <param name="Has">What the value, a string, has somewhere in it; empty where any value is a sign.</param>
internal sealed record RequestSign(string At, string Begins, string Has)
{
    /// <summary>Whether a body has it.</summary>
    public bool IsIn(PositionedValue body) => ValuesAt(body, At).Any(value => (Begins.Length == 0 && Has.Length == 0)
        || (value.Text is { } text && text.StartsWith(Begins, StringComparison.Ordinal) && text.Contains(Has)));

    /// <summary>Reads an item of <c>signs</c>.</summary>
    public static RequestSign Of(PositionedValue sign) => new(Text(sign, "at"), Text(sign, "begins"), Text(sign, "has"));

    /// <summary>The values at a path, in which <c>*</c> stands for every item. The names in question need no escapes.</summary>
    public static IEnumerable<PositionedValue> ValuesAt(PositionedValue body, string path)
    {
        IEnumerable<PositionedValue> values = [body];
        foreach (string step in path.Split('/').Skip(1))
        {
            values = values.SelectMany(value => Step(value, step));
        }

        return values;
    }

    private static IEnumerable<PositionedValue> Step(PositionedValue value, string step) =>
        step == "*" ? value.Items : value.Members.Where(member => member.Name == step).Select(member => member.Value);

    private static string Text(PositionedValue sign, string name) => sign.Find(name)?.Value.Text ?? "";
}
