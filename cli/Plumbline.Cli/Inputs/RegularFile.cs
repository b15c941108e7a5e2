namespace Plumbline.Cli.Inputs;

/// <summary>Files that can be looked into before they are read. A pipe that has a name (<c>mkfifo</c>, a shell's <c>&lt;(command)</c>) is none: whoever opens
/// it takes bytes away, and whoever closes it stops its writer.</summary>
internal static class RegularFile
{
    /// <summary>Bytes of a file; 0 for one that is empty, absent, or no regular file.</summary>
    public static long LengthOf(string path)
    {
        try
        {
            var file = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
            return file.Exists ? file.Length : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Told when it is to be read.
            return 0;
        }
    }
}
