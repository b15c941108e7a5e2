using System.Numerics;

namespace Plumbline;

/// <summary>
/// JSON numbers by value, straight from their text: exact decimals of any size, never floating point. Every method takes well-formed
/// numbers and runs in time linear in their text, whatever their exponents (<c>1e400000000</c> costs what <c>1</c> costs).
/// </summary>
public static class JsonNumber
{
    // So many digits always fit into a long.
    private const int LongDigits = 18;

    /// <summary>Compares two numbers by value.</summary>
    /// <returns>Negative, zero or positive, as <paramref name="left"/> is less than, equal to or greater than <paramref name="right"/>.</returns>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        TryReadShort(left, out long x) && TryReadShort(right, out long y)
            ? x.CompareTo(y)
            : DecimalNumber.Compare(new DecimalNumber(left), new DecimalNumber(right));

    /// <summary>Whether two numbers have the same value: 1, 1.0 and 1e0 do.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Compare(left, right) == 0;

    /// <summary>Whether a number has no fraction: 1, 1.0, 1e2, and 1.5e1 have none.</summary>
    public static bool IsInteger(ReadOnlySpan<byte> raw) => TryReadShort(raw, out _) || new DecimalNumber(raw).IsInteger;

    /// <summary>Whether a number is written as an integer, with neither fraction nor exponent.</summary>
    public static bool IsPlainInteger(ReadOnlySpan<byte> raw) => raw.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;

    /// <summary>Whether a number divided by another (not zero) is an integer.</summary>
    public static bool IsMultipleOf(ReadOnlySpan<byte> value, ReadOnlySpan<byte> divisor)
    {
        if (TryReadShort(value, out long x) && TryReadShort(divisor, out long y))
        {
            return y != 0 && x % y == 0;
        }

        var dividend = new DecimalNumber(value);
        var step = new DecimalNumber(divisor);
        if (dividend.IsZero || step.IsZero)
        {
            return dividend.IsZero && !step.IsZero;
        }

        // value = a·10^p and divisor = b·10^q, with integers a and b that do not end in 0. The quotient is a·10^(p-q) / b. With p < q the
        // power of ten would have to divide a, whose last digit is not 0.
        long power = dividend.Exponent - dividend.DigitCount - (step.Exponent - step.DigitCount);
        return power >= 0 && (step.DigitCount <= LongDigits
            ? Remainder(dividend, power, ToLong(step)) == 0
            : Remainder(dividend, power, ToBigInteger(step)).IsZero);
    }

    /// <summary>A hash that equal numbers share.</summary>
    /// <param name="raw">The number.</param>
    /// <param name="seed">Makes other numbers collide than another seed does.</param>
    public static int Hash(ReadOnlySpan<byte> raw, uint seed = 0)
    {
        var number = new DecimalNumber(raw);
        uint hash = unchecked(seed ^ (((uint)number.Exponent * 31) + (number.IsNegative ? 1u : 0u)));
        foreach (int digit in number)
        {
            hash = unchecked((hash ^ (uint)digit) * 16777619);
            hash ^= hash >> 15;
        }

        return number.IsZero ? 0 : unchecked((int)hash);
    }

    /// <summary>Reads a plain integer of at most 18 digits (no fraction, no exponent): what most numbers are.</summary>
    internal static bool TryReadShort(ReadOnlySpan<byte> raw, out long value)
    {
        value = 0;
        int sign = raw.Length > 0 && raw[0] == '-' ? 1 : 0;
        if (raw.Length - sign is 0 or > LongDigits)
        {
            return false;
        }

        for (int i = sign; i < raw.Length; i++)
        {
            int digit = raw[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        value = sign == 1 ? -value : value;
        return true;
    }

    private static long ToLong(DecimalNumber number)
    {
        long value = 0;
        foreach (int digit in number)
        {
            value = (value * 10) + digit;
        }

        return value;
    }

    private static BigInteger ToBigInteger(DecimalNumber number)
    {
        BigInteger value = BigInteger.Zero;
        long chunk = 0;
        long scale = 1;
        foreach (int digit in number)
        {
            chunk = (chunk * 10) + digit;
            scale *= 10;
            if (scale == 1_000_000_000_000_000_000)
            {
                value = (value * scale) + chunk;
                chunk = 0;
                scale = 1;
            }
        }

        return (value * scale) + chunk;
    }

    // (digits of the dividend · 10^power) mod divisor, digit by digit: 10·remainder + 9 stays below 2^64.
    private static long Remainder(DecimalNumber dividend, long power, long divisor)
    {
        ulong modulus = (ulong)divisor;
        ulong remainder = 0;
        foreach (int digit in dividend)
        {
            remainder = ((remainder * 10) + (ulong)digit) % modulus;
        }

        if (power > LongDigits)
        {
            return (long)(remainder * BigInteger.ModPow(10, power, divisor) % divisor);
        }

        for (; power > 0; power--)
        {
            remainder = remainder * 10 % modulus;
        }

        return (long)remainder;
    }

    private static BigInteger Remainder(DecimalNumber dividend, long power, BigInteger divisor)
    {
        BigInteger remainder = BigInteger.Zero;
        long chunk = 0;
        long scale = 1;
        foreach (int digit in dividend)
        {
            chunk = (chunk * 10) + digit;
            scale *= 10;
            if (scale == 1_000_000_000_000_000_000)
            {
                remainder = ((remainder * scale) + chunk) % divisor;
                chunk = 0;
                scale = 1;
            }
        }

        remainder = ((remainder * scale) + chunk) % divisor;
        return remainder * BigInteger.ModPow(10, power, divisor) % divisor;
    }
}
