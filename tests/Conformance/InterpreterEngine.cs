using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>The interpreter.</summary>
/// <param name="options">How values are judged; <see cref="SuiteOptions"/> unless said.</param>
public sealed class InterpreterEngine(ValidationOptions? options = null) : IEngine
{
    /// <summary>Instances of the suite nest deeper than documents do in some of its files; none has duplicate keys.</summary>
    public static readonly ValidationOptions SuiteOptions = new() { MaxDepth = 256 };

    /// <summary>Those of the suite's tests below <c>optional/format</c>.</summary>
    public static readonly ValidationOptions FormatOptions = SuiteOptions with { AssertFormats = true };

    public string Name => "interpreter";

    public IReadOnlyList<Judge> Prepare(IReadOnlyList<SchemaProgram> programs) => [.. programs.Select(JudgeOf)];

    private Judge JudgeOf(SchemaProgram program)
    {
        var interpreter = new SchemaInterpreter(program, options ?? SuiteOptions);
        return (text, faults) =>
        {
            long[] counters = new long[interpreter.Counters];
            interpreter.Read(text, faults, counters);
            return counters;
        };
    }
}
