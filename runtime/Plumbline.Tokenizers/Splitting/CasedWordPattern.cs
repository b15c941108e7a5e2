using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// The pattern of o200k_base, where a word is capitals and then small letters, with a contraction at its end:
/// <c>[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|
/// [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|
/// \p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal readonly struct CasedWordPattern : IPretokenPattern
{
    public static bool CutsAscii => true;

    public static bool IsCased => true;

    public static int MostDigits => 3;

    public static int EndOf(ref byte text, int position, int end)
    {
        CharacterClass first = Utf8Reader.ClassAt(ref text, position, end, out int length);
        byte lead = Unsafe.Add(ref text, position);
        int next = position + length;
        if ((first & CharacterClass.Number) != 0)
        {
            return EndOfNumber(ref text, next, end);
        }

        if (EndOfWord(ref text, position, next, first, end) is > 0 and int word)
        {
            return word < end && Unsafe.Add(ref text, word) == '\'' ? word + Contractions.Length(ref text, word, end) : word;
        }

        const CharacterClass NotMarks = CharacterClass.Space | CharacterClass.Letter | CharacterClass.Number;
        CharacterClass second = next < end ? Utf8Reader.ClassAt(ref text, next, end, out _) : CharacterClass.Space;
        if ((first & NotMarks) == 0 || (lead == ' ' && (second & NotMarks) == 0))
        {
            next = Utf8Reader.EndOfRunOutside(ref text, next, end, NotMarks);
            while (next < end && Unsafe.Add(ref text, next) is (byte)'\r' or (byte)'\n' or (byte)'/')
            {
                next++;
            }

            return next;
        }

        return WhiteSpace.EndOf(ref text, position, end, linesApart: true, keepsLast: false);
    }

    // The two word alternatives, each first with the optional character before the word and then without: the order in which the pattern is tried.
    private static int EndOfWord(ref byte text, int position, int next, CharacterClass first, int end)
    {
        bool mayPrefix = (first & (CharacterClass.Letter | CharacterClass.NewLine)) == 0;
        bool mayStart = (first & (CharacterClass.Upper | CharacterClass.Lower)) != 0;
        int capitals = 0, bareCapitals = 0;
        if (mayPrefix && EndOfSmallLetters(ref text, next, end, out capitals) is > 0 and int prefixed)
        {
            return prefixed;
        }

        if (mayStart && EndOfSmallLetters(ref text, position, end, out bareCapitals) is > 0 and int bare)
        {
            return bare;
        }

        return mayPrefix && capitals > next ? capitals
            : mayStart && bareCapitals > position ? bareCapitals
            : 0;
    }

    // [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+ or 0. Where nothing small follows the capitals, the pattern gives capitals back
    // up to the last one that counts as small too (a letter without case, a mark).
    private static int EndOfSmallLetters(ref byte text, int position, int end, out int endOfCapitals)
    {
        int lastBoth = 0;
        CharacterClass found = CharacterClass.None;
        int at = position;
        while (at < end)
        {
            found = Utf8Reader.ClassAt(ref text, at, end, out int length);
            if ((found & CharacterClass.Upper) == 0)
            {
                break;
            }

            at += length;
            if ((found & CharacterClass.Lower) != 0)
            {
                lastBoth = at;
            }
        }

        endOfCapitals = at;
        return at < end && (found & CharacterClass.Lower) != 0 ? Utf8Reader.EndOfRun(ref text, at, end, CharacterClass.Lower) : lastBoth;
    }

    private static int EndOfNumber(ref byte text, int next, int end)
    {
        for (int digits = 1; digits < 3 && next < end; digits++)
        {
            if ((Utf8Reader.ClassAt(ref text, next, end, out int length) & CharacterClass.Number) == 0)
            {
                break;
            }

            next += length;
        }

        return next;
    }
}
