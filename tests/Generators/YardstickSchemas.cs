namespace Plumbline.Generators.Tests;

/// <summary>The two schemas of the yardsticks, here so that what is promised of them is kept where the shared data are absent too.</summary>
public static class YardstickSchemas
{
    /// <summary><c>chat.json</c>.</summary>
    public const string Chat = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["messages"],
          "additionalProperties": false,
          "properties": {
            "context": { "type": "string", "maxLength": 32768 },
            "messages": {
              "type": "array", "minItems": 2, "maxItems": 2048,
              "items": {
                "type": "object",
                "required": ["author", "content"],
                "additionalProperties": false,
                "properties": {
                  "author": { "enum": ["user", "assistant"] },
                  "content": { "type": "string", "minLength": 1, "maxLength": 32768 }
                }
              }
            }
          }
        }
        """;

    /// <summary><c>text.json</c>.</summary>
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["input_text", "output_text"],
          "additionalProperties": false,
          "properties": {
            "input_text": { "type": "string", "minLength": 1, "maxLength": 32768 },
            "output_text": { "type": "string", "minLength": 1, "maxLength": 32768 }
          }
        }
        """;
}
