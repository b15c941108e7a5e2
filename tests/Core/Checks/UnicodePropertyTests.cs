using System.Globalization;
using Plumbline.Patterns;

namespace Plumbline.Tests.Checks;

public sealed class UnicodePropertyTests
{
    // Counted by Node.js, an implementation of ECMA-262 of the same Unicode version.
    [Theory]
    [InlineData("Script=Greek", 518)]
    [InlineData("scx=Greek", 531)]
    [InlineData("sc=Han", 103351)]
    [InlineData("Script_Extensions=Hira", 433)]
    [InlineData("sc=Kawi", 87)]
    [InlineData("sc=Berf", 50)]
    [InlineData("sc=Zzzz", 954246)]
    [InlineData("Alphabetic", 147421)]
    [InlineData("IDS", 145916)]
    [InlineData("XIDC", 149221)]
    [InlineData("Emoji", 1438)]
    [InlineData("Upper", 2006)]
    [InlineData("CWKCF", 10583)]
    [InlineData("RI", 26)]
    [InlineData("White_Space", 25)]
    [InlineData("space", 25)]
    [InlineData("Lu", 1886)]
    [InlineData("LC", 4200)]
    [InlineData("gc=L", 145672)]
    [InlineData("General_Category=Punctuation", 856)]
    [InlineData("Cn", 814730)]
    [InlineData("Assigned", 299382)]
    [InlineData("Any", 0x110000)]
    public void A_property_has_as_many_code_points_as_Unicode_17_gives_it(string name, int count)
    {
        Assert.Equal("17.0", UnicodeProperty.UnicodeVersion);
        Assert.Equal(count, UnicodeProperty.Find(name)!.Ranges.Sum(range => range.Last - range.First + 1));
    }

    [Fact]
    public void General_categories_are_those_of_NET_where_its_older_Unicode_knows_the_character()
    {
        string[] names =
            ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl",
                "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
                "Sm", "Sc", "Sk", "So", "Cn"];
        var different = new List<string>();
        foreach (UnicodeCategory category in Enum.GetValues<UnicodeCategory>())
        {
            foreach (CodePointRange range in UnicodeProperty.Find(names[(int)category])!.Ranges)
            {
                for (int codePoint = range.First; codePoint <= range.Last; codePoint++)
                {
                    UnicodeCategory known = CharUnicodeInfo.GetUnicodeCategory(codePoint);
                    if (known != category && known != UnicodeCategory.OtherNotAssigned)
                    {
                        different.Add($"{codePoint:X4} {names[(int)category]}");
                    }
                }
            }
        }

        // Ll before Unicode 17.
        Assert.Equal(["0295 Lo"], different);
    }
}
