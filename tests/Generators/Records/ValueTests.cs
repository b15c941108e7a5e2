using System.Text.Json;

namespace Plumbline.Generators.Tests.Records;

/// <summary>The runtime's types that generated records are made of.</summary>
public sealed class ValueTests
{
    [Fact]
    public void A_list_is_equal_by_items_and_the_default_is_empty()
    {
        ValueList<string> list = ["a", "b"];
        string[] source = ["a", "b"];
        ValueList<string> copy = ValueList.Create<string>(source);
        source[0] = "changed";

        Assert.True(list == copy && list.GetHashCode() == copy.GetHashCode() && list.Equals((object)copy));
        Assert.True(list != ["b", "a"] && list != ["a"]);
        Assert.True(default(ValueList<string>) == [] && default(ValueList<string>).GetHashCode() == ((ValueList<string>)[]).GetHashCode());
        Assert.Equal((2, "b", "[a, b]"), (list.Count, list[1], list.ToString()));
        Assert.Equal(["a", "b"], list.Where(_ => true));
        Assert.Throws<IndexOutOfRangeException>(() => default(ValueList<int>)[0]);
    }

    [Fact]
    public void A_map_keeps_order_and_is_equal_in_any_order()
    {
        ValueMap<int> map = [new("b", 1), new("a", 2)];
        ValueMap<int> same = new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 }.ToValueMap();

        Assert.True(map == same && map.GetHashCode() == same.GetHashCode() && map.Equals((object)same));
        Assert.True(map != [new("a", 2)] && map != [new("a", 2), new("b", 2)] && map != [new("a", 2), new("c", 1)]);
        Assert.Equal(["b", "a"], map.Keys);
        Assert.Equal([1, 2], map.Values);
        Assert.Equal("{b: 1, a: 2}", map.ToString());
        Assert.True(default(ValueMap<int>) == [] && !default(ValueMap<int>).ContainsKey("a"));
        Assert.Throws<KeyNotFoundException>(() => map["c"]);
        Assert.Equal(3, ((ValueMap<int>)[new("a", 1), new("a", 3)])["a"]);
    }

    [Fact]
    public void An_optional_tells_absent_from_null()
    {
        Optional<string?> absent = default;
        Optional<string?> nothing = null;
        Optional<string?> text = "x";

        Assert.True(absent != nothing && nothing != text && text == new Optional<string?>("x") && absent == default);
        Assert.Equal(("(absent)", "null", "x"), (absent.ToString(), nothing.ToString(), text.ToString()));
        Assert.Null(absent.ValueOrDefault);
        Assert.Null(nothing.Value);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal(text.GetHashCode(), new Optional<string?>("x").GetHashCode());
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("1", "1.0000000000000000000000000000000000001", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("{\"a\":1,\"b\":[2]}", "{ \"b\": [2.0], \"a\": 1 }", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("null", "false", false)]
    public void Untyped_JSON_is_equal_by_meaning_in_lists_maps_and_optionals(string left, string right, bool equal)
    {
        JsonElement x = JsonElement.Parse(left);
        JsonElement y = JsonElement.Parse(right);

        Assert.Equal(equal, (ValueList<JsonElement>)[x] == [y]);
        Assert.Equal(equal, (ValueMap<JsonElement>)[new("m", x)] == [new("m", y)]);
        Assert.Equal(equal, new Optional<JsonElement>(x) == y);
        Assert.Equal(equal, new JsonPart(x) == new JsonPart(y));
        if (equal)
        {
            Assert.Equal(((ValueList<JsonElement>)[x]).GetHashCode(), ((ValueList<JsonElement>)[y]).GetHashCode());
        }
    }

    [Fact]
    public void The_default_element_stands_for_no_JSON()
    {
        Assert.True(new JsonPart(default) == new JsonPart(default) && new JsonPart(default) != new JsonPart(JsonElement.Parse("null")));
    }
}
