using System.Buffers.Text;
using System.ComponentModel;
using System.Text;

namespace Plumbline;

/// <summary>A bound on a number, or the step that it must be a multiple of. Decimal arithmetic of any size; never floating point.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberRule
{
    private readonly Kind _kind;
    private readonly byte[] _number;
    private readonly long? _small;

    private NumberRule(Kind kind, string number, Assertion assertion)
    {
        _kind = kind;
        _number = Encoding.UTF8.GetBytes(number);
        _small = TryReadSmall(_number, out long small) ? small : null;
        Assertion = assertion;
    }

    private enum Kind
    {
        Minimum,
        Maximum,
        ExclusiveMinimum,
        ExclusiveMaximum,
        MultipleOf,
    }

    /// <summary>What is reported.</summary>
    public Assertion Assertion { get; }

    /// <summary><c>minimum</c>.</summary>
    public static NumberRule Minimum(string number, Assertion assertion) => new(Kind.Minimum, number, assertion);

    /// <summary><c>maximum</c>.</summary>
    public static NumberRule Maximum(string number, Assertion assertion) => new(Kind.Maximum, number, assertion);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static NumberRule ExclusiveMinimum(string number, Assertion assertion) => new(Kind.ExclusiveMinimum, number, assertion);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static NumberRule ExclusiveMaximum(string number, Assertion assertion) => new(Kind.ExclusiveMaximum, number, assertion);

    /// <summary><c>multipleOf</c>.</summary>
    public static NumberRule MultipleOf(string number, Assertion assertion) => new(Kind.MultipleOf, number, assertion);

    /// <summary>Whether a raw number keeps the rule.</summary>
    internal bool Accepts(ReadOnlySpan<byte> raw)
    {
        if (_kind == Kind.MultipleOf)
        {
            return _small is > 0 and long step && TryReadSmall(raw, out long multiple) ? multiple % step == 0 : JsonNumber.IsMultipleOf(raw, _number);
        }

        int order = _small is long bound && TryReadSmall(raw, out long value) ? value.CompareTo(bound) : JsonNumber.Compare(raw, _number);
        return _kind switch
        {
            Kind.Minimum => order >= 0,
            Kind.Maximum => order <= 0,
            Kind.ExclusiveMinimum => order > 0,
            _ => order < 0,
        };
    }

    // Whole numbers in plain digits that a machine word holds: nearly all that data has.
    private static bool TryReadSmall(ReadOnlySpan<byte> raw, out long value) =>
        Utf8Parser.TryParse(raw, out value, out int read) && read == raw.Length;
}
