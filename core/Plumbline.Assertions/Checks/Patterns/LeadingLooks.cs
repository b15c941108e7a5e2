namespace Plumbline.Patterns;

/// <summary>
/// A pattern that looks ahead from the start of the text only, <c>^(?=a)(?!b)c</c>, taken apart: <c>^a</c> has to match, <c>^b</c> must not, <c>^c</c> has to.
/// Each part may then be a table of its own.
/// </summary>
internal static class LeadingLooks
{
    /// <summary>The parts of a pattern; null where it does not begin so.</summary>
    public static IReadOnlyList<Part>? Find(EcmaNode root)
    {
        if (root is not SequenceNode { Terms: { Count: > 1 } terms } || terms[0] is not AssertionNode { Kind: AssertionKind.Start } start)
        {
            return null;
        }

        var parts = new List<Part>();
        int next = 1;
        for (; next < terms.Count && terms[next] is LookNode { Ahead: true } look; next++)
        {
            parts.Add(new Part(new SequenceNode([start, look.Body]), look.Negative));
        }

        parts.Add(new Part(new SequenceNode([start, .. terms.Skip(next)]), IsNegative: false));
        return next > 1 ? parts : null;
    }

    /// <summary>What a text has to match, or (negative) must not.</summary>
    public readonly record struct Part(EcmaNode Pattern, bool IsNegative);
}
