using System.Globalization;

namespace Plumbline.Formats;

/// <summary>U-labels of IDNA 2008: characters by RFC 5892, contextual rules by its appendix A, hyphens and marks by RFC 5891, 4.2.3.</summary>
/// <remarks>Whether a label is in normal form C is not judged: host applications without ICU cannot tell.</remarks>
internal static class IdnLabel
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Whether hyphens stand in the third and fourth place.</summary>
    public static bool HasReservedHyphens(ReadOnlySpan<int> label) => label.Length >= 4 && label[2] == '-' && label[3] == '-';

    /// <summary>Whether code points are a valid U-label.</summary>
    public static bool IsValid(ReadOnlySpan<int> label)
    {
        if (label.IsEmpty || label[0] == '-' || label[label.Length - 1] == '-' || HasReservedHyphens(label) || IsMark(label[0]))
        {
            return false;
        }

        for (int i = 0; i < label.Length; i++)
        {
            if (!IsValidAt(label, i))
            {
                return false;
            }
        }

        return true;
    }

    // The exceptions of RFC 5892, 2.6, come first, then its order (3).
    private static bool IsValidAt(ReadOnlySpan<int> label, int at) => label[at] switch
    {
        < 0x80 => label[at] is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'),
        0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007 => true,
        0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B => false,
        0xB7 => Before(label, at) == 'l' && After(label, at) == 'l',
        0x375 => IdnTables.Greek.Contains(After(label, at)),
        0x5F3 or 0x5F4 => IdnTables.Hebrew.Contains(Before(label, at)),
        0x30FB => HasKanaOrHan(label),
        >= 0x660 and <= 0x669 => !HasAny(label, 0x6F0, 0x6F9),
        >= 0x6F0 and <= 0x6F9 => !HasAny(label, 0x660, 0x669),
        ZeroWidthNonJoiner => IsAfterVirama(label, at) || IsBetweenJoining(label, at),
        ZeroWidthJoiner => IsAfterVirama(label, at),
        _ => IsLetterDigit(label[at]) && !IdnTables.Disallowed.Contains(label[at]),
    };

    private static int Before(ReadOnlySpan<int> label, int at) => at > 0 ? label[at - 1] : -1;

    private static int After(ReadOnlySpan<int> label, int at) => at + 1 < label.Length ? label[at + 1] : -1;

    private static bool IsAfterVirama(ReadOnlySpan<int> label, int at) => IdnTables.Viramas.Contains(Before(label, at));

    // RFC 5892, A.1: (Joining_Type:{L,D})(Joining_Type:T)*(ZWNJ)(Joining_Type:T)*(Joining_Type:{R,D}); marks are transparent.
    private static bool IsBetweenJoining(ReadOnlySpan<int> label, int at)
    {
        int before = at - 1;
        while (before >= 0 && IsTransparent(label[before]))
        {
            before--;
        }

        int after = at + 1;
        while (after < label.Length && IsTransparent(label[after]))
        {
            after++;
        }

        return before >= 0 && after < label.Length
            && IdnTables.JoinsAfter.Contains(label[before])
            && (IdnTables.JoinsAfter.Contains(label[after]) || IdnTables.JoinsBeforeOnly.Contains(label[after]));
    }

    // RFC 5892, A.7: the middle dot itself is of no script.
    private static bool HasKanaOrHan(ReadOnlySpan<int> label)
    {
        foreach (int codePoint in label)
        {
            if (IdnTables.KanaOrHan.Contains(codePoint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<int> label, int first, int last)
    {
        foreach (int codePoint in label)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTransparent(int codePoint) =>
        CodePointCategory.Of(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsMark(int codePoint) =>
        CodePointCategory.Of(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // RFC 5892, 2.1, without upper case, which case folding makes unstable (2.2).
    private static bool IsLetterDigit(int codePoint) => CodePointCategory.Of(codePoint) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
}
