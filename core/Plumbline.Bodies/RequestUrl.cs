using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>A part of a URL.</summary>
/// <param name="Text">The part.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the URL.</param>
public readonly record struct UrlPart(string Text, int Start)
{
    /// <summary>Whether all of it is known.</summary>
    public bool IsKnown => Text.IndexOf(PositionedText.Hole.ToString(), StringComparison.Ordinal) < 0;
}

/// <summary>The URL that a request is sent to. It is one of Vertex AI, which name a region twice
/// (<c>https://{REGION}-aiplatform.googleapis.com/v1/projects/{P}/locations/{REGION}/pipelineJobs</c>), or one that the schema of a request has as it
/// stands (<c>https://api.openai.com/v1/fine_tuning/jobs</c>).</summary>
/// <param name="Text">The whole URL; what is not known of it stands as <see cref="PositionedText.Hole"/>.</param>
/// <param name="HostRegion">The region in the name of the host; empty where the URL has none.</param>
/// <param name="Project">The project; empty where the URL has none.</param>
/// <param name="PathRegion">The region in the path; empty where the URL has none.</param>
/// <param name="Collection">What a request of Vertex AI makes one of: <c>pipelineJobs</c>, <c>datasets</c>; empty for other URLs.</param>
public sealed record RequestUrl(string Text, UrlPart HostRegion, UrlPart Project, UrlPart PathRegion, string Collection)
{
    /// <summary>What the host of every region ends with.</summary>
    public const string HostSuffix = "-aiplatform.googleapis.com/";

    private const string JobIdParameter = "pipelineJobId=";
    private const string Scheme = "https://";
    private const string Projects = "/projects/";
    private const string Locations = "/locations/";

    // URLs without parts that vary.
    private static readonly Lazy<string[]> Plain = new(() => [.. RequestKind.Urls.Where(url => url.IndexOf('{') < 0)]);

    /// <summary>Whether the URL names regions.</summary>
    public bool IsRegional => PathRegion.Text.Length > 0;

    /// <summary>The URL without query and fragment.</summary>
    public string Address => Text.Substring(0, EndOfPath(Text));

    /// <summary>The id that the query gives to the job; null where it gives none.</summary>
    public UrlPart? JobId
    {
        get
        {
            int query = Text.IndexOf('?');
            int at = query < 0 ? -1 : Text.IndexOf(JobIdParameter, query, StringComparison.Ordinal);
            if (at < 0 || Text[at - 1] is not ('?' or '&'))
            {
                return null;
            }

            int start = at + JobIdParameter.Length;
            int end = Text.IndexOfAny(['&', '#'], start);
            return new UrlPart(Text.Substring(start, (end < 0 ? Text.Length : end) - start), start);
        }
    }

    /// <summary>Whether a text, which may be a part of a URL, can belong to one that requests are sent to.</summary>
    public static bool MayBe(string text) => text.Contains(HostSuffix)
        || (text.StartsWith(Scheme, StringComparison.Ordinal) && Plain.Value.Any(url => text.StartsWith(url, StringComparison.Ordinal)));

    /// <summary>Reads a URL; null where no request is sent there.</summary>
    public static RequestUrl? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        int host = text.IndexOf(HostSuffix, StringComparison.Ordinal);
        int end = EndOfPath(text);
        if (host < Scheme.Length)
        {
            var none = new UrlPart("", end);
            return Plain.Value.Contains(text.Substring(0, end)) ? new RequestUrl(text, none, none, none, "") : null;
        }

        UrlPart project = Segment(text, Projects, host, end);
        UrlPart region = Segment(text, Locations, host, end);
        if (region.Text.Length == 0)
        {
            return null;
        }

        int behind = region.Start + region.Text.Length;
        string collection = behind < end ? text.Substring(behind + 1, end - behind - 1) : "";
        return new RequestUrl(text, new UrlPart(text.Substring(Scheme.Length, host - Scheme.Length), Scheme.Length), project, region, collection);
    }

    private static int EndOfPath(string text)
    {
        int end = text.IndexOfAny(['?', '#']);
        return end < 0 ? text.Length : end;
    }

    private static UrlPart Segment(string text, string before, int from, int end)
    {
        int at = text.IndexOf(before, from, StringComparison.Ordinal);
        if (at < 0 || at + before.Length >= end)
        {
            return new UrlPart("", end);
        }

        int start = at + before.Length;
        int stop = text.IndexOf('/', start, end - start);
        return new UrlPart(text.Substring(start, (stop < 0 ? end : stop) - start), start);
    }
}
