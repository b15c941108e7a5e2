namespace Plumbline.Cli.Statistics;

/// <summary>Judges lines by the grammar of JSON alone: statistics want to know what is there, whatever a schema says of it.</summary>
internal sealed class WellFormedJudge : LineTextJudge
{
    /// <inheritdoc/>
    protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters)
    {
        if (JsonSyntax.FindFault(line, ValidationOptions.DatasetLines.MaxDepth) is { } fault)
        {
            faults.Add(fault.ToFault());
        }
    }
}
