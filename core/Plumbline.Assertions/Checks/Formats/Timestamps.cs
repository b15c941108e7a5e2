namespace Plumbline.Formats;

/// <summary>Dates and times of RFC 3339, 5.6. A leap second is one at 23:59:60 UTC, whatever the day: they are announced half a year ahead.</summary>
internal static class Timestamps
{
    private const int DateLength = 10;

    /// <summary><c>full-date</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        int century = Ascii.TwoDigits(text);
        int years = Ascii.TwoDigits(text.Slice(2));
        int month = Ascii.TwoDigits(text.Slice(5));
        int day = Ascii.TwoDigits(text.Slice(8));
        return century >= 0 && years >= 0 && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((century * 100) + years, month);
    }

    /// <summary><c>full-time</c>.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        int hour = Ascii.TwoDigits(text);
        int minute = Ascii.TwoDigits(text.Slice(3));
        int second = Ascii.TwoDigits(text.Slice(6));
        ReadOnlySpan<byte> rest = text.Slice(8);
        if (rest[0] == '.')
        {
            int digits = Ascii.CountDigits(rest.Slice(1));
            if (digits == 0)
            {
                return false;
            }

            rest = rest.Slice(1 + digits);
        }

        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 60
            && TryReadOffset(rest, out int offset)
            && (second < 60 || IsLastMinuteOfDay((hour * 60) + minute - offset));
    }

    /// <summary><c>date-time</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > DateLength && IsDate(text.Slice(0, DateLength)) && text[DateLength] is (byte)'T' or (byte)'t' && IsTime(text.Slice(DateLength + 1));

    // In minutes east of Greenwich.
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int offset)
    {
        offset = 0;
        if (text.Length == 1)
        {
            return text[0] is (byte)'Z' or (byte)'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        int hours = Ascii.TwoDigits(text.Slice(1));
        int minutes = Ascii.TwoDigits(text.Slice(4));
        offset = (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return hours is >= 0 and <= 23 && minutes is >= 0 and <= 59;
    }

    private static bool IsLastMinuteOfDay(int minutesOfDay)
    {
        const int Day = 24 * 60;
        return (minutesOfDay + Day) % Day == Day - 1;
    }

    // Not DateTime.DaysInMonth: RFC 3339 has a year 0000.
    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
