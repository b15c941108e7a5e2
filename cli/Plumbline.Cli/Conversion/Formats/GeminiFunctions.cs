using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>The functions that Gemini may call. Their parameters are a JSON Schema, or Google's form of one, which names types in capitals.</summary>
internal static class GeminiFunctions
{
    private static readonly string[] Types = ["OBJECT", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "NULL"];

    /// <summary>Reads the functions of all tools; null where there are no tools.</summary>
    public static List<Function>? Read(SourceMembers example, LossTally losses)
    {
        if (example.Take("tools") is not { } tools)
        {
            return null;
        }

        var functions = new List<Function>();
        foreach (PositionedValue item in tools.Items)
        {
            using SourceMembers tool = example.Item("tools", item);
            foreach (PositionedValue declared in tool.TakeItems("functionDeclarations"))
            {
                using SourceMembers declaration = tool.Item("functionDeclarations", declared);
                functions.Add(ReadDeclaration(declaration, losses));
            }
        }

        return functions;
    }

    /// <summary>Writes functions as one tool.</summary>
    public static void Write(Utf8JsonWriter json, List<Function>? functions)
    {
        if (functions is null)
        {
            return;
        }

        json.WriteStartArray("tools");
        json.WriteStartObject();
        json.WriteStartArray("functionDeclarations");
        foreach (Function function in functions)
        {
            json.WriteStartObject();
            json.Write("name", function.Name);
            json.Write("description", function.Description);
            json.Write("parametersJsonSchema", function.Parameters);
            json.Write("response", function.Response);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static Function ReadDeclaration(SourceMembers declaration, LossTally losses)
    {
        var function = new Function
        {
            Name = declaration.TakeRaw("name"),
            Description = declaration.TakeRaw("description"),
            Parameters = declaration.TakeRaw("parametersJsonSchema"),
            Response = declaration.TakeRaw("response"),
        };
        if (declaration.Take("parameters") is { } parameters)
        {
            using var schema = new MemoryStream();
            using (var json = new Utf8JsonWriter(schema, JsonWriting.Options))
            {
                WriteSchema(json, parameters, losses);
            }

            function.Parameters = new RawJson(schema.ToArray());
        }

        return function;
    }

    // Only where a schema stands is "type" a keyword: a parameter may have that name too.
    private static void WriteSchema(Utf8JsonWriter json, PositionedValue schema, LossTally losses)
    {
        if (schema.Kind != JsonKind.Object)
        {
            json.WriteRawValue(schema.Utf8, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        foreach (PositionedMember member in schema.Members)
        {
            json.WritePropertyName(member.Name);
            switch (member.Name, member.Value.Kind)
            {
                case ("type", JsonKind.String) when member.Value.Text is { } type && Types.Contains(type):
                    losses.Change("a type in the parameters of a function is written in small letters");
                    json.WriteRawValue(RawJson.String(type.ToLowerInvariant()).Utf8, skipInputValidation: true);
                    break;
                case ("properties", JsonKind.Object):
                    json.WriteStartObject();
                    foreach (PositionedMember property in member.Value.Members)
                    {
                        json.WritePropertyName(property.Name);
                        WriteSchema(json, property.Value, losses);
                    }

                    json.WriteEndObject();
                    break;
                case ("items", JsonKind.Object):
                    WriteSchema(json, member.Value, losses);
                    break;
                case ("anyOf", JsonKind.Array):
                    json.WriteStartArray();
                    foreach (PositionedValue option in member.Value.Items)
                    {
                        WriteSchema(json, option, losses);
                    }

                    json.WriteEndArray();
                    break;
                default:
                    json.WriteRawValue(member.Value.Utf8, skipInputValidation: true);
                    break;
            }
        }

        json.WriteEndObject();
    }
}
