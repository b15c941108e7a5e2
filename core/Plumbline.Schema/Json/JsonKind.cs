namespace Plumbline.Schema.Json;

/// <summary>What stands at a place where a JSON value is expected.</summary>
public enum JsonKind : byte
{
    /// <summary>Text that is no JSON value, or nothing at all. A syntax error tells of it; nobody should judge it a second time.</summary>
    Invalid,
    /// <summary><c>null</c>.</summary>
    Null,
    /// <summary><c>false</c>.</summary>
    False,
    /// <summary><c>true</c>.</summary>
    True,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A string.</summary>
    String,
    /// <summary>An array.</summary>
    Array,
    /// <summary>An object.</summary>
    Object,
}
