namespace Plumbline;

/// <summary>
/// Follows the examples of a run: what a program wants to know of a dataset that <see cref="DatasetSummary"/> does not tell. Each thread of a run has one of
/// its own, which looks at the examples of a part of the input at a time; then <see cref="Deliver"/> is its turn to hand on what it has noted.
/// </summary>
public abstract class ExampleTally
{
    /// <summary>Looks at an example: a line that holds one JSON value, valid or not. May run on several threads at once, each with a tally of its
    /// own.</summary>
    /// <param name="example">The text of the line; good until this returns.</param>
    /// <param name="index">Number of the line among those of the part, from 0.</param>
    public abstract void Add(ReadOnlySpan<byte> example, long index);

    /// <summary>Hands on what was noted since <see cref="Clear"/>. Called for one part after the other, in their order, and never for two at once.</summary>
    /// <param name="linesBefore">Lines of the input before the part.</param>
    public abstract void Deliver(long linesBefore);

    /// <summary>Forgets what was noted.</summary>
    public abstract void Clear();
}
