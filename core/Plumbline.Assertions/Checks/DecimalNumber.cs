namespace Plumbline;

/// <summary>
/// A JSON number as digits and a power of ten, read from its text without rounding: value = ± 0.d₁d₂…dₙ × 10^<see cref="Exponent"/>, where
/// neither d₁ nor dₙ is 0. Zero has no digits.
/// </summary>
/// <remarks>Exponents beyond ±10¹⁷ are clamped: two different numbers that large (or that small) compare as equal.</remarks>
internal readonly ref struct DecimalNumber
{
    private const long ExponentLimit = 100_000_000_000_000_000;

    // From the first to the last significant digit; may hold a decimal point in between.
    private readonly ReadOnlySpan<byte> _digits;

    public DecimalNumber(ReadOnlySpan<byte> raw)
    {
        IsNegative = raw.Length > 0 && raw[0] == '-';
        ReadOnlySpan<byte> mantissa = raw.Slice(IsNegative ? 1 : 0);
        long exponent = 0;
        int e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = ReadExponent(mantissa.Slice(e + 1));
            mantissa = mantissa.Slice(0, e);
        }

        int point = mantissa.IndexOf((byte)'.');
        int integerDigits = point < 0 ? mantissa.Length : point;
        int first = 0;
        while (first < mantissa.Length && mantissa[first] is (byte)'0' or (byte)'.')
        {
            first++;
        }

        if (first == mantissa.Length)
        {
            IsNegative = false;
            return;
        }

        int last = mantissa.Length - 1;
        while (mantissa[last] is (byte)'0' or (byte)'.')
        {
            last--;
        }

        _digits = mantissa.Slice(first, last - first + 1);
        DigitCount = _digits.Length - (point > first && point < last ? 1 : 0);

        // Digits before the point, counted from the first significant one; negative for 0.00x.
        Exponent = exponent + (first < integerDigits ? integerDigits - first : integerDigits + 1 - first);
    }

    public bool IsNegative { get; }

    /// <summary>Number of significant digits; 0 for zero.</summary>
    public int DigitCount { get; }

    public long Exponent { get; }

    public bool IsZero => DigitCount == 0;

    public bool IsInteger => Exponent >= DigitCount;

    public Enumerator GetEnumerator() => new(_digits);

    public static int Compare(DecimalNumber left, DecimalNumber right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.Sign - right.Sign;
        }

        if (left.IsNegative != right.IsNegative)
        {
            return left.IsNegative ? -1 : 1;
        }

        int magnitude = left.Exponent != right.Exponent ? left.Exponent.CompareTo(right.Exponent) : CompareDigits(left, right);
        return left.IsNegative ? -magnitude : magnitude;
    }

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private static int CompareDigits(DecimalNumber left, DecimalNumber right)
    {
        Enumerator x = left.GetEnumerator();
        Enumerator y = right.GetEnumerator();
        while (true)
        {
            bool more = x.MoveNext();
            if (more != y.MoveNext())
            {
                return more ? 1 : -1;
            }

            if (!more)
            {
                return 0;
            }

            if (x.Current != y.Current)
            {
                return x.Current - y.Current;
            }
        }
    }

    private static long ReadExponent(ReadOnlySpan<byte> raw)
    {
        bool negative = raw.Length > 0 && raw[0] == '-';
        long value = 0;
        foreach (byte b in raw)
        {
            if (b is (byte)'-' or (byte)'+')
            {
                continue;
            }

            value = Math.Min((value * 10) + (b - '0'), ExponentLimit);
        }

        return negative ? -value : value;
    }

    /// <summary>The significant digits, from the most significant on, as values 0 to 9.</summary>
    public ref struct Enumerator(ReadOnlySpan<byte> digits)
    {
        private readonly ReadOnlySpan<byte> _digits = digits;
        private int _next;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_next < _digits.Length && _digits[_next] == '.')
            {
                _next++;
            }

            if (_next >= _digits.Length)
            {
                return false;
            }

            Current = _digits[_next++] - '0';
            return true;
        }
    }
}
