using System.Text;
using Plumbline.Core.Tests.Syntax;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Core.Tests.Resolution;

public sealed class SchemaProgramTests
{
    [Fact]
    public void Nodes_are_numbered_depth_first_in_document_order_and_only_those_reached()
    {
        SchemaProgram program = Compile(
            """
            {
              "$defs": { "unused": {}, "name": { "type": "string" } },
              "properties": { "a": { "items": { "$ref": "#/$defs/name" } }, "b": { "$ref": "#/$defs/name" } },
              "additionalProperties": false
            }
            """);

        Assert.Equal(
            ["", "/properties/a", "/properties/a/items", "/$defs/name", "/properties/b", "/additionalProperties"],
            program.Nodes.Select(node => node.Location));
        Assert.Equal(3, program.Nodes[2].Find<RefKeyword>()!.Node);
        Assert.Equal(3, program.Nodes[4].Find<RefKeyword>()!.Node);
    }

    [Fact]
    public void White_space_and_the_order_of_files_change_no_program()
    {
        SchemaFile chat = MarkedSchema.File(
            "a/chat.json", """{"properties":{"m":{"$ref":"../b/message.json#/$defs/x"}},"required":["m"],"type":"object","default":{"a":[1,2]}}""");
        SchemaFile spaced = MarkedSchema.File("a/chat.json", "\n{ \"properties\" : { \"m\":\t{ \"$ref\": \"../b/message.json#/$defs/x\" } },\r\n\"required\": [ \"m\" ], \"type\": \"object\", \"default\" : { \"a\" : [ 1 , 2 ] } }\n");
        SchemaFile message = MarkedSchema.File("b/message.json", """{"$defs":{"x":{"enum":["u","v"]}}}""");
        SchemaFile messageSpaced = MarkedSchema.File("b/message.json", """{ "$defs": { "x": { "enum": [ "u" , "v" ] } } }""");

        CompiledSchema first = SchemaSet.Of([chat, message]).Compile(chat);
        CompiledSchema second = SchemaSet.Of([messageSpaced, spaced]).Compile(spaced);

        Assert.Equal("", MarkedSchema.Describe(first.Diagnostics));
        Assert.Equal(first.Program, second.Program);
        Assert.Equal(first.Program!.GetHashCode(), second.Program!.GetHashCode());
        Assert.NotEqual(first.Map.Find("/properties/m"), second.Map.Find("/properties/m"));
    }

    [Fact]
    public void An_edit_that_changes_a_meaning_changes_the_program()
    {
        Assert.NotEqual(Compile("""{"maxLength":3}"""), Compile("""{"maxLength":4}"""));
        Assert.NotEqual(Compile("""{"title":"a"}"""), Compile("""{"title":"b"}"""));
        Assert.NotEqual(Compile("""{"x-message":{"type":"a"},"type":"null"}"""), Compile("""{"x-message":{"type":"b"},"type":"null"}"""));
        Assert.NotEqual(Compile("""{"properties":{"a":{},"b":{}}}"""), Compile("""{"properties":{"b":{},"a":{}}}"""));
    }

    [Fact]
    public void The_order_of_keywords_that_hold_no_schema_makes_no_difference() =>
        Assert.Equal(
            Compile("""{"type":"string","minLength":1,"maxLength":2,"enum":["a"]}"""),
            Compile("""{"maxLength":2,"enum":["a"],"minLength":1,"type":"string"}"""));

    [Fact]
    public void A_broken_file_costs_only_the_roots_that_reach_it()
    {
        SchemaFile broken = MarkedSchema.File("broken.json", """{ "type": """);
        SchemaFile user = MarkedSchema.File("user.json", """{ "$ref": "broken.json" }""");
        SchemaFile other = MarkedSchema.File("other.json", """{ "type": "string" }""");
        SchemaSet set = SchemaSet.Of([broken, user, other]);

        Assert.Equal("broken.json:10+0 PLB1001 not valid JSON: expected a value", MarkedSchema.Describe(set.Compile(broken).Diagnostics));
        Assert.Equal("user.json:10+13 PLB1004 \"$ref\" leads nowhere: broken.json is not valid JSON", MarkedSchema.Describe(set.Compile(user).Diagnostics));
        Assert.Null(set.Compile(user).Program);
        Assert.NotNull(set.Compile(other).Program);
    }

    [Fact]
    public void Errors_of_another_file_count_where_they_are_reached()
    {
        SchemaFile shared = MarkedSchema.File("shared.json", """{ "$defs": { "bad": { "type": 1 }, "good": { "type": "null" } } }""");
        SchemaFile bad = MarkedSchema.File("bad.json", """{ "$ref": "shared.json#/$defs/bad" }""");
        SchemaFile good = MarkedSchema.File("good.json", """{ "$ref": "shared.json#/$defs/good" }""");
        SchemaSet set = SchemaSet.Of([shared, bad, good]);

        Assert.StartsWith("shared.json:30+1 PLB1003", MarkedSchema.Describe(set.Compile(bad).Diagnostics), StringComparison.Ordinal);
        Assert.Null(set.Compile(bad).Program);
        Assert.NotNull(set.Compile(good).Program);
    }

