using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;

namespace Plumbline.Cli.Commands;

/// <summary>Judges the lines of a dataset by the interpreter.</summary>
internal sealed class InterpreterJudge(SchemaInterpreter interpreter) : LineTextJudge(interpreter.Counters)
{
    /// <summary>A program to hold files against by the interpreter.</summary>
    /// <param name="name">The name that people know it by.</param>
    /// <param name="program">The program.</param>
    /// <param name="options">The options of a run.</param>
    /// <param name="tellsReferences">Whether findings tell the references on the way to a keyword.</param>
    public static ValidationTarget Target(string name, SchemaProgram program, DatasetOptions options, bool tellsReferences)
    {
        DatasetRules? dataset = new SchemaInterpreter(program).Dataset;
        return new(name, program.Id, dataset, options, run =>
        {
            var interpreter = new SchemaInterpreter(program, run.LineOptions(dataset), tellsReferences);
            return new DatasetRun(() => new InterpreterJudge(interpreter), dataset, run);
        })
        { LifeCycle = program.LifeCycle };
    }

    /// <inheritdoc/>
    protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters) => interpreter.Read(line, faults, counters);
}
