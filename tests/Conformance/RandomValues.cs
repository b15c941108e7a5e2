using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Tests.Conformance;

/// <summary>Random values, as text.</summary>
internal static class RandomValues
{
    /// <summary>Names of members: one needs escapes in pointers, one is not ASCII.</summary>
    public static readonly string[] Names = ["a", "b", "c", "d~/e", "é"];

    public static readonly string[] Numbers =
        ["0", "1", "1.0", "-1", "2", "3", "1.5", "0.1", "10e-1", "1e2", "100", "1e400",
            "-1e400", "1e-300", "9007199254740993", "123456789012345678901234567890"];

    private static readonly string[] Strings = ["", "a", "b", "ab", "abc", "é", "\U0001F600", "\\u0061", "2024-02-30", "127.0.0.1"];

    /// <summary>A quoted name.</summary>
    public static Gen<string> Name { get; } = Gen.Elements(Names).Select(Quoted);

    /// <summary>Values of a depth.</summary>
    public static Gen<string> Of(int depth) => Gen.Choose(0, depth > 0 ? 9 : 6).SelectMany(kind => kind switch
    {
        0 => Gen.Elements("null", "true", "false"),
        < 4 => Gen.Elements(Numbers),
        < 7 => Gen.Elements(Strings).Select(Quoted),
        7 => Some(Of(depth - 1), 0, 3).Select(items => $"[{items}]"),
        _ => Members(Name, Of(depth - 1), 0, 3),
    });

    /// <summary>An object of distinct names.</summary>
    public static Gen<string> Members(Gen<string> names, Gen<string> values, int least, int most) =>
        Some(names.Zip(values, (name, value) => $"{name}:{value}"), least, most, distinct: true, member =>
            member[..member.IndexOf(':', StringComparison.Ordinal)])
        .Select(members => $"{{{members}}}");

    /// <summary>Elements with commas between them.</summary>
    public static Gen<string> Some(Gen<string> element, int least, int most, bool distinct = false, Func<string, string>? key = null) =>
        from count in Gen.Choose(least, most)
        from elements in element.ArrayOf(count)
        select string.Join(',', distinct ? elements.DistinctBy(key ?? (text => text)) : elements);

    public static string Quoted(string text) => $"\"{text}\"";
}
