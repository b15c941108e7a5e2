using System.Text.Json;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Ranges;

/// <summary>What reports show of the text at a place of a file, noted where the file is.</summary>
/// <param name="Excerpt">The piece of the line around it, or null.</param>
/// <param name="Extent">How far it reaches, or null where that is not told.</param>
internal sealed record SourceNote(SourceExcerpt? Excerpt, TextExtent? Extent)
{
    /// <summary>Looks at a place of a file.</summary>
    public static SourceNote Of(SourceBytes source, string path, long offset, int length) =>
        new(source.ExcerptAt(path, offset, length), source.ExtentAt(path, offset, length));

    /// <summary>Writes the note as an array: text, indent and width of the excerpt, lines and units of the extent; as many as there are.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        if (Excerpt is { } excerpt)
        {
            json.WriteStringValue(excerpt.Text);
            json.WriteNumberValue(excerpt.Indent);
            json.WriteNumberValue(excerpt.Width);
            if (Extent is { } extent)
            {
                json.WriteNumberValue(extent.Lines);
                json.WriteNumberValue(extent.Units);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteTo"/> has written.</summary>
    public static SourceNote Read(JsonElement json) => new(
        json.GetArrayLength() < 3 ? null : new SourceExcerpt(json[0].GetString()!, json[1].GetInt32(), json[2].GetInt32()),
        json.GetArrayLength() < 5 ? null : new TextExtent(json[3].GetInt32(), json[4].GetInt32()));
}
