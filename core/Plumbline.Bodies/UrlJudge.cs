using System.Collections.Immutable;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>One fault of a request's URL.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Part">What to underline.</param>
public sealed record UrlFinding(Rule Rule, string Message, UrlPart Part)
{
    /// <summary>What would be right in place of the part; null where nothing is near.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>Says what is wrong with a request's URL, by itself and beside its body.</summary>
public static class UrlJudge
{
    private const int MostOfJobId = 128;
    private const string KeyRegion = "us-central1";
    private const string PipelineJobs = "pipelineJobs";
    private const string PipelineJob = "urn:plumbline:vertex/pipeline-job";

    private static readonly Lazy<ImmutableArray<string>> KnownRegions = new(() =>
        BundledSchemas.ValueAt(PipelineJob, "$defs", "region", "enum")?.Items.Select(item => item.Text!).ToImmutableArray() ?? ImmutableArray<string>.Empty);

    /// <summary>The regions in which pipeline jobs run and models are uploaded, as the requests' schemas list them.</summary>
    public static ImmutableArray<string> Regions => KnownRegions.Value;

    /// <summary>Judges a URL.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="body">The body that is sent to it, or null.</param>
    public static ImmutableArray<UrlFinding> Judge(RequestUrl url, PositionedText? body = null)
    {
        if (!url.IsRegional)
        {
            return ImmutableArray<UrlFinding>.Empty;
        }

        var findings = ImmutableArray.CreateBuilder<UrlFinding>();
        UrlPart[] parts = url.JobId is { } id ? [url.HostRegion, url.Project, url.PathRegion, id] : [url.HostRegion, url.Project, url.PathRegion];
        foreach (UrlPart part in parts)
        {
            if (part.IsKnown && Placeholders.Includes(part.Text, schema: null))
            {
                findings.Add(new UrlFinding(Rules.Placeholder, $"expected a value of your own, found the placeholder \"{part.Text}\"", part));
            }
        }

        if (url.JobId is { IsKnown: true } job && !IsJobId(job.Text) && findings.All(finding => finding.Part != job))
        {
            string message = $"the id of a pipeline job is a letter and up to {MostOfJobId - 1} letters, digits and hyphens, found \"{job.Text}\"";
            findings.Add(new UrlFinding(Rules.JobId, message, job));
        }

        bool knowsBoth = url.HostRegion.IsKnown && url.PathRegion.IsKnown;
        bool isClean = findings.All(finding => finding.Part.Start > url.PathRegion.Start);
        if (isClean && !AddUnknownRegions(findings, url) && knowsBoth && url.HostRegion.Text != url.PathRegion.Text)
        {
            string message = $"the host is in \"{url.HostRegion.Text}\" and the path in \"{url.PathRegion.Text}\"; both must be the region of the pipeline";
            findings.Add(new UrlFinding(Rules.UrlRegions, message, url.PathRegion) { Suggestion = url.HostRegion.Text });
        }

        if (findings.All(finding => finding.Part.Start > url.PathRegion.Start)
            && url.PathRegion is { IsKnown: true, Text: not KeyRegion } && body is not null && UploadsWithKey(body.Root))
        {
            string message = $"with a customer-managed key the model is uploaded to \"{KeyRegion}\"; "
                + $"the body has no \"location\", so it would go to the pipeline's region \"{url.PathRegion.Text}\"";
            findings.Add(new UrlFinding(Rules.UrlKeyRegion, message, url.PathRegion) { Suggestion = KeyRegion });
        }

        return findings.ToImmutable();
    }

    /// <summary>What a body has wrong beside its URL: a TensorBoard instance named with its region, where that is not the pipeline's.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="body">The body that is sent to it.</param>
    public static ImmutableArray<BodyFinding> JudgeBody(RequestUrl url, PositionedText body)
    {
        PositionedValue? name = body.Root.Find("runtimeConfig")?.Value.Find("parameterValues")?.Value.Find("tensorboard_resource_id")?.Value;
        if (!url.IsRegional || !url.PathRegion.IsKnown || name?.Text is not { } text || RegionOf(text) is not { } region || region == url.PathRegion.Text
            || Placeholders.Includes(region, schema: null))
        {
            return ImmutableArray<BodyFinding>.Empty;
        }

        var fault = new Fault(new Assertion(Rules.TensorboardRegion, "", $"an instance in the pipeline's region \"{url.PathRegion.Text}\""), name.Span.Start);
        return ImmutableArray.Create(new BodyFinding(FindingBuilder.Build(fault, body.Utf8), name.Span));
    }

    // projects/{P}/locations/{L}/…; an id alone names no region.
    private static string? RegionOf(string resourceName)
    {
        string[] parts = resourceName.Split('/');
        int at = Array.IndexOf(parts, "locations");
        return at > 0 && at + 1 < parts.Length && parts[at + 1].Length > 0 ? parts[at + 1] : null;
    }

    // [S]: ^[a-z][-a-z0-9]{0,127}$, without regard to case.
    private static bool IsJobId(string text) => text.Length is > 0 and <= MostOfJobId && IsLetter(text[0])
        && text.All(c => IsLetter(c) || c is '-' or (>= '0' and <= '9'));

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool AddUnknownRegions(ImmutableArray<UrlFinding>.Builder findings, RequestUrl url)
    {
        if (url.Collection != PipelineJobs || Regions.IsEmpty)
        {
            return false;
        }

        int before = findings.Count;
        foreach (UrlPart part in (UrlPart[])[url.HostRegion, url.PathRegion])
        {
            if (part.IsKnown && !Regions.Contains(part.Text))
            {
                string? nearest = NearestName.Find(part.Text, Regions);
                string suggestion = nearest is null ? "" : $"; did you mean \"{nearest}\"?";
                string message = $"no region of pipeline jobs is named \"{part.Text}\"{suggestion}";
                findings.Add(new UrlFinding(Rules.UrlRegion, message, part) { Suggestion = nearest });
            }
        }

        return findings.Count > before;
    }

    private static bool UploadsWithKey(PositionedValue body)
    {
        PositionedValue? parameters = body.Find("runtimeConfig")?.Value.Find("parameterValues")?.Value;
        bool hasKey = parameters?.Find("encryption_spec_key_name") is not null || body.Find("encryptionSpec")?.Value.Find("kmsKeyName") is not null;
        return hasKey && parameters is { IsOpen: false, Kind: JsonKind.Object } && parameters.Find("location") is null;
    }
}
