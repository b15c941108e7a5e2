using Plumbline.Cli.Commands;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Inputs;

/// <summary>The files that a command line names: by themselves, by their folder, or by a pattern.</summary>
/// <remarks>
/// A folder stands for the files of JSON Lines in it and below; see <see cref="Endings"/>. A name that no file has, with <c>*</c>, <c>?</c> or <c>**</c>
/// in it, is a pattern, so that patterns work where the shell knows none or where they are quoted. Files come in the order of what names them, those of one
/// folder or pattern in the order of their names; a file that is named twice is read once.
/// </remarks>
internal sealed class InputFiles
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    private readonly List<string> _paths = [];
    private readonly List<UnreadFile> _unread = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private InputFiles()
    {
    }

    /// <summary>How the names of files of JSON Lines end.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    /// <summary>The files, <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Folders and patterns that led to no file, or could not be looked into.</summary>
    public IReadOnlyList<UnreadFile> Unread => _unread;

    /// <summary>Finds the files.</summary>
    /// <exception cref="UsageException">Standard input is named twice.</exception>
    public static InputFiles Find(IReadOnlyList<string> operands)
    {
        var files = new InputFiles();
        foreach (string operand in operands)
        {
            files.Add(operand);
        }

        return files;
    }

    private void Add(string operand)
    {
        if (operand == StandardInput)
        {
            if (!_known.Add(operand))
            {
                throw new UsageException("standard input (-) can be read only once");
            }

            _paths.Add(operand);
        }
        else if (Directory.Exists(operand))
        {
            var search = new FileSearch();
            search.Below(operand, Endings);
            AddFound(operand, search, $"it is a folder without a file named {string.Join(", ", Endings.Select(ending => "*" + ending))}");
        }
        else if (FileSearch.IsPattern(operand) && !File.Exists(operand))
        {
            var search = new FileSearch();
            search.Matching(operand);
            AddFound(operand, search, "no file matches the pattern");
        }
        else
        {
            AddOnce(operand);
        }
    }

    private void AddFound(string operand, FileSearch search, string reasonForNone)
    {
        search.Found.Sort(string.CompareOrdinal);
        search.Found.ForEach(AddOnce);
        _unread.AddRange(search.Unread);
        if (search.Found.Count == 0 && search.Unread.Count == 0)
        {
            _unread.Add(new UnreadFile(operand, reasonForNone));
        }
    }

    private void AddOnce(string path)
    {
        if (_known.Add(path.Length == 0 ? path : Path.GetFullPath(path)))
        {
            _paths.Add(path);
        }
    }
}
