using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>The two engines' judges of one schema, to be compared.</summary>
public sealed class EnginePair
{
    private readonly Judge _interpreted;
    private readonly Judge _generated;

    private EnginePair(Judge interpreted, Judge generated)
    {
        _interpreted = interpreted;
        _generated = generated;
    }

    /// <summary>Makes the pairs of programs; the generated validators are compiled together.</summary>
    public static IReadOnlyList<EnginePair> Of(IReadOnlyList<SchemaProgram> programs, ValidationOptions? options = null)
    {
        IReadOnlyList<Judge> interpreted = new InterpreterEngine(options).Prepare(programs);
        IReadOnlyList<Judge> generated = new GeneratedEngine(options).Prepare(programs);
        return [.. interpreted.Zip(generated, (first, second) => new EnginePair(first, second))];
    }

    /// <summary>Judges one text by both engines.</summary>
    public Verdicts Judge(byte[] text)
    {
        var interpreted = new FaultList();
        long[] counted = _interpreted(text, interpreted);
        var generated = new FaultList();
        long[] countedByGenerated = _generated(text, generated);
        return new Verdicts(!interpreted.HasErrors, Told(interpreted, counted), Told(generated, countedByGenerated));
    }

    // Everything that reaches a finding or a total.
    private static string Told(FaultList faults, long[] counted) => string.Join("; ", Enumerable.Range(0, faults.Count)
        .Select(i => faults[i])
        .Select(fault => $"{fault.Assertion} @{fault.Offset} {fault.Assertion.Severity} {fault.Actual} {fault.Name} {fault.Assertion.Expected}")
        .Concat(counted.Select((count, total) => $"total {total}: {count}").Where(_ => counted.Any(count => count > 0))));
}

/// <summary>What the two engines said of one text.</summary>
/// <param name="IsValid">The interpreter's verdict.</param>
/// <param name="Interpreted">The interpreter's faults; empty where there are none.</param>
/// <param name="Generated">The generated validator's.</param>
public sealed record Verdicts(bool IsValid, string Interpreted, string Generated)
{
    /// <summary>Whether the engines said different things.</summary>
    public bool Differ => Interpreted != Generated;

    /// <inheritdoc/>
    public override string ToString() => $"\n  interpreted: {Interpreted}\n  generated:   {Generated}";
}