    [Fact]
    public void References_lead_across_files_by_identifier_by_path_by_anchor_and_into_unknown_places()
    {
        SchemaFile root = MarkedSchema.File(
            "dir/root.json",
            """
            {
              "$id": "https://example.com/schemas/root.json",
              "prefixItems": [
                { "$ref": "item.json" },
                { "$ref": "item.json#named" },
                { "$ref": "https://example.com/schemas/root.json#/x-free/deep%25/a~1b" },
                { "$ref": "inner/leaf.json" },
                { "$ref": "urn:plain#/items" }
              ],
              "$defs": { "embedded": { "$id": "inner/leaf.json", "const": 1 } },
              "x-free": { "deep%": { "a/b": { "type": "integer" } } }
            }
            """);
        SchemaFile item = MarkedSchema.File(
            "elsewhere.json", """{ "$id": "https://example.com/schemas/item.json", "$defs": { "n": { "$anchor": "named", "type": "null" } } }""");
        SchemaFile plain = MarkedSchema.File("plain.json", """{ "$id": "urn:plain", "items": { "$ref": "#/$defs/x" }, "$defs": { "x": false } }""");

        CompiledSchema compiled = SchemaSet.Of([root, item, plain]).Compile(root);

        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
        Assert.Equal(
            [
                "", "/prefixItems/0", "https://example.com/schemas/item.json#", "/prefixItems/1", "https://example.com/schemas/item.json#/$defs/n",
                "/prefixItems/2", "/x-free/deep%/a~1b", "/prefixItems/3", "/$defs/embedded", "/prefixItems/4", "urn:plain#/items", "urn:plain#/$defs/x",
            ],
            compiled.Program!.Nodes.Select(node => node.Location));
        Assert.Equal(new SourceSpan("elsewhere.json", 66, 38), compiled.Map.Find("https://example.com/schemas/item.json#/$defs/n"));
    }

    [Fact]
    public void Two_files_with_one_identifier_are_both_told()
    {
        SchemaFile one = MarkedSchema.File("one.json", """{ "$id": "urn:x" }""");
        SchemaFile two = MarkedSchema.File("two.json", """{ "$id": "urn:x" }""");
        SchemaSet set = SchemaSet.Of([one, two]);

        Assert.Equal("one.json:9+7 PLB1012 two.json holds a schema with the identifier \"urn:x\" too", MarkedSchema.Describe(set.Compile(one).Diagnostics));
        Assert.Equal("two.json:9+7 PLB1012 one.json holds a schema with the identifier \"urn:x\" too", MarkedSchema.Describe(set.Compile(two).Diagnostics));
    }

    [Fact]
    public void The_formats_of_this_project_compile_without_a_word()
    {
        SchemaFile[] files = [.. Directory.GetFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories)
            .Select(path => SchemaFile.Parse(path, Path.GetRelativePath(Repository.PathOf("schemas"), path).Replace('\\', '/'), File.ReadAllBytes(path)))];
        SchemaSet set = SchemaSet.Of(files);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal("", MarkedSchema.Describe(set.Compile(file).Diagnostics)));
        Assert.All(files, file => Assert.StartsWith("urn:plumbline:", set.Compile(file).Program!.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_of_references_may_be_as_long_as_it_likes()
    {
        var text = new StringBuilder("{\"$ref\":\"#/$defs/n0\",\"$defs\":{");
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"n{i}\":{{\"$ref\":\"#/$defs/n{i + 1}\"}},");
        }

        CompiledSchema compiled = MarkedSchema.Compile(text.Append("\"n20000\":true}}").ToString());

        Assert.Equal(20_002, compiled.Program!.Nodes.Count);
    }

    [Fact]
    public void Hostile_schemas_never_throw()
    {
        var random = new Random(12);
        string[] seeds =
        [
            File.ReadAllText(Repository.PathOf("schemas", "vertex", "chat.schema.json")),
            """{"$id":"a","$ref":"#/$defs/x","$dynamicRef":"#m","$dynamicAnchor":"m","$defs":{"x":{"anyOf":[{"$ref":"#m"},{"if":true}]}},"items":[1],"dependencies":{"a":["b"],"c":{}},"enum":[1e999],"contains":{},"minContains":2}""",
        ];
        char[] marks = [.. "{}[]\",:#/$0-9e.~%é\u0001 "];
        for (int round = 0; round < 4_000; round++)
        {
            char[] text = seeds[round % 2].ToCharArray();
            for (int edit = random.Next(1, 5); edit > 0; edit--)
            {
                int at = random.Next(text.Length);
                text[at] = random.Next(2) == 0 ? marks[random.Next(marks.Length)] : text[random.Next(text.Length)];
            }

            CompiledSchema compiled = MarkedSchema.Compile(new string(text, 0, random.Next(4) == 0 ? random.Next(text.Length) : text.Length));

            Assert.Equal(compiled.Program is null, compiled.Diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error));
        }
    }

    private static SchemaProgram Compile(string text)
    {
        CompiledSchema compiled = MarkedSchema.Compile(text);
        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
        return compiled.Program!;
    }
}
