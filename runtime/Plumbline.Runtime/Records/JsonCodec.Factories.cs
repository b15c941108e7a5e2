using System.ComponentModel;
using System.Text.Json;

namespace Plumbline;

/// <summary>The codecs there are, and how they are put together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCodec
{
    /// <summary>Strings.</summary>
    public static JsonCodec<string> String { get; } = new StringCodec();

    /// <summary>Integers: 1, 1.0 and 1e0 are the same one.</summary>
    public static JsonValueCodec<long> Integer { get; } = new IntegerCodec();

    /// <summary>Numbers, rounded to the nearest double.</summary>
    public static JsonValueCodec<double> Number { get; } = new NumberCodec();

    /// <summary><c>true</c> and <c>false</c>.</summary>
    public static JsonValueCodec<bool> Boolean { get; } = new BooleanCodec();

    /// <summary>Any JSON, kept as it is written.</summary>
    public static JsonValueCodec<JsonElement> Any { get; } = new ElementCodec();

    /// <summary>Arrays.</summary>
    public static JsonValueCodec<ValueList<T>> List<T>(JsonCodec<T> item) => new ListCodec<T>(item);

    /// <summary>Objects whose members all have one type.</summary>
    public static JsonValueCodec<ValueMap<T>> Map<T>(JsonCodec<T> value) => new MapCodec<T>(value);

    /// <summary>Generated records.</summary>
    public static JsonCodec<T> Record<T>()
        where T : class, ISchemaRecord<T> => RecordCodec<T>.Instance;

    /// <summary>Strings that are one of a list.</summary>
    /// <param name="names">The JSON strings, in the order of the enumeration's members, whose values count from 0.</param>
    public static JsonValueCodec<T> Enum<T>(params string[] names)
        where T : struct, Enum => new EnumCodec<T>(names);

    /// <summary>A value or <c>null</c>.</summary>
    public static JsonCodec<T?> OrNull<T>(JsonCodec<T> value)
        where T : class => new NullableCodec<T>(value);

    /// <summary>A value or <c>null</c>.</summary>
    public static JsonCodec<T?> OrNullValue<T>(JsonCodec<T> value)
        where T : struct => new NullableValueCodec<T>(value);
}
