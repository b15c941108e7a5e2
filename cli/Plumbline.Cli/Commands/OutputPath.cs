namespace Plumbline.Cli.Commands;

/// <summary>Where a result may be written: anywhere but over what is read.</summary>
internal static class OutputPath
{
    /// <summary>Refuses an output that is the input, by whatever name or link.</summary>
    /// <exception cref="UsageException">It is.</exception>
    public static void ThrowIfRead(string output, string input)
    {
        if (IsSame(output, input))
        {
            throw new UsageException($"--output {output} is a file to read: inputs are never written to");
        }
    }

    /// <summary>Whether two paths lead to one file.</summary>
    public static bool IsSame(string one, string other) => Real(one) == Real(other);

    private static string Real(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
