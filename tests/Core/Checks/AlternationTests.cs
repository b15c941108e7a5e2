using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class AlternationTests
{
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
        var faults = new FaultList();
        Alternation turns = default;
        for (int i = 0; i < items.Length; i++)
        {
            string raw = items[i] switch { 'u' => "\"user\"", 'a' => "\"assistant\"", 'A' => "\"\\u0061ssistant\"", 'x' => "\"human\"", _ => "" };
            turns.Next(Rule, Encoding.UTF8.GetBytes(raw), i, faults);
        }

        turns.End(Rule, faults);
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, faults.Count).Select(i => $"{faults[i].Offset}:{faults[i].Name}")));
    }
}
