using System.Collections.Immutable;
using Plumbline.Bodies.Repairs;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>One fault of a request and what can be done about it.</summary>
/// <param name="Finding">The fault.</param>
/// <param name="Text">The text that its offset counts in: the body, or the URL.</param>
/// <param name="Repairs">What would mend it.</param>
internal sealed record BodyFault(Finding Finding, byte[] Text, ImmutableArray<Repair> Repairs);

/// <summary>What became of a request.</summary>
/// <param name="Body">The request; after repairs, the repaired one.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Applied">The repairs that were made.</param>
/// <param name="RepairedFrom">The file that it was repaired from; null where nothing was to be repaired.</param>
internal sealed record BodyOutcome(RequestBody Body, IReadOnlyList<BodyFault> Faults, ImmutableArray<AppliedRepair> Applied, string? RepairedFrom)
{
    /// <summary>Whether a fault of a severity is among them.</summary>
    public bool Has(Severity severity) => Count(severity) > 0;

    /// <summary>Number of faults of a severity.</summary>
    public int Count(Severity severity) => Faults.Count(fault => fault.Finding.Severity == severity);
}
