using System.Collections.Immutable;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>Which of the bundled requests a body is, by the URL that it is sent to and by what it says itself. Their schemas name both
/// (<c>x-request</c>).</summary>
public static class RequestKind
{
    private static readonly Lazy<ImmutableArray<RequestProfile>> Known = new(() => BundledSchemas.Requests.ToImmutableArray());

    /// <summary>The URLs that requests are sent to, parts that vary in braces, in order.</summary>
    public static IEnumerable<string> Urls =>
        Known.Value.Select(request => request.Url).OfType<string>().Distinct().OrderBy(url => url, StringComparer.Ordinal);

    /// <summary>The name of the request; null where the URL or the body does not say.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="body">The body.</param>
    public static string? Of(RequestUrl url, PositionedText body)
    {
        RequestProfile[] sent = [.. Known.Value.Where(request => request.IsSentTo(url))];
        return sent.Length == 1 ? sent[0].Name : BySigns(sent, body.Root);
    }

    /// <summary>The name of the request by what the body says alone; null where it does not say.</summary>
    /// <param name="body">The body.</param>
    public static string? OfBody(PositionedText body) => BySigns(Known.Value, body.Root);

    // The surest sign of every request before the second of any: a tuning job names its model first, which is what people choose, then its pipeline.
    private static string? BySigns(IReadOnlyList<RequestProfile> requests, PositionedValue body)
    {
        int most = requests.Count == 0 ? 0 : requests.Max(request => request.Signs.Length);
        for (int i = 0; i < most; i++)
        {
            foreach (RequestProfile request in requests)
            {
                if (i < request.Signs.Length && request.Signs[i].IsIn(body))
                {
                    return request.Name;
                }
            }
        }

        return null;
    }
}
