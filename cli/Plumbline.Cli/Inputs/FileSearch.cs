using System.IO.Enumeration;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Inputs;

/// <summary>Looks for files below a folder, or by a pattern. As shells do, it passes over names that begin with a dot unless the pattern asks for them, and
/// goes below no folder that is a link, which may lead in a circle.</summary>
internal sealed class FileSearch
{
    private const string AnyDepth = "**";

    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <summary>The files, in no order; one that a pattern leads to in two ways is there twice.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Folders that could not be looked into.</summary>
    public List<UnreadFile> Unread { get; } = [];

    /// <summary>Whether a name has a wildcard in it.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>Finds the files in a folder and below whose names end in one of several ways.</summary>
    public void Below(string folder, IReadOnlyList<string> endings)
    {
        foreach (FileSystemInfo entry in EntriesOf(folder))
        {
            string path = Path.Combine(folder, entry.Name);
            if (entry.Name[0] == '.')
            {
                continue;
            }

            if (IsFolder(entry))
            {
                if (entry.LinkTarget is null)
                {
                    Below(path, endings);
                }
            }
            else if (endings.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                Found.Add(path);
            }
        }
    }

    /// <summary>Finds the files that a pattern names: <c>*</c> and <c>?</c> stand for letters of one name, <c>**</c> for folders at any depth.</summary>
    public void Matching(string pattern)
    {
        string root = Path.GetPathRoot(pattern) ?? "";
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        Match(root, pattern[root.Length..].Split(separators, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsFolder(FileSystemInfo entry) => (entry.Attributes & FileAttributes.Directory) != 0;

    private static bool Matches(string pattern, string name) =>
        (name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(pattern, name, IgnoresCase);

    private void Match(string folder, ReadOnlySpan<string> steps)
    {
        string step = steps[0];
        if (step == AnyDepth)
        {
            MatchAtAnyDepth(folder, steps);
        }
        else if (!IsPattern(step))
        {
            string path = Path.Combine(folder, step);
            if (steps.Length == 1 ? File.Exists(path) : Directory.Exists(path))
            {
                Take(path, steps);
            }
        }
        else
        {
            foreach (FileSystemInfo entry in EntriesOf(folder))
            {
                if (IsFolder(entry) == steps.Length > 1 && Matches(step, entry.Name))
                {
                    Take(Path.Combine(folder, entry.Name), steps);
                }
            }
        }
    }

    private void Take(string path, ReadOnlySpan<string> steps)
    {
        if (steps.Length > 1)
        {
            Match(path, steps[1..]);
        }
        else
        {
            Found.Add(path);
        }
    }

    private void MatchAtAnyDepth(string folder, ReadOnlySpan<string> steps)
    {
        Match(folder, steps.Length > 1 ? steps[1..] : ["*"]);
        foreach (FileSystemInfo entry in EntriesOf(folder))
        {
            if (IsFolder(entry) && entry.Name[0] != '.' && entry.LinkTarget is null)
            {
                Match(Path.Combine(folder, entry.Name), steps);
            }
        }
    }

    private FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder.Length == 0 ? "." : folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Unread.Add(new UnreadFile(folder, fault.Message));
            return [];
        }
    }
}
