namespace Plumbline.Formats;

/// <summary>Durations of RFC 3339, appendix A: whole numbers; units follow each other without a gap (<c>P1Y2D</c> is none), weeks stand alone.</summary>
internal static class Durations
{
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text.Slice(1);
        int digits = Ascii.CountDigits(text);
        if (digits > 0 && digits + 1 == text.Length && text[digits] == 'W')
        {
            return true;
        }

        int time = text.IndexOf((byte)'T');
        return time < 0
            ? HasUnits(text, "YMD"u8)
            : (time == 0 || HasUnits(text.Slice(0, time), "YMD"u8)) && HasUnits(text.Slice(time + 1), "HMS"u8);
    }

    // One or more numbers with units that follow each other in the list.
    private static bool HasUnits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        int next = -1;
        while (text.Length > 0)
        {
            int digits = Ascii.CountDigits(text);
            if (digits == 0 || digits == text.Length)
            {
                return false;
            }

            int unit = units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = text.Slice(digits + 1);
        }

        return next >= 0;
    }
}
