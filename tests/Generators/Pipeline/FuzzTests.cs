namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>Nothing that a schema file can hold makes the generator throw, which would lose the output of every other file.</summary>
public sealed class FuzzTests
{
    private const string Seed = """
        {
          "$id": "urn:x", "type": ["object", "null"], "required": ["a", "b"], "additionalProperties": { "$ref": "#/$defs/d" },
          "properties": { "a": { "enum": ["x", null, 1, "y"] }, "b": { "const": -1.5e3 }, "c": { "items": { "$ref": "#" }, "prefixItems": [true] } },
          "patternProperties": { "^x-": false }, "oneOf": [ { "required": ["a"] }, { "not": {} } ], "if": { "minProperties": 1 }, "then": true,
          "$defs": { "d": { "allOf": [ { "$ref": "#/$defs/d2" } ], "title": "t" }, "d2": { "anyOf": [ { "type": "null" }, { "$ref": "#/$defs/d" } ] } },
          "x-dataset": { "examples": { "min": 1 } }, "x-advice": [ { "severity": "warning", "message": "m", "schema": {} } ]
        }
        """;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "1e999", "\"$ref\"", "\"#\"",
        "\"type\"", "\"object\"", "\"properties\"", "\"allOf\"", "[[[[", "\u0000", "\uD800",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_schemas_are_left_out_and_the_sound_one_beside_them_is_generated(int seed)
    {
        var random = new Random(seed);
        Project project = Project.Empty.WithSchema("sound.schema.json", """{ "type": "object", "properties": { "a": { "type": "string" } } }""");
        for (int i = 0; i < 60; i++)
        {
            project = project.WithSchema($"damaged{i}.schema.json", Damage(random));
        }

        Generated generated = project.Generate();

        Assert.Null(generated.Result.Exception);
        Assert.Contains("sound.schema.json.g.cs", generated.Files);
        Assert.Empty(generated.CompilerErrors);
    }

    private static string Damage(Random random)
    {
        string text = Seed;
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text[..at] + text[random.Next(text.Length)..],
            };
        }

        return text;
    }
}
