using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary>
/// Judges JSON by a schema program, without generating code: for analyzers, one-off schemas, and as the oracle that tests hold generated
/// validators against. Reports exactly the faults that a generated validator reports. May be shared by threads.
/// </summary>
public sealed class SchemaInterpreter
{
    private readonly ValidationOptions _options;
    private readonly NodePlan _root;
    private readonly DynamicAnchorTable _anchors;

    /// <summary>Prepares a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How values are judged; documents' options unless said.</param>
    /// <param name="tellsReferences">Whether faults tell the references that they were met through (<see cref="Assertion.EvaluationPath"/>); then a keyword
    /// that is met in two ways is two faults.</param>
    public SchemaInterpreter(SchemaProgram program, ValidationOptions? options = null, bool tellsReferences = false)
    {
        _options = options ?? ValidationOptions.Document;
        var builder = new PlanBuilder(program, _options.AssertFormats, tellsReferences);
        _root = builder.Build();
        _anchors = builder.Anchors;
        SchemaId = program.Id;
        LifeCycle = program.LifeCycle;
        Dataset = program.Dataset is { } spec ? DatasetPlan.RulesOf(spec) : null;
    }

    /// <summary>The schema's identifier: its <c>$id</c>, or the logical name of its file.</summary>
    public string SchemaId { get; }

    /// <summary>What the schema demands of a dataset as a whole, or null.</summary>
    public DatasetRules? Dataset { get; }

    /// <summary>Where the schema's format stands in its life, or null.</summary>
    public LifeCycle? LifeCycle { get; }

    /// <summary>Number of counters that <see cref="Read"/> fills: one for each total of <see cref="Dataset"/>.</summary>
    public int Counters => Dataset?.Totals.Count ?? 0;

    /// <summary>Reads a text that should be one value, and judges it. Malformed text is one fault.</summary>
    /// <param name="text">The text: a line or a document.</param>
    /// <param name="faults">Takes the faults, settled; offsets count from the start of the text.</param>
    /// <param name="counters">Takes, for each total of <see cref="Dataset"/>, the number of values at its path; not touched when the text is malformed.</param>
    public void Read(ReadOnlySpan<byte> text, FaultList faults, Span<long> counters = default)
    {
        if (JsonSyntax.FindFault(text, _options.MaxDepth) is { } fault)
        {
            faults.Add(fault.ToFault());
            return;
        }

        PositionedText parsed = PositionedText.Parse(text.ToArray(), _options.MaxDepth);
        Judge(parsed, faults);
        for (int i = 0; i < counters.Length && i < Counters; i++)
        {
            counters[i] += Dataset!.Totals[i].Path.CountIn(text);
        }

        if (faults.Count > 0)
        {
            faults.Settle(text);
        }
    }

    /// <summary>Judges a text that has been parsed. Of a malformed text, what could be read is judged.</summary>
    /// <param name="text">The text.</param>
    /// <param name="faults">Takes the faults, not settled.</param>
    /// <param name="unknown">Values that are taken for unknown; null where all that the text has are known.</param>
    /// <returns>Visits: how often a schema was held against a value.</returns>
    public long Judge(PositionedText text, FaultList faults, UnknownValues? unknown = null)
    {
        if (_options.DuplicateKeys != DuplicateKeyPolicy.Ignore)
        {
            Assertion duplicate = _options.DuplicateKeys == DuplicateKeyPolicy.Error ? MalformedText.DuplicateInDocument : MalformedText.DuplicateInDataset;
            foreach (DuplicateName name in text.Duplicates)
            {
                faults.Add(new Fault(duplicate, name.Repeated.Start));
            }
        }

        var run = new Evaluation(text, faults, _options, _anchors, unknown);
        try
        {
            _root.Judge(run, text.Root, null);
        }
        catch (InsufficientExecutionStackException)
        {
            // Only with a depth limit far above the default: nesting is bounded by the stack too.
            faults.Clear();
            faults.Add(new SyntaxFault(Rules.TooDeep, run.At, "fewer arrays and objects inside each other").ToFault());
        }

        return run.Visits;
    }
}
