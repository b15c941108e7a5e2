using System.Text;
using Plumbline.Patterns;

namespace Plumbline.Tests.Checks;

/// <summary>Holds the ways to decide a pattern (a table of states, a set of states, .NET's regular expressions) to the same answers.</summary>
public sealed class ByteAutomatonTests
{
    [Fact]
    public void Random_patterns_match_the_same_texts_in_every_way_to_decide_them()
    {
        const int Patterns = 400;
        const int Texts = 25;
        var random = new Random(20_261_121);
        int matches = 0;
        for (int i = 0; i < Patterns; i++)
        {
            string source = RandomPattern(random, 3);
            EcmaPattern pattern = EcmaPattern.Parse(source);
            EcmaNode root = EcmaParser.Parse(source);
            var simulation = new NfaSimulation(NfaBuilder.OverCodePoints(root)!);
            var regex = new BacktrackingPattern(root);
            for (int j = 0; j < Texts; j++)
            {
                // Backtracking over long texts may take longer than anybody waits.
                bool isLong = j % 5 == 0;
                string text = RandomText(random, isLong ? 100 : 7);
                byte[] raw = Encoding.UTF8.GetBytes(Escaped(text, random));
                bool expected = isLong ? simulation.Run(Encoding.UTF8.GetBytes(text)) : regex.IsMatch(text) == PatternOutcome.Match;
                Assert.True(expected == (pattern.IsMatch(text) == PatternOutcome.Match), $"{source} on {text}: expected {expected}");
                Assert.True(expected == (pattern.IsMatchRaw(raw) == PatternOutcome.Match), $"{source} on {Encoding.UTF8.GetString(raw)}: expected {expected}");
                Assert.True(expected == simulation.Run(Encoding.UTF8.GetBytes(text)), $"{source} on {text}, as a set of states: expected {expected}");
                matches += expected ? 1 : 0;
            }
        }

        // Else the patterns or the texts say too little.
        Assert.InRange(matches, Patterns * Texts / 5, Patterns * Texts * 4 / 5);
    }

