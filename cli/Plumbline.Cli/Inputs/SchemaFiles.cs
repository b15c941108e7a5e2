using Plumbline.Cli.Commands;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Inputs;

/// <summary>Schema files given together: each may refer to all others, by its path from their common folder or by its <c>$id</c>.</summary>
internal sealed class SchemaFiles
{
    private const string StandardInput = "-";

    private SchemaFiles(IReadOnlyList<SchemaFile> files)
    {
        Files = files;
        Set = SchemaSet.Of(files);
    }

    /// <summary>The files, in the order in which they were named.</summary>
    public IReadOnlyList<SchemaFile> Files { get; }

    /// <summary>The files, linked to each other.</summary>
    public SchemaSet Set { get; }

    /// <summary>Reads files; null where one cannot be read, which has then been told.</summary>
    /// <param name="paths">The files; <c>-</c> is standard input.</param>
    /// <exception cref="UsageException">Standard input is named beside other files.</exception>
    public static SchemaFiles? Read(IReadOnlyList<string> paths)
    {
        if (paths.Count > 1 && paths.Contains(StandardInput, StringComparer.Ordinal))
        {
            throw new UsageException("standard input (-) has no name by which other schemas could refer to it: give it alone");
        }

        // A file that is named twice is one file.
        string[] distinct = [.. paths.DistinctBy(path => path == StandardInput ? path : Path.GetFullPath(path))];
        string folder = CommonFolder(distinct);
        var files = new List<SchemaFile>(distinct.Length);
        bool isReadable = true;
        foreach (string path in distinct)
        {
            try
            {
                files.Add(path == StandardInput
                    ? SchemaFile.Parse("stdin", "stdin", ReadInput())
                    : SchemaFile.Parse(path, NameOf(path, folder), File.ReadAllBytes(path)));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                isReadable = false;
                CommandLine.Say($"cannot read {path}: {RequestBody.Reason(path, fault)}");
            }
        }

        return isReadable ? new SchemaFiles(files) : null;
    }

    private static byte[] ReadInput()
    {
        using var text = new MemoryStream();
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(text);
        return text.ToArray();
    }

    private static string NameOf(string path, string folder) => Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');

    private static string CommonFolder(string[] paths)
    {
        string common = FolderOf(paths[0]);
        foreach (string path in paths)
        {
            string folder = FolderOf(path);
            while (!IsIn(folder, common) && Path.GetDirectoryName(common) is { } parent)
            {
                common = parent;
            }
        }

        return common;
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path);

    private static bool IsIn(string folder, string common) =>
        folder == common || folder.StartsWith(Path.EndsInDirectorySeparator(common) ? common : common + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
