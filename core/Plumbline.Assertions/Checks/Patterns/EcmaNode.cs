namespace Plumbline.Patterns;

/// <summary>The syntax tree of a pattern (ECMA-262, 22.2.1, with the <c>u</c> flag).</summary>
internal abstract record EcmaNode;

/// <summary>One code point out of a set: a character, a class, an escape, or <c>.</c>.</summary>
internal sealed record SetNode(CodePointSet Set) : EcmaNode;

/// <summary>Terms one after the other; none matches the empty string.</summary>
internal sealed record SequenceNode(IReadOnlyList<EcmaNode> Terms) : EcmaNode;

/// <summary>Alternatives.</summary>
internal sealed record ChoiceNode(IReadOnlyList<EcmaNode> Alternatives) : EcmaNode;

/// <summary>A quantified term; <paramref name="Max"/> -1 is without limit.</summary>
internal sealed record RepeatNode(EcmaNode Term, int Min, int Max, bool Lazy) : EcmaNode;

/// <summary>A group; <paramref name="Index"/> from 1, 0 for one that does not capture.</summary>
internal sealed record GroupNode(EcmaNode Body, int Index) : EcmaNode;

/// <summary>A lookahead or lookbehind.</summary>
internal sealed record LookNode(EcmaNode Body, bool Ahead, bool Negative) : EcmaNode;

/// <summary>A back reference to a group.</summary>
internal sealed record BackReferenceNode(int Index) : EcmaNode;

/// <summary><c>^</c>, <c>$</c>, <c>\b</c> or <c>\B</c>.</summary>
internal sealed record AssertionNode(AssertionKind Kind) : EcmaNode;

internal enum AssertionKind
{
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
}
