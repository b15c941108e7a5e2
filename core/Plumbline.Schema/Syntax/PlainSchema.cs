using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;

namespace Plumbline.Schema.Syntax;

/// <summary>A schema file without what only this project understands: for editors and other validators.</summary>
public static class PlainSchema
{
    private const string ExtensionPrefix = "x-";

    /// <summary>The text of a file without the keywords that begin with <c>x-</c>; all else stays as it is written. Members of data (<c>const</c>,
    /// <c>properties</c>) that are named so are no keywords, and stay.</summary>
    /// <param name="set">The file with those that it refers to.</param>
    /// <param name="file">A well-formed file of the set.</param>
    public static byte[] Of(SchemaSet set, SchemaFile file)
    {
        byte[] text = file.Text.Utf8.ToArray();
        using var plain = new MemoryStream(text.Length);
        int kept = 0;
        foreach (ByteSpan cut in set.Document(file).Schemas.SelectMany(schema => Cuts(schema.Value)).OrderBy(cut => cut.Start))
        {
            // A keyword inside one that is cut already goes with it.
            if (cut.End > kept)
            {
                plain.Write(text, kept, Math.Max(0, cut.Start - kept));
                kept = cut.End;
            }
        }

        plain.Write(text, kept, text.Length - kept);
        return plain.ToArray();
    }

    // A keyword takes the comma before it along; where none of the schema's own stands before it, all up to the next one.
    private static IEnumerable<ByteSpan> Cuts(PositionedValue schema)
    {
        bool isFirst = true;
        for (int i = 0; i < schema.Members.Length; i++)
        {
            PositionedMember member = schema.Members[i];
            if (!member.Name.StartsWith(ExtensionPrefix, StringComparison.Ordinal))
            {
                isFirst = false;
            }
            else if (!isFirst)
            {
                yield return ByteSpan.Between(schema.Members[i - 1].Span.End, member.Span.End);
            }
            else
            {
                int end = i + 1 < schema.Members.Length ? schema.Members[i + 1].Span.Start : member.Span.End;
                yield return ByteSpan.Between(member.Span.Start, end);
            }
        }
    }
}
