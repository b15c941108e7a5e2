namespace Plumbline;

/// <summary>What a service does with a value that a finding is about; feeds the forecast of what a job will lose.</summary>
public enum Effect : byte
{
    /// <summary>Nothing is known beyond the finding's severity.</summary>
    None,

    /// <summary>The example, or the whole job, is refused.</summary>
    Rejected,

    /// <summary>The value is cut and the rest of it is not trained on.</summary>
    Truncated,

    /// <summary>The value is accepted and has no effect.</summary>
    Ignored,
}
