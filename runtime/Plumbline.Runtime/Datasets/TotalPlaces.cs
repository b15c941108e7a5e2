using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>Finds where values stand that a total counts. Happens rarely, so that it may take its time: the block's lines are judged again.</summary>
internal static class TotalPlaces
{
    /// <summary>Finds values of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="judge">Judged the block.</param>
    /// <param name="total">What is counted.</param>
    /// <param name="index">Which total that is.</param>
    /// <param name="maxLineBytes">The longest line that is judged.</param>
    /// <param name="linesBefore">Lines before the block.</param>
    /// <param name="first">The first value that is wanted, counted from the block's first.</param>
    /// <param name="last">The last one.</param>
    /// <param name="found">Takes the places, with indices in the block.</param>
    public static void Find(
        LineBlock block, LineJudge judge, DatasetTotal total, int index, int maxLineBytes, long linesBefore, long first, long last, Action<TotalPlace> found)
    {
        long line = linesBefore;
        long counted = 0;
        for (nint at = block.TextStart, feed; at < block.End && counted <= last; at = feed + 1)
        {
            line++;
            feed = block.EndOfEmptyLine(at);
            if (feed >= 0)
            {
                continue;
            }

            feed = judge.JudgeAt(block.Lines, at);
            ReadOnlySpan<byte> text = LineBlock.TextOf(block.Lines, at, feed);
            if (text.Length > maxLineBytes || judge.IsMalformed)
            {
                continue;
            }

            long next = counted + judge.Counters[index];
            for (long wanted = Math.Max(first, counted); wanted <= last && wanted < next; wanted++)
            {
                Finding place = FindingBuilder.Build(
                    new Fault(total.Assertion, OffsetOf(total.Path, text, wanted - counted)), text, path: null, line, block.InputOffset(at));
                found(new TotalPlace(index, wanted, line, place.Column, place.ByteOffset, place.ByteLength, place.Pointer));
            }

            counted = next;
        }
    }

    // Of a name that occurs twice a judge may count both and the path only the first: then the line is the place.
    private static int OffsetOf(InstancePath path, ReadOnlySpan<byte> text, long index)
    {
        foreach (int offset in path.In(text))
        {
            if (index-- == 0)
            {
                return offset;
            }
        }

        return 0;
    }
}
