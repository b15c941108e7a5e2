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

    private static int SpaceBefore(ReadOnlySpan<byte> text)
    {
        int space = 0;
        while (space < text.Length && text[space] is (byte)' ' or (byte)'\t')
        {
            space++;
        }

        return space;
    }

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

/// <summary>What the merged blocks of a run, or the ranges of a file, have shown of values that all lines have in common; entered by one thread
/// at a time.</summary>
internal sealed class UniformFold(IReadOnlyList<UniformRule> rules, string? path)
{
    /// <summary>For each rule, what was met first, or null.</summary>
    public UniformSighting?[] First { get; } = new UniformSighting?[rules.Count];

    /// <summary>For each rule, what differed first from <see cref="First"/>, or null.</summary>
    public UniformSighting?[] Different { get; } = new UniformSighting?[rules.Count];

    /// <summary>For each rule that is broken, the finding of the first line that differs.</summary>
    public IEnumerable<Finding> Differences => Different.Select((seen, rule) => seen is null ? null : Tell(rule, seen)).OfType<Finding>();

    /// <summary>Takes what a block has shown.</summary>
    /// <param name="block">The block.</param>
    /// <param name="tally">What it has shown.</param>
    /// <param name="linesBefore">Lines before the block.</param>
    public void Merge(LineBlock block, UniformTally tally, long linesBefore)
    {
        for (int i = 0; i < First.Length; i++)
        {
            UniformTally.Sighting seen = tally.First[i];
            if (Different[i] is not null || !seen.IsThere)
            {
                continue;
            }

            if (First[i] is not { } known)
            {
                First[i] = Keep(i, block, seen, linesBefore);
                seen = tally.Different[i];
            }
            else if (rules[i].ByValue ? JsonEquality.AreEqual(known.Value, seen.Value(block)) : known.Mask == seen.Mask)
            {
                seen = tally.Different[i];
            }

            Different[i] = seen.IsThere ? Keep(i, block, seen, linesBefore) : null;
        }
    }

    /// <summary>Takes what a range has shown.</summary>
    /// <param name="part">The range.</param>
    /// <param name="linesBefore">Lines before the range.</param>
    public void Merge(DatasetPart part, long linesBefore)
    {
        for (int i = 0; i < First.Length; i++)
        {
            UniformSighting? seen = part.First[i];
            if (Different[i] is not null || seen is null)
            {
                continue;
            }

            if (First[i] is not { } known)
            {
                First[i] = seen with { Line = linesBefore + seen.Line };
                seen = part.Different[i];
            }
            else if (rules[i].ByValue ? JsonEquality.AreEqual(known.Value, seen.Value) : known.Mask == seen.Mask)
            {
                seen = part.Different[i];
            }

            Different[i] = seen is null ? null : seen with { Line = linesBefore + seen.Line };
        }
    }

    private UniformSighting Keep(int rule, LineBlock block, UniformTally.Sighting seen, long linesBefore)
    {
        long line = linesBefore + seen.Index + 1;
        Finding place = FindingBuilder.Build(new Fault(rules[rule].Assertion, seen.Offset), seen.Text(block), path, line, block.InputOffset(seen.Start));
        byte[] value = rules[rule].ByValue ? seen.Value(block).ToArray() : [];
        return new UniformSighting(line, place.Column, place.ByteOffset, place.ByteLength, place.Pointer, place.Found, value, seen.Mask);
    }

    private Finding Tell(int rule, UniformSighting seen)
    {
        UniformSighting first = First[rule]!;
        Assertion assertion = rules[rule].Assertion;
        string facts = string.Create(CultureInfo.InvariantCulture, $"{Shown(rules[rule], seen)} here, {Shown(rules[rule], first)} on line {first.Line}");

        // The text that the value stands in is gone: what it tells was kept.
        return FindingBuilder.Build(new Fault(assertion, 0, -1, facts), "null"u8, path, seen.Line) with
        {
            Column = seen.Column,
            ByteOffset = seen.ByteOffset,
            ByteLength = seen.ByteLength,
            Pointer = seen.Pointer,
            Found = seen.Found,
            SchemaLocation = assertion.Location,
        };
    }

    private static string Shown(UniformRule rule, UniformSighting seen)
    {
        if (rule.ByValue)
        {
            return FindingText.Shown(seen.Value);
        }

        string[] there = [.. rule.Paths.Where((_, i) => (seen.Mask & (1L << i)) != 0).Select(known => known.Text)];
        return there.Length == 0 ? (rule.Paths.Count == 1 ? "nothing" : "none of them") : string.Join(" and ", there);
    }
}
