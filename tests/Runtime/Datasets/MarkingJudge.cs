namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>
/// An engine small enough to be checked by eye: reports malformed text, an error at each <c>bad</c> and a warning at each <c>odd</c>, and counts
/// the items of the array <c>n</c>.
/// </summary>
internal sealed class MarkingJudge() : LineTextJudge(counters: 1)
{
    public static Assertion Bad { get; } = new(Rules.Enum, "/enum", "a good word");

    public static Assertion Odd { get; } = new(Rules.MaxLength, "/maxLength", "a usual word", advice: new Advice(Severity.Warning, Effect.Truncated, "odd"));

    public static InstancePath Counted { get; } = InstancePath.Parse("/n/*");

    public static DatasetRules RulesWithTotal(long max) => new("/x-dataset", totals: [new DatasetTotal("/n/*", max, "/x-dataset/totals/0")]);

    public static void JudgeText(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters)
    {
        if (JsonSyntax.FindFault(line, 64) is { } fault)
        {
            faults.Add(fault.ToFault());
            return;
        }

        Mark(line, "\"odd\""u8, Odd, faults);
        Mark(line, "\"bad\""u8, Bad, faults);
        counters[0] += Counted.CountIn(line);
    }

    protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters) => JudgeText(line, faults, counters);

    private static void Mark(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word, Assertion assertion, FaultList faults)
    {
        for (int at = 0; line[at..].IndexOf(word) is >= 0 and int found; at += found + word.Length)
        {
            faults.Add(new Fault(assertion, at + found));
        }
    }
}
