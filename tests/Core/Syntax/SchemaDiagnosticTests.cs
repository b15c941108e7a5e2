using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;

namespace Plumbline.Core.Tests.Syntax;

public sealed class SchemaDiagnosticTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        // PLB1001, PLB1010: the text.
        { """{ "type": ⟦strin⟧ }""", "PLB1001", "not valid JSON: expected a value (strings stand in double quotes)" },
        { """{ "type": "string"⟦⟧""", "PLB1001", "not valid JSON: expected ',' or '}'" },
        { """{ "type": "string", ⟦"type"⟧: "number" }""", "PLB1010", "the member \"type\" stands in this object before" },

        // PLB1002: unknown keywords.
        { """{ ⟦"minLenght"⟧: 3 }""", "PLB1002", "unknown keyword \"minLenght\"; did you mean \"minLength\"?" },
        { """{ "properties": { "é": { ⟦"colour"⟧: 3 } } }""", "PLB1002", "unknown keyword \"colour\" in 2020-12" },
        { """{ "x-dataset": { "examples": { ⟦"recomended"⟧: 3 } } }""", "PLB1002", "unknown member \"recomended\"; did you mean \"recommended\"?" },
        { """{ "minLength": 1, "x-message": { ⟦"minLenght"⟧: "short" } }""", "PLB1002",
            "\"x-message\" speaks for \"minLenght\", which does not stand beside it; did you mean \"minLength\"?" },

        // PLB1003: values of the wrong shape.
        { "⟦[]⟧", "PLB1003", "a schema must be an object or a boolean, found an empty array" },
        { """{ "properties": { "a": ⟦"string"⟧ } }""", "PLB1003", "a schema must be an object or a boolean, found the string \"string\"" },
        { """{ "type": ⟦"strin"⟧ }""", "PLB1003",
            "\"type\" must be one of \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\", found the string \"strin\"" },
        { """{ "type": ["string", ⟦"string"⟧] }""", "PLB1003", "the same item stands in this array before" },
        { """{ "type": ⟦[]⟧ }""", "PLB1003", "\"type\" must be an array of at least one name of a type, each once, found an empty array" },
        { """{ "type": ⟦3⟧ }""", "PLB1003", "\"type\" must be the name of a type or an array of them, found the number 3" },
        { """{ "minLength": ⟦-1⟧ }""", "PLB1003", "\"minLength\" must be a whole number of at least 0, found the number -1" },
        { """{ "maxItems": ⟦1.5⟧ }""", "PLB1003", "\"maxItems\" must be a whole number of at least 0, found the number 1.5" },
        { """{ "multipleOf": ⟦0⟧ }""", "PLB1003", "\"multipleOf\" must be a number above 0, found the number 0" },
        { """{ "required": ["a", ⟦1⟧] }""", "PLB1003", "\"required\" must be a string, found the number 1" },
        { """{ "required": ⟦true⟧ }""", "PLB1003", "\"required\" must be an array of different names, found true" },
        { """{ "enum": ⟦"a"⟧ }""", "PLB1003", "\"enum\" must be an array, found the string \"a\"" },
        { """{ "anyOf": ⟦[]⟧ }""", "PLB1003", "\"anyOf\" must be an array of at least one schema, found an empty array" },
        { """{ "properties": ⟦[]⟧ }""", "PLB1003", "\"properties\" must be an object whose values are schemas, found an empty array" },
        { """{ "items": ⟦[true]⟧ }""", "PLB1003", "a schema must be an object or a boolean, found an array" },
        { """{ "dependentRequired": { "a": ⟦"b"⟧ } }""", "PLB1003", "\"dependentRequired\" must be an array of different names, found the string \"b\"" },
        { """{ "$id": ⟦"urn:a#b"⟧ }""", "PLB1003", "\"$id\" must have no fragment; name the schema with \"$anchor\"" },
        { """{ "$anchor": ⟦"1st"⟧ }""", "PLB1003",
            "\"$anchor\" must begin with a letter or \"_\" and go on with letters, digits, \"-\", \"_\", \".\", found \"1st\"" },
        { """{ "x-maxTokens": ⟦{ "limit": 1 }⟧ }""", "PLB1003", "missing member \"of\"" },
        { """{ "x-maxTokens": { "limit": 1, "of": [⟦"context"⟧] } }""", "PLB1003",
            "\"x-maxTokens\" must be a JSON Pointer such as /messages/*/content, found the string \"context\"" },
        { """{ "x-alternates": { "property": ⟦1⟧, "cycle": ["a", "b"] } }""", "PLB1003", "\"property\" must be a string, found the number 1" },
        { """{ "x-alternates": { "property": "p", "cycle": ⟦["a"]⟧ } }""", "PLB1003",
            "\"x-alternates\" must be an array of at least two different turns, found an array" },
        { """{ "x-advice": [{ "severity": ⟦"error"⟧, "message": "m", "schema": true }] }""", "PLB1003",
            "\"severity\" must be one of \"warning\", \"note\", found the string \"error\"" },
        { """{ "x-advice": [{ "severity": "note", "message": "m", "schema": { "type": ⟦1⟧ } }] }""",
            "PLB1003", "\"type\" must be the name of a type or an array of them, found the number 1" },
        { """{ "x-alternates": { "property": "p", "cycle": ["user", "bot"], "last": ⟦"usr"⟧ } }""",
            "PLB1003", "\"last\" must be one of \"cycle\": \"user\", \"bot\"" },
        { """{ "x-dataset": { "prompt": [⟦1⟧] } }""", "PLB1003", "\"x-dataset\" must be a path, or an object with \"allButLast\", found the number 1" },
        { """{ "items": { ⟦"x-dataset"⟧: {} } }""", "PLB1003", "\"x-dataset\" speaks for a file as a whole: it stands at the root only" },
        { """{ "x-source": ⟦7⟧ }""", "PLB1003", "\"x-source\" must be a string or an array of strings, found the number 7" },

        // PLB1004: references that lead nowhere.
        { """{ "$defs": { "message": {} }, "$ref": ⟦"#/$defs/mesage"⟧ }""", "PLB1004",
            "\"$ref\" leads nowhere: nothing at \"/$defs\" is named \"mesage\"; did you mean \"#/$defs/message\"?" },
        { """{ "$defs": { "a": { "$anchor": "author" } }, "items": { "$ref": ⟦"#auther"⟧ } }""", "PLB1004",
            "\"$ref\" leads nowhere: no schema there has the anchor \"auther\"; did you mean \"#author\"?" },
        { """{ "$ref": ⟦"other.json"⟧ }""", "PLB1004", "\"$ref\" leads nowhere: no file given is \"file:///other.json\", and nothing is fetched" },
        { """{ "$defs": { "unused": { "$ref": ⟦"urn:nowhere"⟧ } } }""", "PLB1004",
            "\"$ref\" leads nowhere: no file given has that identifier, and nothing is fetched" },

        // PLB1005: circles.
        { """{ "$ref": ⟦"#"⟧ }""", "PLB1005", "\"$ref\" leads back to its own schema without reading any input: # → #" },
        { """{ "allOf": [{ "$ref": "#/$defs/a" }], "$defs": { "a": { "anyOf": [true, { "$ref": ⟦"#"⟧ }] } } }""", "PLB1005",
            "\"$ref\" leads back to its own schema without reading any input: # → #/allOf/0 → #/$defs/a → #/$defs/a/anyOf/1 → #" },

        // PLB1006: contradictions.
        { """{ "minimum": 5, "maximum": ⟦3⟧ }""", "PLB1006", "\"maximum\" 3 is below \"minimum\" 5: no number can meet both" },
        { """{ "exclusiveMaximum": ⟦5⟧, "minimum": 5.0 }""", "PLB1006", "\"exclusiveMaximum\" 5 is equal to \"minimum\" 5.0: no number can meet both" },
        { """{ "minLength": 5, "maxLength": ⟦3⟧ }""", "PLB1006", "\"maxLength\" 3 is below \"minLength\" 5: no string can meet both" },
        { """{ "minItems": 1e2, "maxItems": ⟦99⟧ }""", "PLB1006", "\"maxItems\" 99 is below \"minItems\" 100: no array can meet both" },
        { """{ "required": ["a", "b"], "maxProperties": ⟦1⟧ }""", "PLB1006",
            "\"maxProperties\" 1 is below the 2 names of \"required\": no object can meet both" },
        { """{ "x-minTokens": 9, "x-maxTokens": ⟦8⟧ }""", "PLB1006", "\"x-maxTokens\" 8 is below \"x-minTokens\" 9: no text can meet both" },
        { """{ "x-dataset": { "examples": { "max": ⟦1⟧, "min": 10 } } }""", "PLB1006", "\"max\" 1 is below \"min\" 10: no dataset can meet both" },

        // PLB1007: patterns.
        { """{ "pattern": ⟦"^(a|b"⟧ }""", "PLB1007", "not a regular expression of ECMA-262: a group is not closed, at character 6" },
        { """{ "pattern": ⟦7⟧ }""", "PLB1003", "\"pattern\" must be a regular expression, found the number 7" },

        // PLB1008: extensions that look like ours.
        { """{ ⟦"x-maxToken"⟧: 3 }""", "PLB1008", "unknown keyword \"x-maxToken\"; did you mean \"x-maxTokens\"?" },

        // PLB1011, PLB1012: dialects and identifiers.
        { """{ "$schema": ⟦"https://json-schema.org/draft/2020-21/schema"⟧ }""",
            "PLB1011", "\"https://json-schema.org/draft/2020-21/schema\" is no dialect known here, nor the metaschema of a file given; "
                + "did you mean \"https://json-schema.org/draft/2020-12/schema\"?" },
        { """{ "$defs": { "a": { "$id": "urn:x" }, "b": { "$id": ⟦"urn:x"⟧ } } }""",
            "PLB1012", "another schema of this file has the identifier \"urn:x\" already" },
        { """{ "$defs": { "a": { "$anchor": "x" }, "b": { "$anchor": ⟦"x"⟧ } } }""",
            "PLB1012", "another schema of this resource has the anchor \"x\" already" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_is_told_once_at_its_exact_place(string marked, string ruleId, string message)
    {
        (string text, ByteSpan span) = MarkedSchema.Read(marked);

        CompiledSchema compiled = MarkedSchema.Compile(text);

        Assert.Equal($"root.json:{span.Start}+{span.Length} {ruleId} {message}", MarkedSchema.Describe(compiled.Diagnostics));
        Assert.Equal(compiled.Diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error), compiled.Program is null);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("""{ "x-vendor": 1, "x-ui-order": [] }""")]
    [InlineData("""{ "minimum": 5, "maximum": 5, "minLength": 2.0, "maxLength": 1e400 }""")]
    [InlineData("""{ "enum": [], "const": { "type": 1, "type2": 2 }, "default": { "$ref": "#/nowhere" }, "examples": [1, 1] }""")]
    [InlineData("""{ "$schema": "https://json-schema.org/draft/2020-12/schema#", "$id": "urn:a#", "definitions": { "a": {} } }""")]
    [InlineData("""{ "properties": { "$ref": { "type": "string" }, "next": { "$ref": "#" } }, "items": { "$ref": "#" } }""")]
    public void What_the_specification_allows_is_not_told(string text)
    {
        CompiledSchema compiled = MarkedSchema.Compile(text);

        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
        Assert.NotNull(compiled.Program);
    }

    [Fact]
    public void Suggestions_are_texts_that_would_be_right()
    {
        CompiledSchema compiled = MarkedSchema.Compile(
            """{ "minLenght": 3, "$ref": "chat.json#/$defs/mesage", "items": { "$ref": "chatt.json#/$defs/message" } }""",
            MarkedSchema.File("chat.json", """{ "$defs": { "message": {} } }"""));

        Assert.Equal(["minLength", "chat.json#/$defs/message", "chat.json#/$defs/message"], compiled.Diagnostics.Select(diagnostic => diagnostic.Suggestion));
    }

    [Fact]
    public void Hints_are_looked_for_a_hundred_times_a_root_at_most()
    {
        string references = string.Join(",", Enumerable.Range(0, 150).Select(_ => """{ "$ref": "#/$defs/mesage" }"""));

        CompiledSchema compiled = MarkedSchema.Compile($$"""{ "$defs": { "message": {} }, "allOf": [{{references}}] }""");

        Assert.Equal(150, compiled.Diagnostics.Length);
        Assert.Equal(100, compiled.Diagnostics.Count(diagnostic => diagnostic.Suggestion is not null));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_in_order_of_place()
    {
        CompiledSchema compiled = MarkedSchema.Compile("""{ "type": 1, "minItems": -1, "properties": { "a": { "$ref": "#/b" } }, "zz": 0 }""");

        Assert.Equal(["PLB1003", "PLB1003", "PLB1004", "PLB1002"], compiled.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }
}
