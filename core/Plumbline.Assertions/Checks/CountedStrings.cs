namespace Plumbline;

/// <summary>The strings of one text whose tokens were counted, by where they start: a string that several limits are about, or a limit and statistics, is
/// counted once. Reused for the next text; in steady state it allocates nothing.</summary>
/// <param name="wantsAll">Whether the tokens of every string are going to be asked for: then no count is broken off where a limit is passed.</param>
public sealed class CountedStrings(bool wantsAll = false)
{
    // A shorter string is counted as fast as it is looked up.
    private const int Shortest = 64;

    private const int FewBits = 5;

    // A table that grew for a text is not emptied for each that follows.
    private const int MostKeptBits = 10;

    // An entry stands at the hash of its offset or behind, at most half of them are taken.
    private Entry[] _entries = new Entry[1 << FewBits];
    private int _bits = FewBits;
    private int _count;

    /// <summary>Whether the tokens of every string are going to be asked for.</summary>
    public bool WantsAll => wantsAll;

    /// <summary>Forgets all strings: another text is read.</summary>
    public void Clear()
    {
        if (_bits > MostKeptBits)
        {
            _bits = FewBits;
            _entries = new Entry[1 << FewBits];
        }
        else if (_count > 0)
        {
            Array.Clear(_entries, 0, _entries.Length);
        }

        _count = 0;
    }

    /// <summary>Finds a string that was counted.</summary>
    /// <param name="offset">Where it starts in the text.</param>
    /// <param name="end">The offset behind it.</param>
    /// <param name="tokens">Its tokens.</param>
    public bool TryFind(int offset, out int end, out long tokens)
    {
        ref readonly Entry entry = ref EntryOf(offset);
        (end, tokens) = (entry.End, entry.Tokens);
        return end > 0;
    }

    /// <summary>Remembers a string.</summary>
    /// <param name="offset">Where it starts in the text.</param>
    /// <param name="end">The offset behind it.</param>
    /// <param name="tokens">Its tokens, all of them.</param>
    internal void Add(int offset, int end, long tokens)
    {
        if (end - offset < Shortest)
        {
            return;
        }

        if (2 * (_count + 1) > _entries.Length)
        {
            Grow();
        }

        ref Entry entry = ref EntryOf(offset);
        _count += entry.End > 0 ? 0 : 1;
        entry = new Entry { Offset = offset, End = end, Tokens = tokens };
    }

    // The entry of an offset, or the free one where it would be.
    private ref Entry EntryOf(int offset)
    {
        int index = (int)((uint)offset * 0x9E3779B1 >> (32 - _bits));
        while (_entries[index].End > 0 && _entries[index].Offset != offset)
        {
            index = (index + 1) & (_entries.Length - 1);
        }

        return ref _entries[index];
    }

    private void Grow()
    {
        Entry[] before = _entries;
        _entries = new Entry[1 << ++_bits];
        foreach (Entry entry in before)
        {
            if (entry.End > 0)
            {
                EntryOf(entry.Offset) = entry;
            }
        }
    }

    // No string ends at 0.
    private struct Entry
    {
        public int Offset;
        public int End;
        public long Tokens;
    }
}
