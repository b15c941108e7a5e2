using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Tests.Pipeline;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("input_text", "InputText", "inputText")]
    [InlineData("maxOutputTokens", "MaxOutputTokens", "maxOutputTokens")]
    [InlineData("URLPrefix", "URLPrefix", "urlPrefix")]
    [InlineData("URL", "URL", "url")]
    [InlineData("$ref", "Ref", "@ref")]
    [InlineData("class", "Class", "@class")]
    [InlineData("1st", "_1st", "_1st")]
    [InlineData("日本語", "日本語", "日本語")]
    [InlineData("e\u0301", "E", "e")]
    [InlineData("", "Member", "member")]
    [InlineData("\u2028", "Member", "member")]
    public void A_JSON_name_becomes_a_property_and_a_variable(string json, string pascal, string camel)
    {
        Assert.Equal(pascal, CSharpNames.Pascal(json, "Member"));
        Assert.Equal(camel, CSharpNames.Camel(pascal));
    }

    [Theory]
    [InlineData("messages", "message")]
    [InlineData("categories", "category")]
    [InlineData("addresses", "address")]
    [InlineData("boxes", "box")]
    [InlineData("status", null)]
    [InlineData("class", null)]
    [InlineData("axis", null)]
    [InlineData("data", null)]
    public void One_of_many_is_called_by_its_singular(string plural, string? singular)
    {
        Assert.Equal(singular, CSharpNames.Singular(plural));
    }

    [Theory]
    [InlineData("Acme.Formats", "Acme.Formats")]
    [InlineData("Acme.class", "Acme.@class")]
    [InlineData("Acme-Formats", "")]
    [InlineData("a; class X {}", "")]
    public void A_namespace_is_one_or_none(string given, string expected)
    {
        Assert.Equal(expected, CSharpNames.Namespace(given));
    }

    [Theory]
    [InlineData("message", "message")]
    [InlineData("a~1b", "a/b")]
    [InlineData("https:~1~1www.example.com~1schema~1v2.7~1api-keys.json", "api-keys")]
    [InlineData("http:~1~1example.com~1part#", "part")]
    [InlineData("https:~1~1", "https:")]
    public void A_definition_that_is_named_by_a_URL_is_called_by_its_file(string step, string expected) =>
        Assert.Equal(expected, DefinitionNames.Of(step));
}