    [Fact]
    public void Random_patterns_that_look_ahead_from_the_start_match_what_backtracking_matches()
    {
        const int Patterns = 200;
        const int Texts = 20;
        var random = new Random(20_261_122);
        int matches = 0;
        for (int i = 0; i < Patterns; i++)
        {
            string looks = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"(?{"=!"[random.Next(2)]}{RandomPattern(random, 1)})"));
            string source = $"^{looks}{RandomPattern(random, 1)}";
            EcmaPattern pattern = EcmaPattern.Parse(source);
            Assert.True(pattern.IsLinear, source);
            var regex = new BacktrackingPattern(EcmaParser.Parse(source));
            for (int j = 0; j < Texts; j++)
            {
                string text = RandomText(random, 7);
                byte[] raw = Encoding.UTF8.GetBytes(Escaped(text, random));
                bool expected = regex.IsMatch(text) == PatternOutcome.Match;
                Assert.True(expected == (pattern.IsMatch(text) == PatternOutcome.Match), $"{source} on {text}: expected {expected}");
                Assert.True(expected == (pattern.IsMatchRaw(raw) == PatternOutcome.Match), $"{source} on {Encoding.UTF8.GetString(raw)}: expected {expected}");
                matches += expected ? 1 : 0;
            }
        }

        Assert.InRange(matches, Patterns * Texts / 20, Patterns * Texts * 19 / 20);
    }

    [Theory]
    [InlineData("^[a-z][a-z0-9]{0,29}$", 34)]
    [InlineData("^(CRLF|LF|crlf|lf)$", 13)]
    [InlineData("^x-", 5)]
    [InlineData("^.{1,256}$", 14)]
    [InlineData("", 3)]
    [InlineData("^.*", 3)]
    [InlineData(@"^\d{4}-\d{2}-\d{2}$", 14)]
    public void A_pattern_becomes_a_small_table(string pattern, int states) =>
        Assert.Equal(states, EcmaPattern.Parse(pattern).Matcher.Automaton?.StateCount);

    [Theory]
    [InlineData(@"^(?=a)")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\bx")]
    [InlineData("(a|b).{20}$")]
    [InlineData("((.{100}){100}){100}")]
    [InlineData("((a{0,100}){0,100}){0,100}")]
    [InlineData("a{2147483647}")]
    public void What_looks_around_refers_back_or_would_need_a_large_table_has_none(string pattern) => Assert.Null(EcmaPattern.Parse(pattern).Matcher.Automaton);

    [Theory]
    [InlineData("^$", "", "a")]
    [InlineData("$^", "", "a")]
    [InlineData("^^a$$", "a", "aa")]
    [InlineData("a$|^b", "xa", "xab")]
    [InlineData("(^|,)x(,|$)", "y,x", "yx")]
    [InlineData("(?:^a|b)+c", "abbc", "xac")]
    [InlineData("(?:)*x", "x", "y")]
    [InlineData("(a*)*$", "aab", null)]
    [InlineData("[^a]", "aaé", "aa")]
    [InlineData("(?:){2147483647}", "", null)]
    public void Anchors_hold_wherever_they_stand(string pattern, string match, string? other)
    {
        EcmaPattern parsed = EcmaPattern.Parse(pattern);
        Assert.NotNull(parsed.Matcher.Automaton);
        Assert.Equal(PatternOutcome.Match, parsed.IsMatch(match));
        Assert.True(other is null || parsed.IsMatch(other) == PatternOutcome.NoMatch);
    }

    [Theory]
    [InlineData(0, 0x10FFFF)]
    [InlineData(0x7F, 0x80)]
    [InlineData(0x123, 0x12345)]
    [InlineData(0xD000, 0xE123)]
    [InlineData(0xDC00, 0xDFFF)]
    [InlineData(0xFFFF, 0x10000)]
    public void Ranges_of_bytes_are_the_UTF8_of_a_range_of_code_points_and_nothing_else(int first, int last)
    {
        List<ByteRange[]> sequences = Utf8Ranges.Of(CodePointSet.Of(first, last));
        Span<byte> bytes = stackalloc byte[4];
        int[] borders = [first, last, 0x7F, 0x7FF, 0xD7FF, 0xE000, 0xFFFF];
        foreach (int codePoint in Enumerable.Range(0, CodePointSet.Last))
        {
            if (Rune.IsValid(codePoint) && (codePoint % 997 == 0 || borders.Any(border => Math.Abs(border - codePoint) < 3)))
            {
                byte[] character = bytes[..new Rune(codePoint).EncodeToUtf8(bytes)].ToArray();
                int covering = sequences.Count(sequence => sequence.Length == character.Length && Covers(sequence, character));
                Assert.Equal(codePoint >= first && codePoint <= last ? 1 : 0, covering);
            }
        }

        Assert.Equal(
            Enumerable.Range(first, last - first + 1).LongCount(Rune.IsValid),
            sequences.Sum(sequence => sequence.Aggregate(1L, (product, range) => product * (range.Last - range.First + 1))));
    }

    private static bool Covers(ByteRange[] sequence, byte[] character)
    {
        for (int i = 0; i < character.Length; i++)
        {
            if (character[i] < sequence[i].First || character[i] > sequence[i].Last)
            {
                return false;
            }
        }

        return true;
    }

    private static string RandomPattern(Random random, int depth)
    {
        string[] atoms =
            ["a", "b", "0", "-", "é", "中", "😀", ".", "[a-c]", "[^a]", "[^é😀]", @"[中é\n]", @"\d", @"\w", @"\W", @"\s", @"\S", "[^]", @"\p{L}", "^", "$", @"\\"];
        var text = new StringBuilder();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string atom = atoms[random.Next(atoms.Length)];
            if (depth > 0 && random.Next(3) == 0)
            {
                string other = random.Next(2) == 0 ? "|" + RandomPattern(random, depth - 1) : "";
                atom = $"({(random.Next(2) == 0 ? "?:" : "")}{RandomPattern(random, depth - 1)}{other})";
            }

            text.Append(atom);
            if (atom is not ("^" or "$") && random.Next(3) == 0)
            {
                string[] quantifiers = ["*", "+", "?", "*?", "{2}", "{1,3}", "{0,2}", "{2,}"];
                text.Append(quantifiers[random.Next(quantifiers.Length)]);
            }
        }

        return text.ToString();
    }

    private static string RandomText(Random random, int length)
    {
        string[] characters = ["a", "a", "a", "b", "c", "0", "-", "_", " ", "é", "中", "😀", "\n", "\u2028", "\\", "\"", "\u0001"];
        return string.Concat(Enumerable.Range(0, random.Next(length)).Select(_ => characters[random.Next(random.Next(1, characters.Length))]));
    }

    // Some characters as escapes, short or long.
    private static string Escaped(string text, Random random)
    {
        var raw = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string character = rune.ToString();
            raw.Append(rune.Value switch
            {
                '\n' when random.Next(2) == 0 => "\\n",
                '\\' or '"' => $"\\{character}",
                _ when rune.Value < ' ' || random.Next(10) == 0 => string.Concat(character.Select(unit => $"\\u{(int)unit:x4}")),
                _ => character,
            });
        }

        return raw.ToString();
    }
}
