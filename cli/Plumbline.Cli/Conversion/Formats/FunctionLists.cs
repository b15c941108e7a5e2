using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Lists of the functions that a model may call, as OpenAI spells them (<c>{"type": "function", "function": {…}}</c>), or of the functions
/// alone.</summary>
internal static class FunctionLists
{
    /// <summary>Reads a member that is such a list, or a string that holds one; null where it is absent.</summary>
    public static List<Function>? Read(SourceMembers members, string name, LossTally losses)
    {
        PositionedValue? list = members.Take(name);
        if (list is { Kind: JsonKind.String })
        {
            list = list.Text is "" ? null
                : RawJson.Of(list)!.Parsed(JsonKind.Array)?.Read() ?? throw new NotConvertibleException($"{name} is a string that holds no JSON list");
        }

        return list is null ? null : [.. list.Items.Select(item => ReadOne(item, $"{members.Path}/{name}/*", losses))];
    }

    /// <summary>Reads a function: its members, whatever the format calls it around them.</summary>
    public static Function Read(SourceMembers function) => new()
    {
        Name = function.TakeRaw("name"),
        Description = function.TakeRaw("description"),
        Parameters = function.TakeRaw("parameters"),
        Strict = function.TakeRaw("strict"),
    };

    /// <summary>Writes a list of functions, each wrapped as OpenAI wraps it.</summary>
    public static void Write(Utf8JsonWriter json, string name, List<Function>? functions)
    {
        if (functions is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (Function function in functions)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            WriteMembers(json, function);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the members of a function.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Function function)
    {
        json.Write("name", function.Name);
        json.Write("description", function.Description);
        json.Write("parameters", function.Parameters);
        json.Write("strict", function.Strict);
    }

    private static Function ReadOne(PositionedValue item, string path, LossTally losses)
    {
        using var tool = new SourceMembers(item, path, losses);
        _ = tool.Take("type");
        if (tool.TakeObject("function") is not { } wrapped)
        {
            return Read(tool);
        }

        using (wrapped)
        {
            return Read(wrapped);
        }
    }
}
