namespace Plumbline.Testing;

/// <summary>
/// Data that is not part of the project (the standard suites, real datasets): found in the folder <c>shared</c> beside the checkout,
/// or where the environment variable <c>PLUMBLINE_SHARED</c> points.
/// </summary>
public static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The path of a shared file or folder, or null where it is absent; then says on standard output what is missing.</summary>
    public static string? PathOf(params string[] parts)
    {
        string name = Path.Combine(parts);
        string? path = Root is null ? null : Path.Combine(Root, name);
        if (path is not null && (File.Exists(path) || Directory.Exists(path)))
        {
            return path;
        }

        Console.WriteLine(
            $"missing: {name} (put it into a folder 'shared' beside the checkout, or name its folder in PLUMBLINE_SHARED); the test that reads it did not run");
        return null;
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("PLUMBLINE_SHARED");
        string folder = string.IsNullOrEmpty(named) ? Path.Combine(Repository.Root, "..", "shared") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
