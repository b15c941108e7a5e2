using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Testing;

namespace Plumbline.Tests.Checks;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1", "1e0", 0)]
    [InlineData("100", "1e2", 0)]
    [InlineData("0.001", "1e-3", 0)]
    [InlineData("10.10", "1.01E1", 0)]
    [InlineData("0", "-0", 0)]
    [InlineData("-0.0e9", "0", 0)]
    [InlineData("0", "0e400000000", 0)]
    [InlineData("-1", "1", -1)]
    [InlineData("-2", "-1", -1)]
    [InlineData("2", "10", -1)]
    [InlineData("0", "1e-400000000", -1)]
    [InlineData("-1e-300", "0", -1)]
    [InlineData("1e400000000", "1e400000001", -1)]
    [InlineData("1e400000000", "2e400000000", -1)]
    [InlineData("9.99e400", "1e401", -1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("12345678901234567890123.1", "12345678901234567890123", 1)]
    [InlineData("0.1", "0.10000000000000000000000001", -1)]
    [InlineData("-12.5", "-12.49", -1)]
    public void Numbers_compare_by_value(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(JsonNumber.Compare(Utf8(left), Utf8(right))));
        Assert.Equal(-order, Math.Sign(JsonNumber.Compare(Utf8(right), Utf8(left))));
        Assert.Equal(order == 0, JsonNumber.AreEqual(Utf8(left), Utf8(right)));
        if (order == 0)
        {
            Assert.Equal(JsonNumber.Hash(Utf8(left)), JsonNumber.Hash(Utf8(right)));
        }
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.0", true)]
    [InlineData("1.0", true)]
    [InlineData("1.5e1", true)]
    [InlineData("1.5", false)]
    [InlineData("15e-1", false)]
    [InlineData("150e-1", true)]
    [InlineData("1e400000000", true)]
    [InlineData("1e-400000000", false)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("123456789012345678901234567890.5", false)]
    public void Integers_are_numbers_without_fraction_however_written(string number, bool isInteger) =>
        Assert.Equal(isInteger, JsonNumber.IsInteger(Utf8(number)));

    [Theory]
    [InlineData("10", "5", true)]
    [InlineData("7", "2", false)]
    [InlineData("0", "3", true)]
    [InlineData("0.0", "0.3", true)]
    [InlineData("4.5", "1.5", true)]
    [InlineData("0.0075", "0.0001", true)]
    [InlineData("0.00751", "0.0001", false)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("12391239123", "1e-8", true)]
    [InlineData("1e400000000", "3", false)]
    [InlineData("3e400000000", "3", true)]
    [InlineData("1e400000000", "1e-300", true)]
    [InlineData("1e-300", "1e400000000", false)]
    [InlineData("-9", "3", true)]
    [InlineData("1e30", "7", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890", true)]
    [InlineData("246913578024691357802469135780e5", "123456789012345678901234567890", true)]
    [InlineData("246913578024691357802469135781", "123456789012345678901234567890", false)]
    public void Multiples_are_exact(string value, string divisor, bool isMultiple) =>
        Assert.Equal(isMultiple, JsonNumber.IsMultipleOf(Utf8(value), Utf8(divisor)));

    [Fact]
    public void Comparison_integrality_and_multiples_agree_with_big_rationals()
    {
        var numbers =
            from digits in Gen.Choose(1, 30)
            from mantissa in Gen.ArrayOf(Gen.Choose(0, 9), digits)
            from point in Gen.Choose(0, 6)
            from exponent in Gen.Choose(-12, 12)
            from negative in Gen.Elements(true, false)
            select new Number(mantissa, Math.Min(point, mantissa.Length - 1), exponent, negative);
        Prop.ForAll(numbers.Two().ToArbitrary(), pair =>
        {
            (Number x, Number y) = (pair.Item1, pair.Item2);
            Assert.Equal((x.Scaled * y.Scale).CompareTo(y.Scaled * x.Scale), Math.Sign(JsonNumber.Compare(x.Text, y.Text)));
            Assert.Equal(x.Scaled % x.Scale == 0, JsonNumber.IsInteger(x.Text));
            if (!y.Scaled.IsZero)
            {
                Assert.Equal(x.Scaled * y.Scale % (y.Scaled * x.Scale) == 0, JsonNumber.IsMultipleOf(x.Text, y.Text));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Judging_numbers_of_usual_size_allocates_nothing()
    {
        byte[] value = Utf8("-1234.5e2");
        byte[] step = Utf8("0.5");
        Assert.Equal(0, Allocation.OfEach(() => JudgeAll(value, step)));
    }

    private static void JudgeAll(byte[] value, byte[] step)
    {
        for (int i = 0; i < 100; i++)
        {
            _ = JsonNumber.Compare(value, step);
            _ = JsonNumber.IsInteger(value);
            _ = JsonNumber.IsMultipleOf(value, step);
            _ = JsonNumber.Hash(value);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // mantissa / 10^point * 10^exponent, and the same as a fraction of two integers.
    private sealed record Number(int[] Mantissa, int Point, int Exponent, bool Negative)
    {
        private BigInteger Digits => BigInteger.Parse(string.Concat(Mantissa), CultureInfo.InvariantCulture) * (Negative ? -1 : 1);

        public BigInteger Scaled => Digits * BigInteger.Pow(10, Math.Max(0, Exponent));

        public BigInteger Scale => BigInteger.Pow(10, Point + Math.Max(0, -Exponent));

        public byte[] Text
        {
            get
            {
                string digits = string.Concat(Mantissa);
                string whole = digits[..^Point].TrimStart('0');
                string text = $"{(Negative ? "-" : "")}{(whole.Length == 0 ? "0" : whole)}{(Point > 0 ? "." + digits[^Point..] : "")}";
                return Utf8(Exponent == 0 ? text : $"{text}{(Exponent % 2 == 0 ? 'e' : 'E')}{(Exponent > 5 ? "+" : "")}{Exponent}");
            }
        }

        public override string ToString() => Encoding.UTF8.GetString(Text);
    }
}
