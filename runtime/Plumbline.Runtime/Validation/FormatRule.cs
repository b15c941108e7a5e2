using System.ComponentModel;

namespace Plumbline;

/// <summary>A <c>format</c> that can be asserted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormatRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="format">A name that <see cref="StringFormat"/> knows.</param>
    /// <param name="assertion">What is reported of a string that does not have the format.</param>
    public FormatRule(string format, Assertion assertion)
    {
        Format = StringFormat.Find(format) ?? throw new ArgumentException($"The format \"{format}\" is not known.", nameof(format));
        Assertion = assertion;
    }

    /// <summary>What is reported of a string that does not have the format.</summary>
    public Assertion Assertion { get; }

    internal StringFormat Format { get; }
}
