using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

/// <summary>Closed hierarchies: how the case of a value is found, and what users write with it.</summary>
public sealed class UnionTests
{
    private const string Drawing = """
        {
          "type": "object", "required": ["shapes"],
          "properties": {
            "shapes": { "type": "array", "items": { "$ref": "#/$defs/shape" } },
            "label": { "type": ["string", "integer", "null"] },
            "background": {
              "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "integer" } },
                { "type": "array", "items": { "type": "string" } },
                { "type": "object", "required": ["url"], "properties": { "url": { "type": "string" } } },
                { "type": "object", "required": ["tile"], "properties": { "tile": { "$ref": "#/$defs/shape" } } },
                { "type": "null" }
              ]
            },
            "meta": { "$ref": "#/$defs/json" },
            "width": { "anyOf": [ { "type": "string", "pattern": "px$" }, { "enum": ["auto"] } ] },
            "anything": { "anyOf": [ { "type": "string" }, true ] }
          },
          "$defs": {
            "shape": { "oneOf": [ { "$ref": "#/$defs/circle" }, { "$ref": "#/$defs/square" }, { "$ref": "#/$defs/group" } ] },
            "circle": { "type": "object", "required": ["kind", "radius"], "properties": { "kind": { "const": "circle" }, "radius": { "type": "number" } } },
            "square": { "type": "object", "required": ["kind", "side"], "properties": { "kind": { "enum": ["square", "box"] }, "side": { "type": "number" } } },
            "group": {
              "type": "object", "required": ["kind", "members"],
              "properties": { "kind": { "const": "group" }, "members": { "type": "array", "items": { "$ref": "#/$defs/shape" } } }
            },
            "json": {
              "anyOf": [
                { "type": "boolean" }, { "type": "integer" }, { "type": "string" },
                { "type": "array", "items": { "$ref": "#/$defs/json" } },
                { "type": "object", "additionalProperties": { "$ref": "#/$defs/json" } }
              ]
            }
          }
        }
        """;

    private static readonly Project Drawings = Project.Empty.WithSchema("drawing.schema.json", Drawing);

