using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Plumbline.Compilation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Tests;

/// <summary>Compiled schemas are kept between runs; only what is whole, of the right key and the user's alone is taken for one.</summary>
public sealed class AssemblyCacheTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public static TheoryData<string> Damages => [.. DamageByName.Keys];

    private static Dictionary<string, Func<byte[], byte[]>> DamageByName { get; } = new()
    {
        ["empty"] = _ => [],
        ["cut short"] = entry => entry[..^1],
        ["one bit of the assembly"] = entry => [.. entry[..^9], (byte)(entry[^9] ^ 1), .. entry[^8..]],
        ["another key"] = entry => [(byte)(entry[0] ^ 1), .. entry[1..]],
        ["not of this format"] = _ => Encoding.UTF8.GetBytes(new string('x', 4096)),
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_schema_is_compiled_once_and_found_again()
    {
        AssertJudges(Compile(maximum: 9));
        string entry = Assert.Single(_folder.Entries);
        DateTime written = DateTime.UnixEpoch;
        File.SetLastWriteTimeUtc(entry, written);
        AssertJudges(Compile(maximum: 9));
        Assert.Equal(entry, Assert.Single(_folder.Entries));
        Assert.Equal(written, File.GetLastWriteTimeUtc(entry));
    }

    [Fact]
    public void Schemas_that_differ_have_entries_of_their_own()
    {
        AssertJudges(Compile(maximum: 9));
        Assert.True(Compile(maximum: 10).IsValid("10"u8));
        Assert.Equal(2, _folder.Entries.Length);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_or_foreign_entry_is_ignored_and_written_anew(string damage)
    {
        Compile(maximum: 9);
        string path = Assert.Single(_folder.Entries);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, DamageByName[damage](whole));
        AssertJudges(Compile(maximum: 9));
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public void The_entry_of_another_schema_is_not_taken_for_this_one()
    {
        Compile(maximum: 10);
        string other = Assert.Single(_folder.Entries);
        Compile(maximum: 9);
        string path = Assert.Single(_folder.Entries, entry => entry != other);
        File.Copy(other, path, overwrite: true);
        AssertJudges(Compile(maximum: 9));
    }

    [Fact]
    public void A_key_is_made_of_the_name_the_text_and_whether_there_is_something_to_say()
    {
        (string Name, string Text, bool HasDiagnostics)[] made =
            [("a", "{}", false), ("b", "{}", false), ("a", "{} ", false), ("a", "{}", true), ("a{", "}", false), ("", "a{}", false)];
        string[] names = [.. made.Select(file => AssemblyKey.Of(file.Name, Encoding.UTF8.GetBytes(file.Text), file.HasDiagnostics).Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(names[0], AssemblyKey.Of("a", "{}"u8, hasDiagnostics: false).Name);
    }

    [Fact]
    public void A_folder_that_cannot_be_used_costs_no_run()
    {
        string file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        AssertJudges(Compile(maximum: 9, new AssemblyCache(Path.Combine(file, "folder"))));
        AssertJudges(Compile(maximum: 9, cache: null));
        Assert.Equal("", File.ReadAllText(file));
    }

    [Fact]
    public void Entries_are_the_users_alone_and_a_folder_that_others_can_write_to_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.WriteLine("missing: Unix permissions; on Windows a user's cache folder is private by its access list");
            return;
        }

        string inner = Path.Combine(_folder.Path, "inner");
        Compile(maximum: 9, new AssemblyCache(inner));
        string entry = Assert.Single(Directory.GetFiles(inner));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(entry));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(inner));

        File.Delete(entry);
        File.SetUnixFileMode(inner, File.GetUnixFileMode(inner) | UnixFileMode.OtherWrite);
        AssertJudges(Compile(maximum: 9, new AssemblyCache(inner)));
        Assert.Empty(Directory.GetFiles(inner));
    }

    [Fact]
    public void The_oldest_entries_make_room()
    {
        for (int i = 0; i < 120; i++)
        {
            string path = Path.Combine(_folder.Path, $"{i:d3}.validator");
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(i));
        }

        Compile(maximum: 9);
        string[] names = [.. _folder.Entries.Select(path => Path.GetFileName(path))];
        Assert.Equal(100, names.Length);
        Assert.DoesNotContain("020.validator", names);
        Assert.Contains("021.validator", names);
    }

    [Fact]
    public void A_compiled_schema_is_unloaded_when_nothing_uses_it()
    {
        WeakReference context = ContextOfCompiled();
        for (int i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ContextOfCompiled() => new(AssemblyLoadContext.GetLoadContext(Compile(maximum: 9).GetType().Assembly));

    private static void AssertJudges(JsonValidator validator)
    {
        Assert.True(validator.IsValid("9"u8));
        Assert.False(validator.IsValid("10"u8));
    }

    private JsonValidator Compile(int maximum) => Compile(maximum, new AssemblyCache(_folder.Path));

    private static JsonValidator Compile(int maximum, AssemblyCache? cache)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""{ "maximum": {{maximum}} }""");
        SchemaFile file = SchemaFile.Parse("test.json", "test.json", text);
        var key = AssemblyKey.Of(file.Name, text, hasDiagnostics: false);
        return SchemaCompiler.Find(key, cache) ?? SchemaCompiler.Compile(SchemaSet.Of([file]).Compile(file).Program!, key, cache);
    }
}
