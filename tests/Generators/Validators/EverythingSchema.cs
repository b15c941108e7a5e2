namespace Plumbline.Generators.Tests.Validators;

/// <summary>A schema that uses every keyword that is judged.</summary>
internal static class EverythingSchema
{
    public const string Text = """
        {
          "$id": "urn:plumbline:test/everything",
          "title": "Everything",
          "type": "object",
          "required": ["name", "kind"],
          "minProperties": 2,
          "maxProperties": 40,
          "dependentRequired": { "card": ["address", "zip"] },
          "properties": {
            "name": { "type": "string", "minLength": 2, "maxLength": 40, "pattern": "^[A-Z]" },
            "kind": { "const": "example" },
            "level": { "type": "integer", "enum": [1, 2, 3.0] },
            "mixed": { "enum": [1, "one", null, { "a": [1] }] },
            "flag": { "type": ["boolean", "null"] },
            "share": { "type": "number", "minimum": 0, "exclusiveMaximum": 1, "multipleOf": 0.01 },
            "point": { "type": "array", "prefixItems": [{ "type": "number" }, { "type": "number" }], "items": false, "minItems": 2 },
            "never": false,
            "anything": true,
            "tree": { "$ref": "#/$defs/tree" },
            "shape": {
              "oneOf": [
                { "type": "object", "required": ["radius"], "properties": { "shape": { "const": "circle" }, "radius": { "type": "number" } } },
                { "type": "object", "required": ["side"], "properties": { "shape": { "const": "square" }, "side": { "type": "number" } } },
                { "type": "string" }
              ]
            },
            "notes": { "anyOf": [{ "type": "string", "maxLength": 10 }, { "type": "array", "items": { "type": "string" } }] },
            "other": { "not": { "type": "object" } },
            "both": { "allOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "properties": { "a": { "minLength": 3 }, "b": { "type": "integer" } } }] },
            "card": { "type": "string" },
            "messages": {
              "type": "array",
              "items": { "$ref": "#/$defs/message" },
              "x-alternates": { "property": "author", "cycle": ["user", "assistant"], "last": "assistant" },
              "x-advice": [{ "severity": "warning", "effect": "ignored", "message": "two or more are better", "schema": { "minItems": 2 } }]
            }
          },
          "additionalProperties": { "type": ["string", "number"], "maxLength": 5 },
          "if": { "properties": { "share": { "const": 0 } }, "required": ["share"] },
          "then": { "required": ["flag"] },
          "else": { "properties": { "flag": { "type": "boolean" } } },
          "x-maxTokens": { "limit": 100, "of": ["/messages/*/content"] },
          "x-message": { "required": "an example needs a name and a kind" },
          "x-dataset": { "examples": { "min": 1, "max": 100, "recommended": 10 }, "totals": [{ "count": "/messages/*/author", "max": 50 }],
            "prompt": ["/context", { "allButLast": "/messages", "unless": "/chosen" }], "turns": "/messages/*" },
          "$defs": {
            "tree": {
              "type": "object",
              "additionalProperties": false,
              "properties": { "left": { "$ref": "#/$defs/tree" }, "right": { "$ref": "#/$defs/tree" }, "value": { "type": "integer" } }
            },
            "message": {
              "type": "object",
              "required": ["author", "content"],
              "properties": {
                "author": { "type": "string", "enum": ["user", "assistant"] },
                "content": { "type": "string", "minLength": 1, "x-maxTokens": 50 }
              }
            }
          }
        }
        """;
}
