using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>What the suite runs on: the interpreter, or generated validators compiled in memory.</summary>
public interface IEngine
{
    /// <summary>Name in reports.</summary>
    string Name { get; }

    /// <summary>Makes a judge of a program. Takes all programs of a draft at once, for engines that compile them together.</summary>
    IReadOnlyList<Judge> Prepare(IReadOnlyList<SchemaProgram> programs);
}

/// <summary>Judges one text; adds its settled faults, and returns what it counts towards the totals of a dataset.</summary>
public delegate long[] Judge(ReadOnlySpan<byte> text, FaultList faults);
