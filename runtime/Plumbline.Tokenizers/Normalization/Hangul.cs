namespace Plumbline.Tokenizers.Normalization;

/// <summary>Hangul syllables and the letters they are made of (The Unicode Standard, section 3.12).</summary>
internal static class Hangul
{
    public const int FirstVowel = 0x1161;
    public const int Vowels = 21;

    /// <summary>The code point before the first trailing consonant: it stands for none.</summary>
    public const int BeforeTrails = 0x11A7;

    /// <summary>Trailing consonants, and none.</summary>
    public const int Trails = 28;

    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int Leads = 19;
    private const int Syllables = Leads * Vowels * Trails;

    /// <summary>A syllable with a trailing consonant into the one without and that; one without into lead and vowel.</summary>
    public static bool Decompose(int syllable, out int first, out int second)
    {
        int index = syllable - FirstSyllable;
        if ((uint)index >= Syllables)
        {
            first = second = 0;
            return false;
        }

        int trail = index % Trails;
        (first, second) = trail != 0
            ? (syllable - trail, BeforeTrails + trail)
            : (FirstLead + (index / (Vowels * Trails)), FirstVowel + (index / Trails % Vowels));
        return true;
    }

    /// <summary>The reverse, or 0.</summary>
    public static int Compose(int first, int second)
    {
        int lead = first - FirstLead, vowel = second - FirstVowel, open = first - FirstSyllable, trail = second - BeforeTrails;
        return (uint)lead < Leads && (uint)vowel < Vowels ? FirstSyllable + (((lead * Vowels) + vowel) * Trails)
            : (uint)open < Syllables && open % Trails == 0 && trail is > 0 and < Trails ? first + trail
            : 0;
    }
}
