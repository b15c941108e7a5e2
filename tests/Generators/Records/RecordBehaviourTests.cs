using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

/// <summary>What generated records do, asked by code as their users write it.</summary>
public sealed class RecordBehaviourTests
{
    private const string Order = """
        {
          "type": "object",
          "required": ["id", "lines", "state"],
          "properties": {
            "id": { "type": "integer" },
            "state": { "enum": ["open", "closed", "in transit"] },
            "note": { "type": ["string", "null"] },
            "rush": { "type": "boolean" },
            "weight": { "type": "number" },
            "lines": {
              "type": "array",
              "items": {
                "type": "object", "required": ["sku"], "additionalProperties": false,
                "properties": { "sku": { "type": "string" }, "count": { "type": "integer" } }
              }
            },
            "labels": { "type": "object", "additionalProperties": { "type": "string" } },
            "extra": true
          }
        }
        """;

    private static readonly Project Orders = Project.Empty.WithSchema("order.schema.json", Order);

    [Theory]
    [InlineData("""{"id":1,"state":"in transit","lines":[]}""")]
    [InlineData("""{"id":-9223372036854775808,"state":"open","note":null,"rush":false,"weight":0.1,"lines":[{"sku":"a","count":2},{"sku":"\u0022"}],"labels":{"b":"1","a":"2"},"extra":{"deep":[null,1.50]}}""")]
    [InlineData("""{"id":9223372036854775807,"state":"closed","note":"x","lines":[],"unknown":1e400,"":{"a":[]}}""")]
    public void What_is_parsed_is_written_again(string json)
    {
        Assert.Equal(json, ConsumerCode.Run(Orders, $$""""
            return Json(Order.Parse("""{{json}}"""u8));
            """").Replace("\\u0022", "\\u0022", StringComparison.Ordinal));
    }

    [Fact]
    public void Records_are_equal_by_value_with_their_lists_maps_and_unknown_members()
    {
        Assert.Equal("True True False False", ConsumerCode.Run(Orders, """"
            Order first = Order.Parse("""{"id":1,"state":"open","lines":[{"sku":"a"}],"labels":{"x":"1","y":"2"},"extra":{"p":1,"q":2},"more":1.0}"""u8);
            Order same = Order.Parse("""{"id":1,"state":"open","lines":[{"sku":"a"}],"labels":{"y":"2","x":"1"},"extra":{"q":2.0,"p":1},"more":1}"""u8);
            Order other = same with { Lines = [new() { Sku = "b" }] };
            Order unlike = same with { AdditionalProperties = default };
            return $"{first == same} {first.GetHashCode() == same.GetHashCode()} {first == other} {first == unlike}";
            """"));
    }

    [Fact]
    public void Absent_is_not_null_where_the_schema_admits_null()
    {
        Assert.Equal("""(absent) null {"id":1,"state":"open","lines":[]} {"id":1,"state":"open","note":null,"lines":[]} {"id":1,"state":"open","lines":[]}""",
            ConsumerCode.Run(Orders, """"
            Order absent = Order.Parse("""{"id":1,"state":"open","lines":[]}"""u8);
            Order nothing = Order.Parse("""{"id":1,"state":"open","lines":[],"note":null}"""u8);
            return $"{absent.Note} {nothing.Note} {Json(absent)} {Json(nothing)} {Json(nothing with { Note = default })}";
            """"));
    }

    [Fact]
    public void A_record_is_made_like_any_other()
    {
        Assert.Equal("""{"id":7,"state":"in transit","note":"n","lines":[{"sku":"a","count":2}],"labels":{"k":"v"}}""", ConsumerCode.Run(Orders, """
            var order = new Order
            {
                Id = 7,
                State = OrderState.InTransit,
                Note = "n",
                Lines = [new OrderLine { Sku = "a", Count = 2 }],
                Labels = new ValueMap<string>?([new("k", "v")]),
            };
            return Json(order);
            """));
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1e3", "1000")]
    [InlineData("-0", "0")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "PLB4045 /id 6")]
    [InlineData("1e30", "PLB4045 /id 6")]
    public void Integers_are_long_however_they_are_written(string number, string expected)
    {
        Assert.Equal(expected, ConsumerCode.Run(Orders, $$""""
            try
            {
                return Order.Parse("""{"id":{{number}},"state":"open","lines":[]}"""u8).Id.ToString();
            }
            catch (SchemaValidationException exception)
            {
                Finding finding = exception.Findings.Single();
                return $"{finding.Rule.Id} {finding.Pointer} {finding.ByteOffset}";
            }
            """"));
    }

    [Fact]
    public void Of_a_member_that_occurs_twice_the_last_is_kept_known_or_not()
    {
        Assert.Equal("""{"id":2,"state":"open","lines":[],"x":4,"y":3}""", ConsumerCode.Run(Orders, """"
            return Json(Order.Parse("""{"id":1,"x":1,"state":"open","lines":[],"y":3,"id":2,"x":4}"""u8));
            """"));
    }

    [Fact]
    public void Parse_throws_all_findings_and_TryParse_hands_them_to_a_sink()
    {
        Assert.Equal("PLB4010 PLB4001 PLB4002|PLB4010 PLB4001 PLB4002 False True|PLB5001", ConsumerCode.Run(
            Orders.WithCode("Sink.cs", """
                using System.Collections.Generic;
                using Plumbline;

                public sealed class Sink : List<Finding>, IFindingSink
                {
                }
                """),
            """"
            static string Rules(IEnumerable<Finding> findings) => string.Join(" ", findings.Select(finding => finding.Rule.Id));
            ReadOnlySpan<byte> json = """{"id":"1","state":"shut"}"""u8;
            string thrown = "";
            try
            {
                Order.Parse(json);
            }
            catch (SchemaValidationException exception)
            {
                thrown = Rules(exception.Findings);
            }

            var sink = new Sink();
            bool parsed = Order.TryParse(json, out Order? order, sink);
            string malformed = "";
            try
            {
                Order.Parse("{"u8);
            }
            catch (JsonException exception)
            {
                malformed = Rules(((SchemaValidationException)exception).Findings);
            }

            return $"{thrown}|{Rules(sink)} {parsed} {order is null}|{malformed}";
            """"));
    }

    [Fact]
    public void Recursion_maps_of_records_nullable_references_and_nested_lists_keep_their_types()
    {
        Project project = Project.Empty.WithSchema("tree.schema.json", """
            {
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "properties": {
                "name": { "type": "string" },
                "children": { "type": "array", "items": { "$ref": "#" } },
                "byName": { "type": "object", "additionalProperties": { "$ref": "#/$defs/leaf" } },
                "next": { "anyOf": [ { "$ref": "#" }, { "type": "null" } ] },
                "grid": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } }
              },
              "$defs": { "leaf": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "leaf" } } } }
            }
            """);
        Assert.Equal(
            """{"name":"a","children":[{"name":"b","next":null}],"byName":{"x":{"kind":"leaf"}},"grid":[[1,2.5],[]]} leaf""", ConsumerCode.Run(project, """"
            Tree tree = Tree.Parse("""{"name":"a","children":[{"name":"b","next":null}],"byName":{"x":{"kind":"leaf"}},"grid":[[1,2.5],[]]}"""u8);
            ValueList<ValueList<double>>? grid = tree.Grid;
            Optional<Tree?> next = tree.Next;
            TreeLeaf leaf = new();
            return Json(tree with { Grid = grid, Next = next }) + " " + leaf.Kind;
            """"));
    }

    [Fact]
    public void A_root_that_is_no_object_is_a_record_of_its_value()
    {
        Project project = Project.Empty.WithSchema("words.schema.json", """{ "type": "array", "items": { "type": "string" } }""");
        Assert.Equal("""["a","b"] 2""", ConsumerCode.Run(project, """
            Words words = Words.Parse("[\"a\",\"b\"]"u8);
            return Json(words) + " " + words.Value.Count;
            """));
    }

    [Fact]
    public void A_base_in_allOf_and_a_reference_beside_other_keywords_make_one_record()
    {
        Project project = Project.Empty.WithSchema("dog.schema.json", """
            {
              "allOf": [ { "$ref": "#/$defs/animal" } ],
              "type": "object",
              "required": ["tricks"],
              "properties": { "tricks": { "type": "array", "items": { "type": "string" } } },
              "$defs": { "animal": { "type": "object", "required": ["legs"], "properties": { "legs": { "type": "integer" } } } }
            }
            """);
        Assert.Equal("""{"tricks":["sit"],"legs":4}""", ConsumerCode.Run(project, """
            return Json(new Dog { Tricks = ["sit"], Legs = 4 });
            """));
    }
}
