namespace Plumbline;

/// <summary>A broken assertion while a value is being read: no text, no line, no pointer; those are worked out when it becomes a
/// <see cref="Finding"/>.</summary>
/// <param name="Assertion">What was demanded.</param>
/// <param name="Offset">Byte offset, in the text of the value (the line), of the first byte of the value or member name at fault.</param>
/// <param name="Actual">The count found, for assertions that count (characters, items, members, tokens); otherwise -1.</param>
/// <param name="Name">The missing member, for assertions that demand one; otherwise null.</param>
public readonly record struct Fault(Assertion Assertion, int Offset, long Actual = -1, string? Name = null);
