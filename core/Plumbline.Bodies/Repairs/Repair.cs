using System.Collections.Immutable;
using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>What a repair does; repairs of one kind are applied together by Fix All.</summary>
public enum RepairKind
{
    /// <summary>Puts in a comma, colon, quote or bracket that is missing.</summary>
    InsertPunctuation,
    /// <summary>Takes out text that JSON has no place for.</summary>
    RemoveText,
    /// <summary>Puts text in double quotes.</summary>
    Quote,
    /// <summary>Takes a number or boolean out of its quotes, or writes it as JSON does.</summary>
    Unquote,
    /// <summary>Escapes what may not stand in a string as it is.</summary>
    Escape,
    /// <summary>Gives a member the name that was meant.</summary>
    RenameMember,
    /// <summary>Takes out a member.</summary>
    RemoveMember,
    /// <summary>Adds a member that is missing.</summary>
    AddMember,
    /// <summary>Puts another value in a value's place.</summary>
    ReplaceValue,
}

/// <summary>Text that takes the place of bytes of a body.</summary>
/// <param name="Span">The bytes; of no length where text is put in.</param>
/// <param name="Text">What stands there afterwards: JSON text, escaped as JSON asks.</param>
public sealed record BodyEdit(ByteSpan Span, string Text);

/// <summary>A way to mend one fault of a body, proved to leave fewer faults than before.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Title">The words of a menu: <c>Rename to "accelerator_type"</c>.</param>
/// <param name="IsSafe">Whether it can only be what was meant, so that it may be applied without asking.</param>
/// <param name="Edits">The edits, in order of place, none touching another.</param>
public sealed record Repair(RepairKind Kind, string Title, bool IsSafe, ImmutableArray<BodyEdit> Edits)
{
    /// <summary>A repair of one edit.</summary>
    internal static Repair Of(RepairKind kind, string title, ByteSpan span, string json, bool isSafe) =>
        new(kind, title, isSafe, ImmutableArray.Create(new BodyEdit(span, json)));

    /// <summary>The body after the repair.</summary>
    public byte[] ApplyTo(ReadOnlySpan<byte> utf8)
    {
        using var result = new MemoryStream(utf8.Length + 64);
        int at = 0;
        foreach (BodyEdit edit in Edits)
        {
            byte[] kept = utf8.Slice(at, edit.Span.Start - at).ToArray();
            byte[] added = Encoding.UTF8.GetBytes(edit.Text);
            result.Write(kept, 0, kept.Length);
            result.Write(added, 0, added.Length);
            at = edit.Span.End;
        }

        byte[] rest = utf8.Slice(at).ToArray();
        result.Write(rest, 0, rest.Length);
        return result.ToArray();
    }
}
