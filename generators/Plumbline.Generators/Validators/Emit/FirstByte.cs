namespace Plumbline.Generators.Validators.Emit;

/// <summary>The patterns that tell kinds of values apart by their first byte.</summary>
internal static class FirstByte
{
    /// <summary>A pattern for kinds: <c>(byte)'{'</c>.</summary>
    public static string Of(IEnumerable<JsonTypes> kinds) => string.Join(" or ", kinds.Select(Of));

    /// <summary>The end of a condition that holds for none of the kinds: <c>!= '{'</c>.</summary>
    public static string IsNot(IEnumerable<JsonTypes> kinds)
    {
        string wanted = Of(kinds);
        return wanted.Contains(" or ") ? $"is not ({wanted})" : "!= " + wanted.Substring("(byte)".Length);
    }

    private static string Of(JsonTypes kind) => kind switch
    {
        JsonTypes.Object => "(byte)'{'",
        JsonTypes.Array => "(byte)'['",
        JsonTypes.String => "(byte)'\"'",
        JsonTypes.Number => "(byte)'-' or (>= (byte)'0' and <= (byte)'9')",
        JsonTypes.Boolean => "(byte)'t' or (byte)'f'",
        JsonTypes.Null => "(byte)'n'",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
