using Plumbline.Schema.Interpretation;

namespace Plumbline.Cli.Commands;

/// <summary>Judges the lines of a dataset by the interpreter.</summary>
internal sealed class InterpreterJudge(SchemaInterpreter interpreter) : LineTextJudge(interpreter.Counters)
{
    /// <inheritdoc/>
    protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters) => interpreter.Read(line, faults, counters);
}
