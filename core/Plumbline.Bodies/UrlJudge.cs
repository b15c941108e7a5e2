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
    private const string KeyRegion = "us-central1";
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
        var findings = ImmutableArray.CreateBuilder<UrlFinding>();
        foreach (UrlPart part in (UrlPart[])[url.HostRegion, url.Project, url.PathRegion])
        {
            if (part.IsKnown && Placeholders.Includes(part.Text, schema: null))
            {
                findings.Add(new UrlFinding(Rules.Placeholder, $"expected a value of your own, found the placeholder \"{part.Text}\"", part));
            }
        }

        bool knowsBoth = url.HostRegion.IsKnown && url.PathRegion.IsKnown;
        if (findings.Count == 0 && !AddUnknownRegions(findings, url) && knowsBoth && url.HostRegion.Text != url.PathRegion.Text)
        {
            string message = $"the host is in \"{url.HostRegion.Text}\" and the path in \"{url.PathRegion.Text}\"; both must be the region of the pipeline";
            findings.Add(new UrlFinding(Rules.UrlRegions, message, url.PathRegion) { Suggestion = url.HostRegion.Text });
        }

        if (findings.Count == 0 && url.PathRegion is { IsKnown: true, Text: not KeyRegion } && body is not null && UploadsWithKey(body.Root))
        {
            string message = $"with a customer-managed key the model is uploaded to \"{KeyRegion}\"; "
                + $"the body has no \"location\", so it would go to the pipeline's region \"{url.PathRegion.Text}\"";
            findings.Add(new UrlFinding(Rules.UrlKeyRegion, message, url.PathRegion) { Suggestion = KeyRegion });
        }

        return findings.ToImmutable();
    }

    private static bool AddUnknownRegions(ImmutableArray<UrlFinding>.Builder findings, RequestUrl url)
    {
        if (url.Collection != RequestKind.PipelineJobs || Regions.IsEmpty)
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
