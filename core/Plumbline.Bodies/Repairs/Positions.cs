using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>Finds what stands at a place of a body.</summary>
internal static class Positions
{
    /// <summary>Every string: values and names of members.</summary>
    public static IEnumerable<ByteSpan> Strings(PositionedValue root)
    {
        foreach (PositionedValue value in All(root))
        {
            if (value.Kind == JsonKind.String)
            {
                yield return value.Span;
            }

            foreach (PositionedMember member in value.Members)
            {
                yield return member.NameSpan;
            }
        }
    }

    /// <summary>The value that begins at an offset, or null.</summary>
    public static PositionedValue? ValueAt(PositionedValue root, int offset) => All(root).FirstOrDefault(value => value.Span.Start == offset);

    /// <summary>The member whose name begins at an offset, and its object; null where there is none.</summary>
    public static (PositionedValue Owner, int Index)? MemberAt(PositionedValue root, int nameOffset)
    {
        foreach (PositionedValue value in All(root))
        {
            for (int i = 0; i < value.Members.Length; i++)
            {
                if (value.Members[i].NameSpan.Start == nameOffset)
                {
                    return (value, i);
                }
            }
        }

        return null;
    }

    // Trees may be as deep as the parser allows: a stack of our own.
    private static IEnumerable<PositionedValue> All(PositionedValue root)
    {
        var open = new Stack<PositionedValue>();
        open.Push(root);
        while (open.Count > 0)
        {
            PositionedValue value = open.Pop();
            yield return value;
            foreach (PositionedValue item in value.Items)
            {
                open.Push(item);
            }

            foreach (PositionedMember member in value.Members)
            {
                open.Push(member.Value);
            }
        }
    }
}
