using System.ComponentModel;
using System.Text;

namespace Plumbline;

/// <summary>The member names that an object's schema knows, in the order in which generated code numbers them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NameTable
{
    private readonly string[] _names;
    private readonly NameIndex _index;
    private (byte[] Text, ulong First)[]? _plain;

    /// <summary>Creates a table.</summary>
    /// <param name="names">The names, unescaped; the position of a name is its number.</param>
    public NameTable(params string[] names)
    {
        _names = names;
        _index = new NameIndex(names);
    }

    /// <summary>Number of names.</summary>
    public int Count => _names.Length;

    /// <summary>The name of a number.</summary>
    public string this[int member] => _names[member];

    /// <summary>The number of an unescaped name, or -1.</summary>
    /// <param name="name">Its first byte; eight bytes from there are readable.</param>
    /// <param name="length">Its length in bytes.</param>
    internal unsafe int Find(byte* name, int length) => _index.Find(name, length);

    /// <summary>The UTF-8 of a name, and its first eight bytes as <see cref="MemberIndex"/> compares them.</summary>
    internal (byte[] Text, ulong First) Plain(int member) => (_plain ?? MakePlain())[member];

    // Few tables are asked for it. Two threads that make it make the same.
    private unsafe (byte[] Text, ulong First)[] MakePlain() => _plain = Array.ConvertAll(_names, static name =>
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte* first = stackalloc byte[sizeof(ulong)];
        new Span<byte>(first, sizeof(ulong)).Clear();
        text.AsSpan(0, Math.Min(text.Length, sizeof(ulong))).CopyTo(new Span<byte>(first, sizeof(ulong)));
        return (text, MemberIndex.First(first, text.Length));
    });
}
