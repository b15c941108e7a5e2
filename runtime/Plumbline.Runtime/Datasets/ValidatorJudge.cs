namespace Plumbline.Datasets;

/// <summary>Judges lines by a generated validator, which finds the end of a line while it reads.</summary>
/// <param name="validator">The validator.</param>
/// <param name="options">How lines are judged.</param>
/// <param name="counted">Remembers which strings of a line were counted; null where none are.</param>
internal sealed class ValidatorJudge(JsonValidator validator, ValidationOptions options, CountedStrings? counted) : LineJudge
{
    private readonly Validation _validation = new(options, counted);

    /// <inheritdoc/>
    public override FaultList Faults => _validation.Faults;

    /// <inheritdoc/>
    public override ReadOnlySpan<long> Counters => _validation.Counters;

    /// <inheritdoc/>
    internal override CountedStrings? CountedStrings => counted;

    /// <inheritdoc/>
    protected internal override nint JudgeAt(PaddedBuffer lines, nint at)
    {
        _validation.JudgeLine(validator, lines, at, out nint lineFeed);
        return lineFeed;
    }
}
