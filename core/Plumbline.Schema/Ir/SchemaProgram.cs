namespace Plumbline.Schema.Ir;

/// <summary>
/// A root schema and every schema that it reaches, linked: a flat array of nodes whose edges are indices.
/// </summary>
/// <remarks>
/// The equality contract: two programs are equal when they mean the same and report the same. Nothing in a program depends on where
/// in its file a keyword stands (lines, columns and byte spans live in the <see cref="SourceMap"/>), on white space, on the order in
/// which files were given, or on files that the root does not reach. Nodes are numbered in the order in which a depth-first walk from
/// the root, in document order, first reaches them; the root is node 0.
/// </remarks>
/// <param name="Id">The root's identifier: its <c>$id</c>, or the logical name of its file.</param>
/// <param name="Nodes">The schemas; node 0 is the root.</param>
/// <param name="Dataset">What <c>x-dataset</c> says at the root, or null.</param>
public sealed record SchemaProgram(string Id, EquatableArray<SchemaNode> Nodes, DatasetSpec? Dataset)
{
    /// <summary>The root schema.</summary>
    public SchemaNode Root => Nodes[0];

    /// <summary>What dynamic scopes can override, one entry for each dynamic anchor of each schema resource that the root reaches; empty where
    /// no <see cref="DynamicRefKeyword"/> occurs.</summary>
    public EquatableArray<DynamicAnchor> DynamicAnchors { get; init; }

    /// <summary>What <c>x-lifeCycle</c> says at the root, or null.</summary>
    public LifeCycle? LifeCycle { get; init; }
}

/// <summary>A dynamic anchor.</summary>
/// <param name="Resource">The schema resource (<see cref="SchemaNode.Resource"/>) that it belongs to.</param>
/// <param name="Name">Its name; empty for <c>$recursiveAnchor: true</c>.</param>
/// <param name="Node">The schema that has it.</param>
public sealed record DynamicAnchor(int Resource, string Name, int Node);

/// <summary>One schema: an object with keywords, or <c>true</c> or <c>false</c>.</summary>
/// <param name="Location">Where it stands: a JSON Pointer into the root's file, <c>URI#pointer</c> in another.</param>
/// <param name="Keywords">Its keywords, in the order of <see cref="Keyword"/>'s evaluation contract; empty for <c>true</c>.</param>
/// <param name="Annotations">What people read: title, description and the like.</param>
public sealed record SchemaNode(string Location, EquatableArray<Keyword> Keywords, SchemaAnnotations Annotations)
{
    /// <summary>The schema resource that it belongs to (what one <c>$id</c> names), numbered in the order in which nodes reach them. A dynamic scope
    /// is the list of resources that evaluation has entered.</summary>
    public int Resource { get; init; }

    /// <summary>The keyword of a kind, or null.</summary>
    public T? Find<T>()
        where T : Keyword
    {
        foreach (Keyword keyword in Keywords)
        {
            if (keyword is T found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>Annotations of a schema that records and documentation use.</summary>
/// <param name="Title"><c>title</c>.</param>
/// <param name="Description"><c>description</c>.</param>
/// <param name="Default"><c>default</c>, as compact JSON.</param>
/// <param name="Deprecated"><c>deprecated</c>.</param>
/// <param name="Source"><c>x-source</c>, joined by "; " where it is a list.</param>
public sealed record SchemaAnnotations(string? Title, string? Description, string? Default, bool Deprecated, string? Source)
{
    /// <summary>No annotations.</summary>
    public static SchemaAnnotations None { get; } = new(null, null, null, false, null);
}

/// <summary><c>x-dataset</c>: what holds for a file as a whole.</summary>
/// <param name="Location">Location of the keyword.</param>
/// <param name="MinExamples">Fewest examples of a training file.</param>
/// <param name="MaxExamples">Most examples of a training file.</param>
/// <param name="RecommendedExamples">Examples below which a note is given.</param>
/// <param name="Evaluation">Bounds of an evaluation file, or null where the format has none.</param>
/// <param name="Totals">Totals over the file.</param>
/// <param name="Models">Models that the format tunes, with what differs between them.</param>
/// <param name="Defaults">Job parameters that stand in for a value that an example lacks.</param>
/// <param name="TokenizerNote">What a reader of token counts should know about the models' own tokenizer, or null.</param>
/// <param name="Uniform">What all lines of a file have in common.</param>
/// <param name="Prompt">What of an example is its prompt.</param>
/// <param name="Turns">Path of the turns of an example, or null.</param>
public sealed record DatasetSpec(
    string Location,
    long? MinExamples,
    long? MaxExamples,
    long? RecommendedExamples,
    EvaluationSpec? Evaluation,
    EquatableArray<TotalSpec> Totals,
    EquatableArray<ModelSpec> Models,
    EquatableArray<DefaultSpec> Defaults,
    string? TokenizerNote = null,
    EquatableArray<UniformSpec> Uniform = default,
    EquatableArray<PromptSpec> Prompt = default,
    string? Turns = null);

/// <summary>Bounds of an evaluation file.</summary>
/// <param name="MinExamples">Fewest examples.</param>
/// <param name="MaxExamples">Most examples.</param>
/// <param name="Percent">Most examples, as a share of the training file's, or null.</param>
/// <param name="PercentAbove">Number of examples up to which <paramref name="Percent"/> does not matter.</param>
public sealed record EvaluationSpec(long? MinExamples, long? MaxExamples, long? Percent = null, long PercentAbove = 0);

/// <summary>A part of an example's prompt.</summary>
/// <param name="Path">Path of the values, or of an array.</param>
/// <param name="AllButLast">Whether the items of the array are meant, save the last.</param>
/// <param name="Unless">Path of a value beside which the last item belongs to the prompt as well, or null.</param>
public sealed record PromptSpec(string Path, bool AllButLast = false, string? Unless = null);

/// <summary>What all lines of a file have in common.</summary>
/// <param name="At">Paths of the values.</param>
/// <param name="ByValue">Whether the values are equal; else whether the same of them are there.</param>
/// <param name="IsOptional">Whether lines without any of the values are passed over.</param>
/// <param name="IsWarning">Whether a difference is a warning; else it is an error.</param>
/// <param name="Message">The sentence for people, or null.</param>
public sealed record UniformSpec(EquatableArray<string> At, bool ByValue, bool IsOptional, bool IsWarning, string? Message);

/// <summary>A total: how many values stand at a path over all examples.</summary>
/// <param name="Path">JSON Pointer in which <c>*</c> stands for every item: <c>/messages/*/author</c>.</param>
/// <param name="Max">The most that is accepted.</param>
public sealed record TotalSpec(string Path, long Max);

/// <summary>A model that a format tunes.</summary>
/// <param name="Name">The model's name: <c>chat-bison@002</c>.</param>
/// <param name="TokenLimits">Whether the schema's token limits are those of this model; where false, tokens are counted and no limit applies.</param>
public sealed record ModelSpec(string Name, bool TokenLimits);

/// <summary>A job parameter that stands in, in token sums, for a value that an example lacks.</summary>
/// <param name="Path">JSON Pointer of the value: <c>/context</c>.</param>
/// <param name="Parameter">Name of the job's parameter: <c>default_context</c>.</param>
public sealed record DefaultSpec(string Path, string Parameter);
