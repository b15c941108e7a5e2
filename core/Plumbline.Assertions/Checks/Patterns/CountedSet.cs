namespace Plumbline.Patterns;

/// <summary>A pattern that is one counted set from start to end, <c>^[a-z]{1,64}$</c>: a text of characters in the set, of a length within bounds.</summary>
/// <remarks>As states, each character that is counted would be several: <c>^.{1,256}$</c> more than a thousand.</remarks>
/// <param name="Unbounded">The pattern without its bounds: <c>^[a-z]*$</c>.</param>
/// <param name="Min">The fewest code points.</param>
/// <param name="Max">The most.</param>
internal sealed record CountedSet(EcmaNode Unbounded, int Min, int Max)
{
    public static CountedSet? Find(EcmaNode root)
    {
        if (root is not SequenceNode { Terms.Count: 3 } sequence ||
            !IsAssertion(sequence.Terms[0], AssertionKind.Start) ||
            !IsAssertion(sequence.Terms[2], AssertionKind.End))
        {
            return null;
        }

        EcmaNode body = sequence.Terms[1];
        while (body is GroupNode group)
        {
            body = group.Body;
        }

        return body is RepeatNode { Term: SetNode } repeat && (repeat.Min > 1 || repeat.Max > 1)
            ? new CountedSet(
                new SequenceNode([sequence.Terms[0], repeat with { Min = 0, Max = -1 }, sequence.Terms[2]]),
                repeat.Min,
                repeat.Max < 0 ? int.MaxValue : repeat.Max)
            : null;

        static bool IsAssertion(EcmaNode node, AssertionKind kind) => node is AssertionNode assertion && assertion.Kind == kind;
    }

    /// <summary>Whether a text has so many code points as there may be.</summary>
    public bool Allows(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < Min)
        {
            return false;
        }

        if (plain.Length <= Max && (plain.Length + 3) / 4 >= Min)
        {
            return true;
        }

        long count = JsonString.CountPlain(plain);
        return count >= Min && count <= Max;
    }
}
