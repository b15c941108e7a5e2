namespace Plumbline;

/// <summary>What came of the readings that may be asked for again (<see cref="Visit"/>). Emptied for each value without touching memory.</summary>
internal sealed class VisitTable
{
    private Entry[] _entries = new Entry[64];
    private int _count;
    private int _round = 1;

    /// <summary>Forgets all readings.</summary>
    public void Clear()
    {
        if (_count == 0)
        {
            return;
        }

        _count = 0;
        if (++_round == int.MaxValue)
        {
            Array.Clear(_entries);
            _round = 1;
        }
    }

    /// <summary>Looks for a reading.</summary>
    public bool TryFind(in Visit.Key key, out Visit.Outcome outcome)
    {
        ref Entry entry = ref Place(key);
        outcome = entry.Outcome;
        return entry.Round == _round;
    }

    /// <summary>Notes a reading.</summary>
    public void Note(in Visit.Key key, in Visit.Outcome outcome)
    {
        ref Entry entry = ref Place(key);
        bool isNew = entry.Round != _round;
        entry = new Entry(key, outcome, _round);
        if (isNew && ++_count > _entries.Length / 2)
        {
            Grow();
        }
    }

    // The entry of a key, or the free one where it belongs.
    private ref Entry Place(in Visit.Key key)
    {
        uint mask = (uint)_entries.Length - 1;
        for (uint slot = key.Hash; ; slot++)
        {
            ref Entry entry = ref _entries[slot & mask];
            if (entry.Round != _round || entry.Key.IsSameAs(key))
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (ref readonly Entry entry in old.AsSpan())
        {
            if (entry.Round == _round)
            {
                Place(entry.Key) = entry;
            }
        }
    }

    private readonly record struct Entry(Visit.Key Key, Visit.Outcome Outcome, int Round);
}
