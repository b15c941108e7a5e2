using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class AlternationTests
{
    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Kinds = "uaAx-";

    private static readonly AlternationRule Rule =
        new("author", ["user", "assistant"], "assistant", new Assertion(Rules.Alternates, "/x-alternates", "turns"));

    // u = user, a = assistant, A = assistant with an escape, x = another string, - = missing or not a string. Faults are item:expected.
    [Theory]
    [InlineData("", "")]
    [InlineData("ua", "")]
    [InlineData("uA", "")]
    [InlineData("uaua", "")]
    [InlineData("aua", "0:user")]
    [InlineData("u", "0:assistant")]
    [InlineData("uau", "2:assistant")]
    [InlineData("uu", "1:assistant")]
    [InlineData("uua", "1:assistant")]
    [InlineData("uuaa", "1:assistant 3:user")]
    [InlineData("a", "0:user")]
    [InlineData("x", "")]
    [InlineData("-", "")]
    [InlineData("uxa", "")]
    [InlineData("ux", "")]
    [InlineData("u-u", "2:assistant")]
    [InlineData("-aua", "")]
    [InlineData("-uu", "2:assistant")]
    public void Turns_are_followed_one_fault_a_break(string items, string expected)
    {
        Assert.Equal(expected, Faults(Rule, items, beginsWithTurns: false));
        Assert.Equal(expected, Faults(Rule, items, beginsWithTurns: true));
    }

    /// <summary>Two words of text are compared at once: values at their edge, beyond it, and with characters that take escapes.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("fourteen bytes", true)]
    [InlineData("fifteen bytes..", false)]
    [InlineData("Hörer", true)]
    [InlineData("a\"b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\nb", false)]
    public void A_value_is_told_at_once_where_two_words_hold_it(string value, bool isTold)
    {
        var rule = new AlternationRule("author", [value, "other"], null, new Assertion(Rules.Alternates, "/x-alternates", "turns"));
        string raw = System.Text.Json.JsonSerializer.Serialize(value, Relaxed);
        Alternation turns = default;
        Assert.Equal(isTold, turns.TryNext(rule, Encoding.UTF8.GetBytes($"{raw},\"content\":\"x\"}}"), 0));
        Assert.False(turns.TryNext(rule, Encoding.UTF8.GetBytes($"\"{value}!\",\"content\":\"x\"}}"), 0));

        var faults = new FaultList();
        Alternation atLength = default;
        atLength.Next(rule, Encoding.UTF8.GetBytes(raw), 0, faults);
        atLength.Next(rule, "\"other\""u8, 1, faults);
        atLength.End(rule, faults);
        Assert.Equal(0, faults.Count);
    }

    [Fact]
    public void A_turn_in_time_is_the_same_told_at_once_or_at_length()
    {
        var assertion = new Assertion(Rules.Alternates, "/x-alternates", "turns");
        AlternationRule[] rules =
        [
            Rule,
            new("author", ["user", "assistant"], null, assertion),
            new("author", [["user", "human"], ["assistant"]], ["user"], ["assistant", "human"], assertion),
            new("author", [["user"], ["assistant"]], ["assistant"], ["user"], assertion),
            new("author", [["user"], ["assistant"], ["human"]], [], [], assertion),
            new("author", [], ["user"], ["assistant"], assertion),
            new("author", [["user"], ["a name that is longer than two words"]], [], [], assertion),
        ];
        const int Length = 5;
        foreach (AlternationRule rule in rules)
        {
            for (int number = 0; number < Math.Pow(Kinds.Length, Length); number++)
            {
                string items = string.Concat(Enumerable.Range(0, Length).Select(at => Kinds[number / (int)Math.Pow(Kinds.Length, at) % Kinds.Length]));
                Assert.Equal(Faults(rule, items, beginsWithTurns: false), Faults(rule, items, beginsWithTurns: true));
            }
        }
    }

    // What a reader does that has the text before it, and one that has each value by itself.
    private static string Faults(AlternationRule rule, string items, bool beginsWithTurns)
    {
        var faults = new FaultList();
        Alternation turns = default;
        for (int i = 0; i < items.Length; i++)
        {
            string raw = items[i] switch { 'u' => "\"user\"", 'a' => "\"assistant\"", 'A' => "\"\\u0061ssistant\"", 'x' => "\"human\"", _ => "" };
            if (!beginsWithTurns || !turns.TryNext(rule, Encoding.UTF8.GetBytes($"{raw},\"content\":\"user\"}}"), i))
            {
                turns.Next(rule, Encoding.UTF8.GetBytes(raw), i, faults);
            }
        }

        turns.End(rule, faults);
        return string.Join(' ', Enumerable.Range(0, faults.Count).Select(i => $"{faults[i].Offset}:{faults[i].Name}"));
    }

    [Theory]
    [InlineData("\"user\"", true)]
    [InlineData("\"user\",\"content\":1}", true)]
    [InlineData("\"user", false)]
    [InlineData("\"users\",\"content\":1}", false)]
    [InlineData("\"assistant\",\"content\":1}", false)]
    [InlineData("\"us\\u0065r\",\"content\":1}", false)]
    [InlineData("", false)]
    public void An_item_in_turn_is_told_by_the_text_that_follows(string text, bool isTold)
    {
        Alternation turns = default;

        // Of less than two words nothing is known: who asks looks closer then.
        Assert.Equal(isTold && text.Length >= 16, turns.TryNext(Rule, Encoding.UTF8.GetBytes(text), 0));
    }
}
