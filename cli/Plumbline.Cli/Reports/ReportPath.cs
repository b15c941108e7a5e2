namespace Plumbline.Cli.Reports;

/// <summary>Paths as other services read them: from the folder in which the tool was run, which is the root of the repository there.</summary>
internal static class ReportPath
{
    /// <summary>The path with forward slashes and without steps that lead nowhere, relative where the file lies below.</summary>
    public static string Relative(string path)
    {
        if (path.Length == 0)
        {
            return path;
        }

        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The path as a reference by RFC 3986: relative where the file lies below, else <c>file:</c>.</summary>
    public static string Uri(string path)
    {
        string relative = Relative(path);
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', Array.ConvertAll(relative.Split('/'), System.Uri.EscapeDataString));
    }
}
