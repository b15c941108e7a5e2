using Plumbline.Compilation;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Reports;

/// <summary>What became of one schema file.</summary>
/// <param name="File">The file.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Program">What it compiles to; null where it is broken.</param>
/// <param name="Dialect">Its dialect, by name; null where it is no JSON.</param>
/// <param name="Keywords">The keywords that it uses.</param>
/// <param name="Outline">Its C#; null where it is broken, or lends its schemas only.</param>
internal sealed record SchemaOutcome(
    SchemaFile File, IReadOnlyList<SchemaFault> Faults, SchemaProgram? Program, string? Dialect, IReadOnlyList<KeywordUse> Keywords, SchemaOutline? Outline)
{
    /// <summary>What values are held against.</summary>
    public IReadOnlyList<SchemaCheck> Checks { get; } = Program is null ? [] : SchemaCheck.Of(Program);

    /// <summary>What holds for a file as a whole, or null.</summary>
    public DatasetRules? Dataset { get; } = Program is null ? null : new SchemaInterpreter(Program).Dataset;

    /// <summary>The keywords that no value breaks.</summary>
    public IEnumerable<KeywordUse> Annotations => Keywords.Where(keyword => keyword.IsAnnotation);

    /// <summary>Number of faults of a severity.</summary>
    public int Count(Severity severity) => Faults.Count(fault => fault.Finding.Severity == severity);
}
