using System.Text;

namespace Plumbline.Runtime.Tests;

/// <summary>A name is found by its first and last bytes and its length, and by nothing less than all of its bytes.</summary>
public unsafe class NameTableTests
{
    private static readonly string[] Names =
    [
        "", "a", "b", "é", "ab", "ba", "name", "names", "content", "contents", "description", "destination", "0123456789abcdef", "0123456789abcdeX",
        "01234567-middle-89abcdef", "01234567-midway-89abcdef", new string('n', 300), "日本語の名前", "a",
    ];

    private static readonly NameTable Table = new(Names);

    [Fact]
    public void Every_name_has_the_number_of_its_first_place()
    {
        for (int i = 0; i < Names.Length; i++)
        {
            Assert.Equal(Array.IndexOf(Names, Names[i]), Find(Names[i]));
        }
    }

    [Fact]
    public void A_name_that_differs_anywhere_is_not_found()
    {
        foreach (string name in Names)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(name);
            for (int at = 0; at < utf8.Length; at++)
            {
                byte[] other = [.. utf8];
                other[at] ^= 4;
                Assert.DoesNotContain(Encoding.UTF8.GetString(other), Names);
                Assert.Equal(-1, Find(other));
            }

            Assert.Equal(-1, Find([.. utf8, (byte)'-']));
        }
    }

    [Fact]
    public void Many_names_are_told_apart()
    {
        string[] many = [.. Enumerable.Range(0, 2000).Select(i => $"prefix{i * 7919}suffix")];
        var table = new NameTable(many);
        for (int i = 0; i < many.Length; i++)
        {
            Assert.Equal(i, Find(table, Encoding.UTF8.GetBytes(many[i])));
        }

        Assert.Equal(-1, Find(table, "prefix1suffix"u8));
        Assert.Equal(-1, Find(new NameTable(), "a"u8));
    }

    private static int Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    private static int Find(byte[] name) => Find(Table, name);

    // What follows a name must not matter: it is looked up where it stands.
    private static int Find(NameTable table, ReadOnlySpan<byte> name)
    {
        PaddedBuffer buffer = StringPaths.Buffer([.. name, (byte)'"', (byte)':', .. "0123456789"u8]);
        return table.Find(buffer.Pointer, name.Length);
    }
}
