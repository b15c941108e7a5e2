using System.Text;

namespace Plumbline.Core.Tests.Checks;

/// <summary>The canonical form of JSON values: the same bytes for equal values, and for no others.</summary>
public class JsonCanonicalTests
{
    // Values of one line are equal; those of two are not.
    private static readonly string[][] Classes =
    [
        ["null"],
        ["true"],
        ["false"],
        ["0", "-0", "0.0", "0e5"],
        ["1", "1.0", "10e-1", "0.1E+1"],
        ["-1"],
        ["10", "1e1"],
        ["12345678901234567890", "12345678901234567890.0"],
        ["12345678901234567891"],
        ["\"\""],
        ["\"1\"", "\"\\u0031\""],
        ["\"a\\nb\"", "\"a\\u000Ab\""],
        ["\"é\"", "\"\\u00e9\""],
        ["\"\\ud83d\\ude00\"", "\"😀\""],
        ["[]", "[ ]"],
        ["[[]]"],
        ["[1]", " [ 1.0 ] "],
        ["[1,2]", "[1 , 2]"],
        ["[2,1]"],
        ["[\"a\",\"b\"]"],
        ["[\"a\\\",\\\"b\"]"],
        ["{}"],
        ["{\"a\":1}", "{ \"\\u0061\" : 1.0 }", "{\"a\":2,\"a\":1}"],
        ["{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", "{\"b\":3,\"a\":1,\"b\":2}"],
        ["{\"a\":{\"b\":2}}"],
        ["{\"aa\":{\"d\":[],\"c\":1},\"b\":2}", "{\"b\":2,\"aa\":{\"c\":1,\"d\":[ ]}}"],
        ["{\"a\":1,\"b\":{}}"],
        ["[{\"a\":1},{\"b\":2}]"],
    ];

    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, Classes.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Equal_values_have_the_same_bytes_and_no_others_have(int row)
    {
        string expected = Canonical(Classes[row][0]);
        foreach (string other in Classes[row])
        {
            Assert.True(JsonEquality.AreEqual(Utf8(Classes[row][0]), Utf8(other)));
            Assert.Equal(expected, Canonical(other));
        }

        for (int i = 0; i < Classes.Length; i++)
        {
            if (i != row)
            {
                Assert.NotEqual(expected, Canonical(Classes[i][0]));
            }
        }
    }

    [Fact]
    public void No_value_is_the_beginning_of_another()
    {
        string[] all = [.. Classes.Select(values => Canonical(values[0]))];
        Assert.All(all, one => Assert.DoesNotContain(all, other => other != one && other.StartsWith(one, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_value_inside_a_text_is_written_up_to_its_end()
    {
        var canonical = new JsonCanonical();
        Assert.Equal(9, canonical.Write("{\"a\":[1 ] , \"b\":2}"u8, 5));
        Assert.Equal(Canonical("[1]"), Convert.ToHexString(canonical.Bytes));
    }

    [Fact]
    public void Large_values_with_many_members_out_of_order_are_written_whole()
    {
        string ascending = "{" + string.Join(',', Enumerable.Range(1000, 900).Select(i => $"\"k{i}\":\"{new string('x', 100)}\"")) + "}";
        string descending = "{" + string.Join(',', Enumerable.Range(1000, 900).Reverse().Select(i => $"\"k{i}\":\"{new string('x', 100)}\"")) + "}";
        Assert.Equal(Canonical(ascending), Canonical(descending));
        Assert.NotEqual(Canonical(ascending), Canonical(descending.Replace("k1500", "k0500", StringComparison.Ordinal)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.Trim());

    private static string Canonical(string text)
    {
        var canonical = new JsonCanonical();
        canonical.WriteMark(1);
        canonical.Clear();
        canonical.Write(Utf8(text), 0);
        return Convert.ToHexString(canonical.Bytes);
    }
}
