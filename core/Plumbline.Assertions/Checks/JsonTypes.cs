namespace Plumbline;

/// <summary>The types of JSON values, as the <c>type</c> keyword names them.</summary>
[Flags]
public enum JsonTypes : byte
{
    /// <summary>No type.</summary>
    None = 0,
    /// <summary><c>null</c>.</summary>
    Null = 1,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,
    /// <summary>An object.</summary>
    Object = 4,
    /// <summary>An array.</summary>
    Array = 8,
    /// <summary>A string.</summary>
    String = 16,
    /// <summary>A number without fraction, however written: 1, 1.0, 1e2.</summary>
    Integer = 32,
    /// <summary>Any number; includes integers.</summary>
    Number = 64,
    /// <summary>Every type.</summary>
    Any = Null | Boolean | Object | Array | String | Integer | Number,
}
