using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

// Strings, numbers and literals.
public sealed unsafe partial class Validation
{
    /// <summary>Reads a string and checks its escapes, control characters and UTF-8 on the way.</summary>
    /// <param name="at">Offset of the opening quote.</param>
    /// <returns>The offset after the closing quote.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint String(nint at)
    {
        byte* end = Scan.StringEnd(_text + at + 1);
        return end is not null ? (nint)(end - _text) + 1 : Malformed();
    }

    /// <summary>Reads a number.</summary>
    /// <param name="at">Offset of its sign or first digit.</param>
    /// <returns>The offset after it; what follows is the business of whoever reads on.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Number(nint at)
    {
        // One digit, as most numbers of configuration have, is no run to be measured.
        byte* start = _text + at;
        if ((uint)(*start - '0') <= 9 && start[1] is (byte)',' or (byte)'}' or (byte)']')
        {
            return at + 1;
        }

        byte* end = Scan.NumberEnd(start);
        return end is not null ? (nint)(end - _text) : Malformed();
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    /// <param name="at">Offset of its first letter.</param>
    /// <returns>The offset after it.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Literal(nint at) =>
        Is(at, "true"u8) ? at + 4
        : Is(at, "null"u8) ? at + 4
        : Is(at, "false"u8) ? at + 5
        : Malformed();

    /// <summary>Whether a number is whole: written without fraction and exponent, or equal to one that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInteger(nint start, nint end) =>
        _malformed || ScalarNumbers.IsPlainInteger(_text + start, _text + end) || JsonNumber.IsInteger(Span(start, end));

    /// <summary>Whether a number is written without fraction and exponent: an integer of draft 4.</summary>
    public bool IsPlainInteger(nint start, nint end) => _malformed || ScalarNumbers.IsPlainInteger(_text + start, _text + end);

    /// <summary>Judges a number against a bound or a step.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">Offset of the number.</param>
    /// <param name="end">Offset after it.</param>
    public void Bounds(NumberRule rule, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!_malformed && !rule.Accepts(Span(start, end)))
        {
            Fault(rule.Assertion, start);
        }
    }

    /// <summary>Reports a string of fewer code points than a limit. Called where the number of bytes does not decide.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MinLength(nint start, nint end, long limit, Assertion assertion)
    {
        if (!_malformed && JsonString.CountCodePoints(Span(start + 1, end - 1)) is long count && count < limit)
        {
            Fault(assertion, start, count);
        }
    }

    /// <summary>Reports a string of more code points than a limit. Called where the number of bytes does not decide.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MaxLength(nint start, nint end, long limit, Assertion assertion)
    {
        if (!_malformed && JsonString.CountCodePoints(Span(start + 1, end - 1)) is long count && count > limit)
        {
            Fault(assertion, start, count);
        }
    }

    /// <summary>Reads a value that must be one of some strings, in any spelling.</summary>
    /// <param name="at">Offset of the value, of any type.</param>
    /// <param name="values">The strings.</param>
    /// <returns>The offset after the value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Enum(nint at, StringSet values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_text[at] != '"')
        {
            return WrongType(at, values.Assertion);
        }

        ReadOnlySpan<byte> text = Text(at, out nint end);
        if (!_malformed && !values.Contains(text))
        {
            Fault(values.Assertion, at);
        }

        return end;
    }

    /// <summary>Judges a value of any type against the values of an <c>enum</c> or <c>const</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Equal(Assertion assertion, LiteralSet values, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!_malformed && !values.Contains(Span(start, end)))
        {
            Fault(assertion, start);
        }
    }
}
