using Plumbline.Testing;

namespace Plumbline.Tests.Checks;

public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("^abc$", "abc", "abc\n")]
    [InlineData(@"^\d$", "0", "\u07C0")]
    [InlineData(@"^\D$", "\u07C0", "0")]
    [InlineData(@"^\w$", "a", "é")]
    [InlineData(@"^\W$", "é", "a")]
    [InlineData(@"^\s$", "\uFEFF", "\u0085")]
    [InlineData(@"^\s$", "\u2003", "\u200B")]
    [InlineData(@"^\S$", "\u0001", "\u2029")]
    [InlineData(@"^\cC$", "\u0003", @"\cC")]
    [InlineData(@"^\cc$", "\u0003", "c")]
    [InlineData(@"^\t\n\v\f\r\0$", "\t\n\v\f\r\0", "tnvfr0")]
    [InlineData(@"^[\b]$", "\b", "b")]
    [InlineData(@"^\x41\u0042\u{43}\u{1F600}$", "ABC😀", "ABC")]
    [InlineData(@"^\uD83D\uDE00$", "😀", "\uFFFD")]
    [InlineData("^😀{2}$", "😀😀", "😀")]
    [InlineData("^[😀-😂]$", "😁", "😃")]
    [InlineData("^[😀x]+$", "x😀", "😁")]
    [InlineData("^[^😀]$", "😁", "😀")]
    [InlineData("^.$", "𝄞", "ab")]
    [InlineData("^.$", "\u0085", "\u2028")]
    [InlineData("^[^]$", "\n", "")]
    [InlineData("^(?:[]|a)$", "a", "b")]
    [InlineData(@"\p{Letter}cole", "l'école", "L'ÉCOLE")]
    [InlineData(@"^\p{Lu}\p{Ll}\P{L}$", "Éa1", "ÉaA")]
    [InlineData(@"^\p{gc=Nd}+$", "৪২", "x")]
    [InlineData(@"^\p{L}$", "𐐀", "😀")]
    [InlineData(@"^[\p{Nd}_]+$", "1_𝟘", "a")]
    [InlineData(@"^[^\p{L}]$", "😀", "𐐀")]
    [InlineData(@"^\p{ASCII}$", "~", "é")]
    [InlineData(@"^\p{Script=Greek}+$", "Ελευθερία", "Свобода")]
    [InlineData(@"^\p{sc=Cyrl}+$", "Свобода", "Ελευθερία")]
    [InlineData(@"^\p{scx=Hira}$", "ー", "カ")]
    [InlineData(@"^\P{sc=Hira}$", "ー", "か")]
    [InlineData(@"^[\p{Script_Extensions=Latin}\p{Nd}]+$", "abc1", "αβγ")]
    [InlineData(@"^\p{ID_Start}\p{IDC}*$", "été_2", "2é")]
    [InlineData(@"^\p{Emoji_Presentation}$", "😀", "a")]
    [InlineData(@"^\p{Upper}\p{Lowercase}$", "Éa", "ÉA")]
    [InlineData(@"\bfoo\b", "a foo.", "afoo")]
    [InlineData(@"\bfoo\b", "éfooé", "xfoo")]
    [InlineData(@"\Boo", "foo", "oo")]
    [InlineData("^(?=.*a)(?!.*b).+$", "ca", "cab")]
    [InlineData("^(?=[^!*,;{}[\\]~\\n]+$)(?=(.*\\w)).+$", "a b", "a!b")]
    [InlineData("^(?=[^!*,;{}[\\]~\\n]+$)(?=(.*\\w)).+$", "é_", "é-")]
    [InlineData("^(?!a)", "", "a")]
    [InlineData("^(?!(?!a))", "a", "b")]
    [InlineData("^(?=.\"$).", "a\"", "a\"b")]
    [InlineData("(?<=a)b", "ab", "cb")]
    [InlineData("(?<!a)b", "cb", "ab")]
    [InlineData(@"^(?<year>\d{2})-\k<year>$", "12-12", "12-13")]
    [InlineData(@"^(a)?\1b$", "b", "ab")]
    [InlineData(@"^\1(a)$", "a", "aa")]
    [InlineData(@"^\k<x>(?<x>a)$", "a", "b")]
    [InlineData("^(a|ab)(c|bcd)$", "abcd", "abd")]
    [InlineData("^a{2,3}?$", "aaa", "aaaa")]
    [InlineData("^a{2,}$", "aaaa", "a")]
    [InlineData("^a{0,99999999999}$", "aaaa", "b")]
    [InlineData(@"^[\w.\-]+@[a-z-_.]+$", "a.b-c@d_e", "a b@c")]
    [InlineData(@"^\/\^\$\\\.\*\+\?\(\)\[\]\{\}\|$", "/^$\\.*+?()[]{}|", "")]
    [InlineData(@"^\-\&\'\ \_[\&]$", "-&' _&", null)]
    [InlineData("x|", "", null)]
    [InlineData("", "anything", null)]
    [InlineData("^#[ ]#$", "# #", "##")]
    public void A_pattern_means_what_ECMA_262_says(string pattern, string match, string? other)
    {
        EcmaPattern parsed = EcmaPattern.Parse(pattern);
        Assert.Equal(PatternOutcome.Match, parsed.IsMatch(match));
        if (other is not null)
        {
            Assert.Equal(PatternOutcome.NoMatch, parsed.IsMatch(other));
        }
    }

    [Theory]
    [InlineData("(", 1)]
    [InlineData("a)", 1)]
    [InlineData("[a", 2)]
    [InlineData("a]", 1)]
    [InlineData("{", 0)]
    [InlineData("a{1", 3)]
    [InlineData("a{2,1}", 6)]
    [InlineData("a{,2}", 2)]
    [InlineData("*a", 0)]
    [InlineData("a**", 2)]
    [InlineData("^*", 1)]
    [InlineData("(?=a)*", 5)]
    [InlineData(@"\b+", 2)]
    [InlineData(@"\é", 1)]
    [InlineData(@"\a", 1)]
    [InlineData(@"\Z", 1)]
    [InlineData(@"\01", 1)]
    [InlineData(@"\1", 2)]
    [InlineData(@"(a)\2", 5)]
    [InlineData(@"\c1", 2)]
    [InlineData(@"\x4", 3)]
    [InlineData(@"\u12", 4)]
    [InlineData(@"\u{110000}", 9)]
    [InlineData(@"\p{Klingon}", 2)]
    [InlineData(@"\p{Script=Klingon}", 2)]
    [InlineData(@"\p{sc=Greek=}", 2)]
    [InlineData(@"\p{Greek}", 2)]
    [InlineData(@"\p{gc=Alphabetic}", 2)]
    [InlineData(@"\p{Script}", 2)]
    [InlineData(@"\p{}", 2)]
    [InlineData(@"\pL", 2)]
    [InlineData("[b-a]", 4)]
    [InlineData(@"[\w-x]", 5)]
    [InlineData(@"[a-\d]", 5)]
    [InlineData("(?<a>x)(?<a>y)", 10)]
    [InlineData(@"\k<a>", 5)]
    [InlineData("(?<1>x)", 3)]
    [InlineData("(?P<a>x)", 2)]
    [InlineData("(?i)a", 2)]
    [InlineData("(?>a)", 2)]
    [InlineData("(?#x)", 2)]
    [InlineData("\\", 0)]
    public void What_the_grammar_rejects_is_rejected_where_it_goes_wrong(string pattern, int offset)
    {
        Assert.False(EcmaPattern.TryParse(pattern, out _, out string? error, out int at));
        Assert.NotNull(error);
        Assert.Equal(offset, at);
    }

    [Theory]
    [InlineData("^(a+)+$", true)]
    [InlineData(@"^[\w.]+@[\w.]+$", true)]
    [InlineData("^(?=a)", true)]
    [InlineData("^(?=(.*\\w))(?![!*]+$).+$", true)]
    [InlineData("(?=a)", false)]
    [InlineData("^b(?=a)", false)]
    [InlineData("^(?=a)|b", false)]
    [InlineData("^(?=a(?=b))c", false)]
    [InlineData(@"(a)\1", false)]
    [InlineData(@"\bx", false)]
    [InlineData("(a|b).{20}$", true)]
    [InlineData("((.{100}){100}){100}", false)]
    public void Patterns_that_need_no_backtracking_run_in_linear_time(string pattern, bool linear) =>
        Assert.Equal(linear, EcmaPattern.Parse(pattern).IsLinear);

    [Fact]
    public void A_pattern_that_explodes_runs_into_its_time_limit()
    {
        EcmaPattern pattern = EcmaPattern.Parse(@"^(?=(a+)+$)\1b");
        Assert.Equal(PatternOutcome.TimedOut, pattern.IsMatch(new string('a', 64) + "!"));
    }

    [Fact]
    public void Groups_inside_each_other_beyond_reason_are_an_error_and_no_crash()
    {
        string pattern = new string('(', 100_000) + new string(')', 100_000);
        Assert.False(EcmaPattern.TryParse(pattern, out _, out string? error, out _));
        Assert.Contains("inside each other", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void A_raw_string_is_matched_by_its_text(int repetitions)
    {
        byte[] raw = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(@"\ud83d\ude00é\n", repetitions)));
        Assert.Equal(PatternOutcome.Match, EcmaPattern.Parse($@"^(?:😀é\n){{{repetitions}}}$").IsMatchRaw(raw));
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        EcmaPattern pattern = EcmaPattern.Parse("^[a-z]+-😀$");
        byte[] raw = "abc-\\ud83d\\ude00"u8.ToArray();
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(PatternOutcome.Match, pattern.IsMatchRaw(raw));
        }

        Assert.Equal(0, Allocation.OfEach(() => pattern.IsMatchRaw(raw)));
    }
}
