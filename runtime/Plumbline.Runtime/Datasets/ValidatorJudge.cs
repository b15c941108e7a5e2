namespace Plumbline.Datasets;

/// <summary>Judges lines by a generated validator, which finds the end of a line while it reads.</summary>
internal sealed class ValidatorJudge(JsonValidator validator, ValidationOptions options) : LineJudge
{
    private readonly Validation _validation = new(options);

    /// <inheritdoc/>
    public override FaultList Faults => _validation.Faults;

    /// <inheritdoc/>
    public override ReadOnlySpan<long> Counters => _validation.Counters;

    /// <inheritdoc/>
    protected internal override nint JudgeAt(PaddedBuffer lines, nint at)
    {
        _validation.JudgeLine(validator, lines, at, out nint lineFeed);
        return lineFeed;
    }
}