    [Theory]
    [InlineData("""{"shapes":[]}""")]
    [InlineData("""{"shapes":[{"kind":"circle","radius":1},{"kind":"group","members":[{"kind":"box","side":2,"x":[1]},{"kind":"group","members":[]}]}]}""")]
    [InlineData("""{"shapes":[],"label":null,"background":null}""")]
    [InlineData("""{"shapes":[],"label":"a","background":"red","width":"auto"}""")]
    [InlineData("""{"shapes":[],"label":7,"background":[1,2],"anything":{"a":1.50}}""")]
    [InlineData("""{"shapes":[],"background":["a","b"]}""")]
    [InlineData("""{"shapes":[],"background":{"url":"u"}}""")]
    [InlineData("""{"shapes":[],"background":{"tile":{"kind":"square","side":1}},"meta":{"a":[1,true,{"b":"c"}]}}""")]
    public void What_is_parsed_is_written_again_and_equal_to_itself_read_again(string json)
    {
        Assert.Equal(json + " True True", ConsumerCode.Run(Drawings, $$""""
            Drawing read = Drawing.Parse("""{{json}}"""u8);
            Drawing again = Drawing.Parse(read.ToUtf8Json());
            return $"{Json(read)} {read == again} {read.GetHashCode() == again.GetHashCode()}";
            """"));
    }

    [Fact]
    public void Cases_are_told_apart_by_a_switch_and_made_by_conversion()
    {
        Assert.Equal("""circle 2, square 3 box, group of 1|{"shapes":[{"kind":"circle","radius":1}],"label":"a","background":["x"]}|True False""",
            ConsumerCode.Run(Drawings, """"
            Drawing read = Drawing.Parse("""{"shapes":[{"kind":"circle","radius":2},{"kind":"box","side":3},{"kind":"group","members":[{"kind":"circle","radius":1}]}]}"""u8);
            static string Tell(DrawingShape shape) => shape switch
            {
                DrawingShape.Circle(var circle) => $"circle {circle.Radius}",
                DrawingShape.Square { Value: var square } => $"square {square.Side} {square.Kind}".ToLowerInvariant(),
                DrawingShape.Group(var group) => $"group of {group.Members.Count}",
                _ => "none",
            };
            var made = new Drawing
            {
                Shapes = [new DrawingCircle { Radius = 1 }],
                Label = (DrawingLabel)"a",
                Background = new DrawingBackground.List2(["x"]),
            };
            DrawingShape one = new DrawingCircle { Radius = 1 };
            return $"{string.Join(", ", read.Shapes.Select(Tell))}|{Json(made)}|{one == made.Shapes[0]} {one == read.Shapes[0]}";
            """"));
    }

    [Fact]
    public void Alternatives_that_C_sharp_does_not_tell_apart_are_one_type_and_those_that_allow_anything_stay_JSON()
    {
        Assert.Equal("String Nullable`1", ConsumerCode.Run(Drawings, """
            return $"{typeof(Drawing).GetProperty("Width")!.PropertyType.Name} {typeof(Drawing).GetProperty("Anything")!.PropertyType.Name.Replace("Optional", "Nullable")}";
            """));
    }

    [Fact]
    public void Without_a_telling_member_the_first_branch_that_holds_is_taken()
    {
        Project project = Project.Empty.WithSchema("value.schema.json", """
            {
              "type": "object", "required": ["v"], "additionalProperties": false,
              "properties": { "v": { "anyOf": [
                { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "maximum": 9 } } },
                { "type": "object", "required": ["n"], "properties": { "n": { "type": "number" }, "unit": { "type": "string" } } }
              ] } }
            }
            """);
        Assert.Equal("Object Object2 Object2", ConsumerCode.Run(project, """"
            static string Case(string n) => Value.Parse(Encoding.UTF8.GetBytes("{\"v\":{\"n\":" + n + "}}")).V.GetType().Name;
            return $"{Case("9")} {Case("10")} {Case("1.5")}";
            """"));
    }

    [Fact]
    public void Alternatives_that_are_tried_cost_a_reading_for_each_level_and_reach_the_limit_of_depth()
    {
        // Two alternatives that only their schemas tell apart, each of which holds the union again: trying both at every level would double the work with it.
        Project project = Project.Empty.WithSchema("tree.schema.json", """
            {
              "type": "object", "required": ["root"], "properties": { "root": { "$ref": "#/$defs/node" } },
              "$defs": { "node": { "anyOf": [
                { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "maximum": 0 }, "next": { "$ref": "#/$defs/node" } } },
                { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" }, "next": { "$ref": "#/$defs/node" } } }
              ] } }
            }
            """);
        Assert.Equal("True True SchemaValidationException", ConsumerCode.Run(project, """"
            static byte[] Nested(int levels) => Encoding.UTF8.GetBytes(
                "{\"root\":" + string.Concat(Enumerable.Repeat("{\"n\":1,\"next\":", levels - 1)) + "{\"n\":1}" + new string('}', levels));
            static long Bytes(byte[] json)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Tree.Parse(json);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Bytes(Nested(63));
            long few = Bytes(Nested(15));
            long many = Bytes(Nested(60));
            bool same = Tree.Parse(Nested(63)) == Tree.Parse(Tree.Parse(Nested(63)).ToUtf8Json());
            try
            {
                Tree.Parse(Nested(64));
                return "no exception";
            }
            catch (SchemaValidationException exception)
            {
                // Four times the levels; the text of each is read once a level.
                return $"{many < 40 * few} {same} {exception.GetType().Name}";
            }
            """"));
    }

    [Fact]
    public void Several_groups_of_alternatives_beside_each_other_stay_JSON()
    {
        Project project = Project.Empty.WithSchema("both.schema.json", """
            {
              "type": "object",
              "properties": { "v": {
                "anyOf": [ { "type": "string" }, { "type": "integer" } ],
                "oneOf": [ { "type": "string" }, { "type": ["integer", "boolean"] } ]
              } }
            }
            """);
        Assert.Equal("""JsonElement {"v":7}""", ConsumerCode.Run(project, """"
            Type type = typeof(Both).GetProperty("V")!.PropertyType;
            return $"{(type.IsGenericType ? type.GetGenericArguments()[0] : type).Name} {Json(Both.Parse("""{"v":7}"""u8))}";
            """"));
    }

    [Fact]
    public void Nobody_else_can_derive_from_a_union()
    {
        Generated generated = Drawings.WithCode("Other.cs", "public record Other : Consumer.DrawingShape;").Generate();

        Assert.Contains(
            generated.CompilerErrors, error => error.Contains("CS0122", StringComparison.Ordinal) || error.Contains("CS1729", StringComparison.Ordinal));
    }

    [Fact]
    public void System_Text_Json_reads_and_writes_unions_with_and_without_reflection()
    {
        Assert.Equal("""[{"kind":"circle","radius":1}] [{"kind":"circle","radius":1}] JsonException""", ConsumerCode.Run(Drawings, """"
            string json = """[{"kind":"circle","radius":1}]""";
            string reflected = JsonSerializer.Serialize(JsonSerializer.Deserialize<List<DrawingShape>>(json));
            var options = new JsonSerializerOptions { TypeInfoResolver = PlumblineJsonResolver.Instance };
            DrawingShape shape = JsonSerializer.Deserialize<DrawingShape>(json.AsSpan(1, json.Length - 2), options)!;
            string resolved = "[" + JsonSerializer.Serialize(shape, options) + "]";
            try
            {
                JsonSerializer.Deserialize<DrawingShape>("""{"kind":"line"}""");
                return "no exception";
            }
            catch (JsonException)
            {
                return $"{reflected} {resolved} JsonException";
            }
            """"));
    }

    [Fact]
    public void The_union_of_shapes_reads_as_in_the_golden_file()
    {
        string text = Drawings.Generate().Text("drawing.schema.json.g.cs");
        int start = text.LastIndexOf("\n\n", text.IndexOf("abstract partial record DrawingShape ", StringComparison.Ordinal), StringComparison.Ordinal) + 2;
        string union = text[start..(text.IndexOf("\n}\n", start, StringComparison.Ordinal) + 3)];
        Assert.Equal(Testing.GoldenText.Beside(union, "tests", "Generators", "Records", "Golden", "drawing.union.txt"), union);
    }
}
