namespace Plumbline.Analyzers.Literals;

/// <summary>How a piece of C# source writes its text.</summary>
public enum LiteralForm : byte
{
    /// <summary><c>"…"</c>: escapes with a backslash.</summary>
    Regular,
    /// <summary><c>@"…"</c>: quotes are doubled.</summary>
    Verbatim,
    /// <summary><c>"""…"""</c>: nothing is escaped.</summary>
    Raw,
    /// <summary>An expression whose value is a constant: its text stands elsewhere.</summary>
    Constant,
    /// <summary>An expression whose value is not known.</summary>
    Hole,
}

/// <summary>How the text of a literal is written.</summary>
/// <param name="Form">The form.</param>
/// <param name="Dollars">Dollar signs before the literal; 0 where it is not interpolated.</param>
/// <param name="Indentation">What each line of a raw literal begins with that is no part of its text.</param>
public sealed record LiteralStyle(LiteralForm Form, int Dollars = 0, string Indentation = "")
{
    /// <summary>Of expressions whose value is a constant.</summary>
    internal static readonly LiteralStyle Constant = new(LiteralForm.Constant);

    /// <summary>Of expressions whose value is not known.</summary>
    internal static readonly LiteralStyle Hole = new(LiteralForm.Hole);
}
