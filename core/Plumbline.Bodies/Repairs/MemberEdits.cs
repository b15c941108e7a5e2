using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>Edits that add and take out members of objects, with the commas that go with them.</summary>
internal static class MemberEdits
{
    /// <summary>Adds a member behind the last one, laid out like it.</summary>
    /// <param name="text">The body.</param>
    /// <param name="owner">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="json">Its value, as JSON.</param>
    public static BodyEdit Add(PositionedText text, PositionedValue owner, string name, string json)
    {
        string member = $"{JsonWords.Quote(name)}: {json}";
        if (owner.Members.IsEmpty)
        {
            return new BodyEdit(new ByteSpan(owner.Span.Start + 1, 0), member);
        }

        PositionedMember last = owner.Members[owner.Members.Length - 1];
        string space = new Layout(text).SpaceBefore(last.NameSpan.Start);
        return new BodyEdit(new ByteSpan(last.Span.End, 0), "," + (space.Length == 0 && owner.Members.Length == 1 ? " " : space) + member);
    }

    /// <summary>What goes when a member is taken out.</summary>
    public static ByteSpan Remove(PositionedValue owner, int index)
    {
        PositionedMember member = owner.Members[index];
        return index > 0 ? ByteSpan.Between(owner.Members[index - 1].Span.End, member.Span.End)
            : owner.Members.Length > 1 ? ByteSpan.Between(member.NameSpan.Start, owner.Members[1].NameSpan.Start)
            : member.Span;
    }
}
