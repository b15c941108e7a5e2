namespace Plumbline.Cli.Tests;

/// <summary>A cache of compiled schemas for the tests of one class.</summary>
public sealed class CacheFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plumbline-cache-").FullName;

    /// <summary>The entries.</summary>
    public string[] Entries => Directory.GetFiles(Path);

    /// <summary>Has the tool compile every schema.</summary>
    internal (string Name, string Value)[] Compiled => [("PLUMBLINE_COMPILE_FROM", "0"), ("PLUMBLINE_CACHE", Path)];

    /// <summary>Has the tool interpret every schema.</summary>
    internal static (string Name, string Value)[] Interpreted => [("PLUMBLINE_COMPILE_FROM", $"{long.MaxValue}"), ("PLUMBLINE_CACHE", "off")];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
