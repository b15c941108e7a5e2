using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>The interpreter.</summary>
public sealed class InterpreterEngine : IEngine
{
    public string Name => "interpreter";

    public bool EvaluatesEveryKeyword => true;

    public IReadOnlyList<Judge> Prepare(IReadOnlyList<SchemaProgram> programs) => [.. programs.Select(JudgeOf)];

    private static Judge JudgeOf(SchemaProgram program)
    {
        // Instances of the suite nest deeper than documents do in some of its files; none has duplicate keys.
        var interpreter = new SchemaInterpreter(program, new ValidationOptions { MaxDepth = 256 });
        return (text, faults) => interpreter.Read(text, faults);
    }
}
