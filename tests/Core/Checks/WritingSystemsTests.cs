using Plumbline.Patterns;

namespace Plumbline.Core.Tests.Checks;

/// <summary>Scripts of code points.</summary>
public class WritingSystemsTests
{
    [Theory]
    [InlineData('a', "Latin")]
    [InlineData('ß', "Latin")]
    [InlineData('ж', "Cyrillic")]
    [InlineData('Ω', "Greek")]
    [InlineData('ش', "Arabic")]
    [InlineData('あ', "Hiragana")]
    [InlineData('漢', "Han")]
    [InlineData('한', "Hangul")]
    [InlineData(0x20000, "Han")]
    [InlineData(0x10300, "Old_Italic")]
    [InlineData(0xA000, "Yi")]
    [InlineData('1', "")]
    [InlineData(' ', "")]
    [InlineData('—', "")]
    [InlineData(0x0301, "")]
    [InlineData(0x1F600, "")]
    [InlineData(0, "")]
    [InlineData(0x0378, "")]
    [InlineData(0x10FFFF, "")]
    public void A_character_has_the_script_that_Unicode_gives_it(int codePoint, string script) =>
        Assert.Equal(script, WritingSystems.Names[WritingSystems.Of(codePoint)]);

    [Fact]
    public void Every_script_of_patterns_is_there_with_all_its_characters()
    {
        Assert.Equal("", WritingSystems.Names[0]);
        Assert.DoesNotContain("Common", WritingSystems.Names);
        Assert.True(WritingSystems.Names.Count > 150);
        for (int script = 1; script < WritingSystems.Names.Count; script++)
        {
            foreach (CodePointRange range in UnicodeProperty.Find("Script=" + WritingSystems.Names[script])!.Ranges)
            {
                Assert.Equal((script, script), (WritingSystems.Of(range.First), WritingSystems.Of(range.Last)));
            }
        }
    }
}
