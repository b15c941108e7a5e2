using System.Buffers;
using System.Globalization;

namespace Plumbline;

/// <summary>A relation between values at paths inside an object, judged on its raw text once the object has been read.</summary>
public abstract class PathRelation
{
    private readonly int[] _places;

    private protected PathRelation(Assertion assertion, int[]? places)
    {
        Assertion = assertion;
        _places = places ?? [];
    }

    /// <summary>What is reported.</summary>
    public Assertion Assertion { get; }

    /// <summary>Judges an object. Allocates nothing while the relation holds.</summary>
    /// <param name="text">The text; well-formed from <paramref name="start"/> to <paramref name="end"/>.</param>
    /// <param name="start">Where the object starts; other values pass.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="faults">Takes the faults.</param>
    public void Judge(ReadOnlySpan<byte> text, int start, int end, FaultList faults)
    {
        if (start < end && text[start] == '{')
        {
            JudgeObject(text.Slice(start, end - start), start, faults);
        }
    }

    /// <summary>Whether the relation holds, as far as that is seen at once from where the values stand; otherwise it has to be judged.</summary>
    /// <param name="text">The text that offsets count from.</param>
    /// <param name="lists">The lists among which the rule has its own.</param>
    public bool Holds(ReadOnlySpan<byte> text, PlaceList[] lists)
    {
        foreach (int number in _places)
        {
            if (!lists[number].IsOrdered)
            {
                return false;
            }
        }

        return _places.Length > 0 && Holds(text, lists, _places);
    }

    private protected abstract bool Holds(ReadOnlySpan<byte> text, PlaceList[] lists, int[] numbers);

    private protected abstract void JudgeObject(ReadOnlySpan<byte> value, int start, FaultList faults);
}

/// <summary>What an <c>x-links</c> demands: every string at one path equals a string at another that stands before it.</summary>
public sealed class LinkRule : PathRelation
{
    // An answer mostly refers to one of the last calls.
    private const int FewTargets = 16;

    private readonly InstancePath _from;
    private readonly InstancePath _to;

    /// <summary>Creates a rule.</summary>
    /// <param name="from">Path of the strings that refer.</param>
    /// <param name="to">Path of the strings that they refer to.</param>
    /// <param name="assertion">What is reported, at each string that refers to none before it.</param>
    /// <param name="places">Numbers of the lists that hold the values at the paths, in their order; null where these are looked for in the text.</param>
    public LinkRule(string from, string to, Assertion assertion, int[]? places = null)
        : base(assertion, places)
    {
        _from = InstancePath.Parse(from);
        _to = InstancePath.Parse(to);
    }

