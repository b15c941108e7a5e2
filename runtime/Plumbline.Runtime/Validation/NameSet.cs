namespace Plumbline;

/// <summary>
/// The member names met so far that no schema knows, by object: finds names that occur twice. Reading an object again (a branch that is
/// tried, then read aloud) changes nothing, since a name is told from its repetition by where it stands.
/// </summary>
internal sealed unsafe class NameSet
{
    private Entry[] _entries = new Entry[64];
    private int _count;
    private int _round = 1;

    /// <summary>Forgets all names, without touching memory.</summary>
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

    /// <summary>Notes a name.</summary>
    /// <param name="text">Start of the buffer that offsets count from.</param>
    /// <param name="start">Offset of the object.</param>
    /// <param name="name">Offset of the first byte between the name's quotes.</param>
    /// <param name="length">Bytes between the quotes.</param>
    /// <param name="hash">Hash of the unescaped name.</param>
    /// <returns>Whether the same name stands earlier in the same object.</returns>
    public bool Repeats(byte* text, nint start, nint name, int length, uint hash)
    {
        hash += (uint)start * 0x9E3779B1; // the same names in other objects of the value go elsewhere
        uint mask = (uint)_entries.Length - 1;
        for (uint slot = hash; ; slot++)
        {
            ref Entry entry = ref _entries[slot & mask];
            if (entry.Round != _round)
            {
                entry = new Entry(start, name, length, hash, _round);
                if (++_count > _entries.Length / 2)
                {
                    Grow();
                }

                return false;
            }

            if (entry.Hash == hash && entry.Start == start &&
                JsonString.EqualsRaw(new ReadOnlySpan<byte>(text + entry.Name, entry.Length), new ReadOnlySpan<byte>(text + name, length)))
            {
                return entry.Name != name;
            }
        }
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        uint mask = (uint)_entries.Length - 1;
        foreach (Entry entry in old)
        {
            if (entry.Round == _round)
            {
                uint slot = entry.Hash;
                while (_entries[slot & mask].Round == _round)
                {
                    slot++;
                }

                _entries[slot & mask] = entry;
            }
        }
    }

    private readonly record struct Entry(nint Start, nint Name, int Length, uint Hash, int Round);
}
