namespace Plumbline.Cli.Statistics;

/// <summary>Hashes the examples of a part of a file, and their prompts.</summary>
/// <param name="index">Takes the hashes.</param>
/// <param name="file">Number of the file.</param>
/// <param name="prompt">What of an example is its prompt; empty where that is not known.</param>
internal sealed class HashTally(DuplicateIndex index, int file, IReadOnlyList<PromptPart> prompt) : ExampleTally
{
    private readonly ExampleHash _hash = new();
    private readonly List<(long Index, UInt128 Example, UInt128? Prompt)> _hashes = [];

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> example, long index) =>
        _hashes.Add((index, _hash.OfExample(example), prompt.Count == 0 ? null : _hash.OfPrompt(example, prompt)));

    /// <inheritdoc/>
    public override void Deliver(long linesBefore)
    {
        foreach ((long line, UInt128 example, UInt128? asked) in _hashes)
        {
            index.Add(new Place(file, linesBefore + line + 1), example, asked);
        }
    }

    /// <inheritdoc/>
    public override void Clear() => _hashes.Clear();
}
