using System.Globalization;
using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>What one block shows of values that all lines have in common: the first of each rule, and the first that differs from it.</summary>
/// <remarks>Notes offsets into the block, which is still there when its turn comes to be merged. Allocates nothing a line.</remarks>
internal sealed class UniformTally(IReadOnlyList<UniformRule> rules)
{
    /// <summary>For each rule, what was met first.</summary>
    public Sighting[] First { get; } = new Sighting[rules.Count];

    /// <summary>For each rule, what differed first from <see cref="First"/>.</summary>
    public Sighting[] Different { get; } = new Sighting[rules.Count];

    /// <summary>Looks at an example.</summary>
    /// <param name="block">The block.</param>
    /// <param name="index">Index of the line in it.</param>
    /// <param name="start">Where the line starts.</param>
    /// <param name="feed">Where it ends.</param>
    public void Note(LineBlock block, long index, nint start, nint feed)
    {
        ReadOnlySpan<byte> text = LineBlock.TextOf(block.Lines, start, feed);
        for (int i = 0; i < rules.Count; i++)
        {
            if (Different[i].IsThere)
            {
                continue;
            }

            if (rules[i].ByValue)
            {
                NoteValues(block, i, text, index, start);
            }
            else if (Presence(rules[i], text) is var mask && (mask != 0 || !rules[i].IsOptional))
            {
                Note(block, i, new Sighting(true, index, start, text.Length, SpaceBefore(text), mask));
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(First);
        Array.Clear(Different);
    }

    private static long Presence(UniformRule rule, ReadOnlySpan<byte> text)
    {
        long mask = 0;
        for (int i = 0; i < rule.Paths.Count; i++)
        {
            if (rule.Paths[i].MayOccurIn(text) && rule.Paths[i].In(text).MoveNext())
            {
                mask |= 1L << i;
            }
        }

        return mask;
    }

    private static int SpaceBefore(ReadOnlySpan<byte> text) => text.Length - text.TrimStart(" \t"u8).Length;

    private void NoteValues(LineBlock block, int rule, ReadOnlySpan<byte> text, long index, nint start)
    {
        foreach (InstancePath path in rules[rule].Paths)
        {
            if (!path.MayOccurIn(text))
            {
                continue;
            }

            foreach (int offset in path.In(text))
            {
                Note(block, rule, new Sighting(true, index, start, text.Length, offset, 0));
            }
        }
    }

    private void Note(LineBlock block, int rule, Sighting seen)
    {
        ref Sighting first = ref First[rule];
        if (!first.IsThere)
        {
            first = seen;
        }
        else if (!Different[rule].IsThere && !(rules[rule].ByValue ? JsonEquality.AreEqual(first.Value(block), seen.Value(block)) : first.Mask == seen.Mask))
        {
            Different[rule] = seen;
        }
    }

    /// <summary>A value in a block, or which of several values a line has.</summary>
    /// <param name="IsThere">Whether there was anything.</param>
    /// <param name="Index">Index of the line in the block.</param>
    /// <param name="Start">Where the line starts.</param>
    /// <param name="Length">Length of its text.</param>
    /// <param name="Offset">Where the value starts in the line.</param>
    /// <param name="Mask">Which of the rule's paths lead to a value: a bit each.</param>
    internal readonly record struct Sighting(bool IsThere, long Index, nint Start, int Length, int Offset, long Mask)
    {
        /// <summary>The text of the line.</summary>
        public ReadOnlySpan<byte> Text(LineBlock block) => block.Lines.Text.Slice((int)Start, Length);

        /// <summary>The text of the value.</summary>
        public ReadOnlySpan<byte> Value(LineBlock block)
        {
            ReadOnlySpan<byte> text = Text(block);
            return text[Offset..JsonSyntax.SkipValue(text, Offset)];
        }
    }
}

/// <summary>What the merged blocks of a run have shown of values that all lines have in common; entered by one thread at a time.</summary>
internal sealed class UniformFold(IReadOnlyList<UniformRule> rules, string? path)
{
    private readonly Common[] _first = new Common[rules.Count];

    /// <summary>For each rule, the finding of the first line that differs, or null.</summary>
    public Finding?[] Differences { get; } = new Finding?[rules.Count];

    /// <summary>Takes what a block has shown.</summary>
    /// <param name="block">The block.</param>
    /// <param name="tally">What it has shown.</param>
    /// <param name="linesBefore">Lines before the block.</param>
    public void Merge(LineBlock block, UniformTally tally, long linesBefore)
    {
        for (int i = 0; i < _first.Length; i++)
        {
            UniformTally.Sighting seen = tally.First[i];
            if (Differences[i] is not null || !seen.IsThere)
            {
                continue;
            }

            if (_first[i].Value is not { } known)
            {
                byte[] value = rules[i].ByValue ? seen.Value(block).ToArray() : [];
                _first[i] = new Common(linesBefore + seen.Index + 1, value, seen.Mask);
                seen = tally.Different[i];
            }
            else if (rules[i].ByValue ? JsonEquality.AreEqual(known, seen.Value(block)) : _first[i].Mask == seen.Mask)
            {
                seen = tally.Different[i];
            }

            Differences[i] = seen.IsThere ? Tell(i, block, seen, linesBefore + seen.Index + 1) : null;
        }
    }

    private Finding Tell(int rule, LineBlock block, UniformTally.Sighting seen, long line)
    {
        Common first = _first[rule];
        string found = rules[rule].ByValue ? FindingText.Shown(seen.Value(block)) : PathsOf(rules[rule], seen.Mask);
        string before = rules[rule].ByValue ? FindingText.Shown(first.Value) : PathsOf(rules[rule], first.Mask);
        string facts = string.Create(CultureInfo.InvariantCulture, $"{found} here, {before} on line {first.Line}");
        var fault = new Fault(rules[rule].Assertion, seen.Offset, -1, facts);
        return FindingBuilder.Build(fault, seen.Text(block), path, line, block.InputOffset(seen.Start)) with { SchemaLocation = rules[rule].Assertion.Location };
    }

    private static string PathsOf(UniformRule rule, long mask)
    {
        string[] there = [.. rule.Paths.Where((_, i) => (mask & (1L << i)) != 0).Select(path => path.Text)];
        return there.Length == 0 ? (rule.Paths.Count == 1 ? "nothing" : "none of them") : string.Join(" and ", there);
    }

    private readonly record struct Common(long Line, byte[] Value, long Mask);
}
