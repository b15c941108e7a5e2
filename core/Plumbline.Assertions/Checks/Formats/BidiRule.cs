using System.Globalization;

namespace Plumbline.Formats;

/// <summary>The bidi rule of RFC 5893, 2. .NET does not tell the direction of characters; see <see cref="IdnTables"/>.</summary>
internal static class BidiRule
{
    private enum Direction
    {
        Left,
        Right,
        ArabicNumber,
        EuropeanNumber,
        Mark,
        Neutral,
    }

    /// <summary>Whether a label makes its name a bidi domain name: it has a character of the classes R, AL or AN.</summary>
    public static bool Concerns(ReadOnlySpan<int> label)
    {
        foreach (int codePoint in label)
        {
            if (DirectionOf(codePoint) is Direction.Right or Direction.ArabicNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a label of a bidi domain name keeps the six conditions.</summary>
    public static bool Accepts(ReadOnlySpan<int> label)
    {
        if (label.IsEmpty || DirectionOf(label[0]) is not (Direction.Left or Direction.Right))
        {
            return false;
        }

        bool isRight = DirectionOf(label[0]) == Direction.Right;
        bool hasArabicNumber = false;
        bool hasEuropeanNumber = false;
        Direction last = Direction.Neutral;
        foreach (int codePoint in label)
        {
            Direction direction = DirectionOf(codePoint);
            if (isRight ? direction == Direction.Left : direction is Direction.Right or Direction.ArabicNumber)
            {
                return false;
            }

            hasArabicNumber |= direction == Direction.ArabicNumber;
            hasEuropeanNumber |= direction == Direction.EuropeanNumber;
            last = direction == Direction.Mark ? last : direction;
        }

        return last != Direction.Neutral && !(isRight && hasArabicNumber && hasEuropeanNumber);
    }

    private static Direction DirectionOf(int codePoint)
    {
        if (codePoint < 0x80)
        {
            return codePoint is >= '0' and <= '9' ? Direction.EuropeanNumber : codePoint == '-' ? Direction.Neutral : Direction.Left;
        }

        return CodePointCategory.Of(codePoint) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Direction.Mark,
            UnicodeCategory.DecimalDigitNumber when IdnTables.ArabicNumbers.Contains(codePoint) => Direction.ArabicNumber,
            UnicodeCategory.DecimalDigitNumber when IdnTables.EuropeanNumbers.Contains(codePoint) => Direction.EuropeanNumber,
            UnicodeCategory.Format or UnicodeCategory.OtherPunctuation or UnicodeCategory.ConnectorPunctuation
                when !IdnTables.RightToLeft.Contains(codePoint) => Direction.Neutral,
            _ => IdnTables.RightToLeft.Contains(codePoint) ? Direction.Right : Direction.Left,
        };
    }
}
