namespace Plumbline;

/// <summary>Which of a value's sorted faults are told. Both selections move the faults they keep to the front and return their number.</summary>
internal static class FaultSelection
{
    public static int WithoutRepeats(Fault[] faults, int count)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (kept == 0 || FaultOrder.Instance.Compare(faults[kept - 1], faults[i]) != 0)
            {
                faults[kept++] = faults[i];
            }
        }

        return kept;
    }

    public static int WithoutIdleAdvice(Fault[] faults, int count, ReadOnlySpan<byte> text)
    {
        int kept = 0;
        int nextError = 0;
        for (int i = 0; i < count; i++)
        {
            Fault fault = faults[i];
            if (fault.Assertion.Advice is not null)
            {
                // The first error at or after this offset; `nextError` only moves forward, so the whole pass is linear.
                // It never looks at moved entries: those lie before `kept`, and errors before this offset do not matter.
                nextError = FirstErrorFrom(faults, count, Math.Max(nextError, i), fault.Offset);
                bool errorAtSameOffset = kept > 0 && HasErrorAt(faults, kept, fault.Offset);
                if (errorAtSameOffset ||
                    (nextError < count && faults[nextError].Offset < EndOf(text, fault.Offset)))
                {
                    continue;
                }
            }

            faults[kept++] = fault;
        }

        return kept;
    }

    private static int FirstErrorFrom(Fault[] faults, int count, int index, int offset)
    {
        while (index < count && (faults[index].Assertion.Severity != Severity.Error || faults[index].Offset < offset))
        {
            index++;
        }

        return index;
    }

    // Among the kept faults, errors at one offset stand together with the advice at that offset at the very end.
    private static bool HasErrorAt(Fault[] faults, int kept, int offset)
    {
        for (int i = kept - 1; i >= 0 && faults[i].Offset == offset; i--)
        {
            if (faults[i].Assertion.Severity == Severity.Error)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<byte> text, int offset) =>
        (uint)offset < (uint)text.Length ? JsonSyntax.SkipValue(text, offset) : offset + 1;
}
