using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

/// <summary>Arrays whose items have schemas of their own.</summary>
public sealed class TupleTests
{
    private static readonly Project Routes = Project.Empty.WithSchema("route.schema.json", """
        {
          "type": "object", "required": ["start"], "additionalProperties": false,
          "properties": {
            "start": {
              "type": "array", "minItems": 2, "items": false,
              "prefixItems": [ { "title": "x", "type": "number" }, { "title": "class", "type": "number" }, { "title": "x", "type": ["string", "null"] } ]
            },
            "step": { "type": "array", "minItems": 1, "prefixItems": [ { "enum": ["go", "turn"] }, true ], "items": { "type": "integer" } },
            "old": { "$ref": "#/$defs/old" }
          },
          "$defs": { "old": { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:old", "type": "array", "items": [ { "type": "array", "items": { "$ref": "urn:old" } } ] } }
        }
        """);

    [Theory]
    [InlineData("""{"start":[1,2]}""")]
    [InlineData("""{"start":[1,2,null]}""")]
    [InlineData("""{"start":[1,2,"a"],"step":["go"],"old":[]}""")]
    [InlineData("""{"start":[1,2],"step":["turn",{"a":[1]}],"old":[[[],[[]]],1]}""")]
    [InlineData("""{"start":[1,2],"step":["turn",null,1,2,3]}""")]
    public void What_is_parsed_is_written_again_and_equal_to_itself_read_again(string json)
    {
        Assert.Equal(json + " True True", ConsumerCode.Run(Routes, $$""""
            Route read = Route.Parse("""{{json}}"""u8);
            Route again = Route.Parse(read.ToUtf8Json());
            return $"{Json(read)} {read == again} {read.GetHashCode() == again.GetHashCode()}";
            """"));
    }

    [Fact]
    public void Items_are_members_and_those_that_follow_an_absent_one_are_not_written()
    {
        Assert.Equal("""3 turn {"start":[1,2],"step":["go"]}""", ConsumerCode.Run(Routes, """"
            Route read = Route.Parse("""{"start":[3,4],"step":["turn",0,5]}"""u8);
            var made = new Route { Start = new() { X = 1, Class = 2 }, Step = new() { Item1 = RouteStepItem1.Go, AdditionalItems = [7] } };
            return $"{read.Start.X} {read.Step!.Item1.ToString().ToLowerInvariant()} {Json(made)}";
            """"));
    }
}
