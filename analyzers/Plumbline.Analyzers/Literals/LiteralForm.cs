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
