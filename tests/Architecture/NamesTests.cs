using Plumbline.Testing;

namespace Plumbline.Architecture.Tests;

/// <summary>Names and sizes that the house rules ask for.</summary>
public class NamesTests
{
    private static readonly string[] Vague = ["Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Manager", "Misc"];

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing()
    {
        IEnumerable<string> found = SourceFiles().Where(path => path.Split('/', '.').Any(part => Vague.Any(word => part.EndsWith(word, StringComparison.Ordinal))));
        Assert.Empty(found);
    }

    [Fact]
    public void No_file_holds_more_than_500_lines()
    {
        IEnumerable<string> found = SourceFiles().Where(path => File.ReadLines(Repository.PathOf(path)).Count() > 500);
        Assert.Empty(found);
    }
}
