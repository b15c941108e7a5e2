namespace Plumbline;

/// <summary>How far a format or a request is through its life.</summary>
public enum LifeCycleStatus
{
    /// <summary>In use.</summary>
    Current,
    /// <summary>Still accepted, and on its way out.</summary>
    Deprecated,
    /// <summary>No longer accepted by its service.</summary>
    Retired,
    /// <summary>Described somewhere; no document says whether it is still accepted.</summary>
    Unverified,
}

/// <summary>What <c>x-lifeCycle</c> says: where a format stands in its life, as of the day on which somebody looked.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Checked">The day on which the sources were read, as ISO 8601 writes it: <c>2026-11-20</c>.</param>
/// <param name="Since">The day from which the status holds, or null where no source tells it.</param>
/// <param name="Ends">The day from which the service no longer accepts it, or null.</param>
/// <param name="Note">What a user should know about it, or null.</param>
/// <param name="Successor">Name of the format that takes its place, or null.</param>
public sealed record LifeCycle(LifeCycleStatus Status, string Checked, string? Since, string? Ends, string? Note, string? Successor)
{
    /// <summary>The status in words: <c>retired since 2026-09-10</c>, <c>deprecated since 2026-05-07, ends 2027-01-06</c>.</summary>
    public string Words
    {
        get
        {
            string status = Status switch
            {
                LifeCycleStatus.Current => "current",
                LifeCycleStatus.Deprecated => "deprecated",
                LifeCycleStatus.Retired => "retired",
                _ => "status unverified",
            };
            return string.Concat(status, Since is null ? "" : " since " + Since, Ends is null ? "" : ", ends " + Ends);
        }
    }
}
