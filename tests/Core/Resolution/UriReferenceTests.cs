using Plumbline.Schema.Resolution;

namespace Plumbline.Core.Tests.Resolution;

public sealed class UriReferenceTests
{
    // RFC 3986, 5.4: the specification's own examples.
    public static TheoryData<string, string> Examples => new()
    {
        { "g:h", "g:h" }, { "g", "http://a/b/c/g" }, { "./g", "http://a/b/c/g" }, { "g/", "http://a/b/c/g/" }, { "/g", "http://a/g" },
        { "//g", "http://g" }, { "?y", "http://a/b/c/d;p?y" }, { "g?y", "http://a/b/c/g?y" }, { "#s", "http://a/b/c/d;p?q#s" },
        { "g#s", "http://a/b/c/g#s" }, { "g?y#s", "http://a/b/c/g?y#s" }, { ";x", "http://a/b/c/;x" }, { "g;x", "http://a/b/c/g;x" },
        { "g;x?y#s", "http://a/b/c/g;x?y#s" }, { "", "http://a/b/c/d;p?q" }, { ".", "http://a/b/c/" }, { "./", "http://a/b/c/" },
        { "..", "http://a/b/" }, { "../", "http://a/b/" }, { "../g", "http://a/b/g" }, { "../..", "http://a/" }, { "../../", "http://a/" },
        { "../../g", "http://a/g" }, { "../../../g", "http://a/g" }, { "../../../../g", "http://a/g" }, { "/./g", "http://a/g" },
        { "/../g", "http://a/g" }, { "g.", "http://a/b/c/g." }, { ".g", "http://a/b/c/.g" }, { "g..", "http://a/b/c/g.." },
        { "..g", "http://a/b/c/..g" }, { "./../g", "http://a/b/g" }, { "./g/.", "http://a/b/c/g/" }, { "g/./h", "http://a/b/c/g/h" },
        { "g/../h", "http://a/b/c/h" }, { "g;x=1/./y", "http://a/b/c/g;x=1/y" }, { "g;x=1/../y", "http://a/b/c/y" },
        { "g?y/./x", "http://a/b/c/g?y/./x" }, { "g#s/../x", "http://a/b/c/g#s/../x" }, { "http:g", "http:g" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void References_resolve_as_RFC_3986_shows(string reference, string expected) =>
        Assert.Equal(expected, UriReference.Parse("http://a/b/c/d;p?q").Resolve(reference).ToString());

    [Theory]
    [InlineData("urn:plumbline:vertex/chat", "#/$defs/a", "urn:plumbline:vertex/chat#/$defs/a")]
    [InlineData("urn:plumbline:vertex/chat", "text", "urn:plumbline:vertex/text")]
    [InlineData("file:///c:/folder/file.json", "other.json", "file:///c:/folder/other.json")]
    [InlineData("http://a", "b", "http://a/b")]
    [InlineData("HTTP://Example.COM/A", "#x", "http://example.com/A#x")]
    public void Schemas_of_other_schemes_resolve_alike(string baseUri, string reference, string expected) =>
        Assert.Equal(expected, UriReference.Parse(baseUri).Resolve(reference).ToString());

    [Theory]
    [InlineData("a%25b", "a%b")]
    [InlineData("%C3%A9", "é")]
    [InlineData("%zz%4", "%zz%4")]
    public void Percent_encoding_is_undone_where_it_is_one(string text, string expected) => Assert.Equal(expected, UriReference.Decode(text));
}