    private protected override bool Holds(ReadOnlySpan<byte> text, PlaceList[] lists, int[] numbers)
    {
        ReadOnlySpan<int> targets = lists[numbers[1]].Offsets;
        int before = 0;
        foreach (int from in lists[numbers[0]].Offsets)
        {
            while (before < targets.Length && targets[before] < from)
            {
                before++;
            }

            ReadOnlySpan<int> last = targets.Slice(Math.Max(0, before - FewTargets), Math.Min(before, FewTargets));
            if (text[from] == '"' && !Refers(text, from, last))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the string is written like one of some values; one in another spelling is left to be judged.
    private static bool Refers(ReadOnlySpan<byte> text, int from, ReadOnlySpan<int> targets)
    {
        ReadOnlySpan<byte> reference = text.Slice(from, JsonSyntax.SkipValue(text, from) - from);
        for (int i = targets.Length - 1; i >= 0; i--)
        {
            if (text.Slice(targets[i]).StartsWith(reference))
            {
                return true;
            }
        }

        return false;
    }

    private protected override void JudgeObject(ReadOnlySpan<byte> value, int start, FaultList faults)
    {
        if (!_from.MayOccurIn(value))
        {
            return;
        }

        // Offsets of the strings met so far, by their hashes: however many there are, each is looked at a few times.
        int[] table = ArrayPool<int>.Shared.Rent(TableLength(_to.CountIn(value)));
        Array.Clear(table, 0, table.Length);
        InstancePath.Matches targets = _to.In(value);
        bool hasTarget = targets.MoveNext();
        foreach (int offset in _from.In(value))
        {
            for (; hasTarget && targets.Current < offset; hasTarget = targets.MoveNext())
            {
                Find(table, value, targets.Current, adds: true);
            }

            if (value[offset] == '"' && !Find(table, value, offset, adds: false))
            {
                faults.Add(new Fault(Assertion, start + offset));
            }
        }

        ArrayPool<int>.Shared.Return(table);
    }

    private static int TableLength(long targets)
    {
        int length = 16;
        while (length < targets * 2 && length < 1 << 30)
        {
            length *= 2;
        }

        return length;
    }

    // Linear probing; a place holds an offset plus one, or 0 where it is free. Other values than strings refer to nothing.
    private static bool Find(int[] table, ReadOnlySpan<byte> value, int offset, bool adds)
    {
        if (value[offset] != '"')
        {
            return false;
        }

        ReadOnlySpan<byte> text = value.Slice(offset, JsonSyntax.SkipValue(value, offset) - offset);
        uint place = (uint)JsonEquality.Hash(text) % (uint)table.Length;
        for (; table[place] != 0; place = (place + 1) % (uint)table.Length)
        {
            int other = table[place] - 1;
            if (JsonEquality.AreEqual(value.Slice(other, JsonSyntax.SkipValue(value, other) - other), text))
            {
                return true;
            }
        }

        if (adds)
        {
            table[place] = offset + 1;
        }

        return false;
    }
}

/// <summary>What an <c>x-maxCount</c> demands: at most so many values at some paths together.</summary>
public sealed class CountLimitRule : PathRelation
{
    private readonly InstancePath[] _of;
    private readonly long _limit;

    /// <summary>Creates a rule.</summary>
    /// <param name="limit">The most values.</param>
    /// <param name="of">Paths of the values.</param>
    /// <param name="assertion">What is reported, with the number of values, at the first value too many.</param>
    /// <param name="places">Numbers of the lists that hold the values at the paths, in their order; null where these are looked for in the text.</param>
    public CountLimitRule(long limit, string[] of, Assertion assertion, int[]? places = null)
        : base(assertion, places)
    {
        _limit = limit;
        _of = Array.ConvertAll(of, InstancePath.Parse);
    }

    private protected override bool Holds(ReadOnlySpan<byte> text, PlaceList[] lists, int[] numbers)
    {
        long count = 0;
        foreach (int number in numbers)
        {
            count += lists[number].Count;
        }

        return count <= _limit;
    }

    private protected override void JudgeObject(ReadOnlySpan<byte> value, int start, FaultList faults)
    {
        long count = 0;
        int beyond = -1;
        foreach (InstancePath path in _of)
        {
            if (!path.MayOccurIn(value))
            {
                continue;
            }

            foreach (int offset in path.In(value))
            {
                beyond = ++count > _limit && beyond < 0 ? offset : beyond;
            }
        }

        if (beyond >= 0)
        {
            faults.Add(new Fault(Assertion, start + beyond, count));
        }
    }
}

/// <summary>What an <c>x-equalCounts</c> demands: as many values at one path as at each of the others.</summary>
public sealed class EqualCountsRule : PathRelation
{
    private readonly InstancePath[] _paths;

    /// <summary>Creates a rule.</summary>
    /// <param name="paths">The paths; at least two.</param>
    /// <param name="assertion">What is reported, at the object.</param>
    /// <param name="places">Numbers of the lists that hold the values at the paths, in their order; null where these are looked for in the text.</param>
    public EqualCountsRule(string[] paths, Assertion assertion, int[]? places = null)
        : base(assertion, places) => _paths = Array.ConvertAll(paths, InstancePath.Parse);

    private protected override bool Holds(ReadOnlySpan<byte> text, PlaceList[] lists, int[] numbers)
    {
        foreach (int number in numbers)
        {
            if (lists[number].Count != lists[numbers[0]].Count)
            {
                return false;
            }
        }

        return true;
    }

    private protected override void JudgeObject(ReadOnlySpan<byte> value, int start, FaultList faults)
    {
        long first = _paths[0].CountIn(value);
        for (int i = 1; i < _paths.Length; i++)
        {
            if (_paths[i].CountIn(value) != first)
            {
                faults.Add(new Fault(Assertion, start, -1, Counts(value)));
                return;
            }
        }
    }

    private string Counts(ReadOnlySpan<byte> value)
    {
        string[] counts = new string[_paths.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = _paths[i].CountIn(value).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(" and ", counts);
    }
}
