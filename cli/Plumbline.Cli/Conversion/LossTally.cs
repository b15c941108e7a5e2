namespace Plumbline.Cli.Conversion;

/// <summary>What could not be carried, or had to be made up, with how often and where first. Only what examples lost that were converted counts.</summary>
internal sealed class LossTally
{
    private readonly List<Entry> _entries = [];
    private readonly List<(string Words, bool IsLoss, long Count)> _pending = [];

    /// <summary>What was lost or changed, in the order of first sight.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Whether anything was lost.</summary>
    public bool HasLosses => _entries.Exists(entry => entry.IsLoss);

    /// <summary>Notes that the example at hand loses something.</summary>
    public void Lose(string what, long count = 1) => _pending.Add((what, true, count));

    /// <summary>Notes that something of the example at hand is told otherwise; nothing is lost by it.</summary>
    public void Change(string what, long count = 1) => _pending.Add((what, false, count));

    /// <summary>The example at hand was not converted after all.</summary>
    public void Forget() => _pending.Clear();

    /// <summary>The example at hand was converted.</summary>
    /// <param name="path">The file that it stands in.</param>
    /// <param name="line">Its line.</param>
    public void Settle(string path, long line)
    {
        foreach ((string words, bool isLoss, long count) in _pending)
        {
            Entry? known = _entries.Find(entry => entry.Words == words && entry.IsLoss == isLoss);
            if (known is null)
            {
                known = new Entry(words, isLoss, path, line);
                _entries.Add(known);
            }

            known.Count += count;
        }

        _pending.Clear();
    }

    /// <summary>One kind of loss or change.</summary>
    public sealed class Entry(string words, bool isLoss, string path, long line)
    {
        public string Words => words;

        public bool IsLoss => isLoss;

        public long Count { get; set; }

        public string FirstPath => path;

        public long FirstLine => line;
    }
}
