using System.Text.Json;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Ranges;

/// <summary>What a summary of a range says before its findings: which bytes of which file, and all that its findings hang on.</summary>
/// <param name="Version">Version of the tool.</param>
/// <param name="File">The file, as it was named.</param>
/// <param name="Identity">What tells the file from others.</param>
/// <param name="Start">The first byte of the range.</param>
/// <param name="End">The byte after it.</param>
/// <param name="SchemaId">Identifier of the schema.</param>
/// <param name="Options">What else decides the findings, by the names of the options; only what is not as by default.</param>
internal sealed record RangeHeader(
    string Version, string File, FileIdentity Identity, long Start, long End, string SchemaId, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Version of the format of summaries.</summary>
    public const int FormatVersion = 2;

    /// <summary>What begins the first line.</summary>
    public const string Mark = "plumblineRange";

    /// <summary>The text of the schema file, among <see cref="Options"/>.</summary>
    public const string SchemaText = "schema";

    /// <summary>Ids of the rules that do not count, among <see cref="Options"/>.</summary>
    public const string IgnoredRules = "ignored-rules";

    /// <summary>An option, or null where it is as by default.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>A number among the options, or null.</summary>
    public long? Number(string name) => Option(name) is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Writes the members of the header's object.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber(Mark, FormatVersion);
        json.WriteString("version", Version);
        json.WriteString("file", File);
        json.WriteNumber("length", Identity.Length);
        json.WriteString("head", Identity.Head);
        json.WriteString("tail", Identity.Tail);
        json.WriteNumber("start", Start);
        json.WriteNumber("end", End);
        json.WriteString("schemaId", SchemaId);
        json.WriteStartObject("options");
        foreach ((string name, string value) in Options.OrderBy(option => option.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteMembers"/> has written.</summary>
    /// <exception cref="UsageException">It was written by another version of the tool.</exception>
    /// <exception cref="FormatException">It is something else.</exception>
    public static RangeHeader Read(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(Mark, out JsonElement format))
        {
            throw new FormatException("it does not begin as one");
        }

        if (format.GetInt32() != FormatVersion)
        {
            throw new UsageException($"{path} is a summary of format {format.GetInt32()}: this plumbline reads format {FormatVersion}");
        }

        return new RangeHeader(
            json.GetProperty("version").GetString()!,
            json.GetProperty("file").GetString()!,
            new FileIdentity(json.GetProperty("length").GetInt64(), json.GetProperty("head").GetString()!, json.GetProperty("tail").GetString()!),
            json.GetProperty("start").GetInt64(),
            json.GetProperty("end").GetInt64(),
            json.GetProperty("schemaId").GetString()!,
            json.GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString()!, StringComparer.Ordinal));
    }
}
