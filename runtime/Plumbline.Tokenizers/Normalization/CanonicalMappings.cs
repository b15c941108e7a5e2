using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>
/// Canonical decompositions, compositions and combining classes (Unicode Standard Annex 15), but for Hangul syllables, which are computed. The data is
/// written by <c>tools/Plumbline.Tokenizers.Tools normalization</c>.
/// </summary>
internal static partial class CanonicalMappings
{
    private static readonly Dictionary<int, byte> Classes = ReadClasses();
    private static readonly Dictionary<int, (int First, int Second)> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly ulong[] Unsettled = new ulong[CharacterClasses.CodePoints / 64];

    static CanonicalMappings()
    {
        ReadMappings();
        foreach (int codePoint in Classes.Keys)
        {
            Unsettle(codePoint);
        }

        for (int vowel = Hangul.FirstVowel; vowel < Hangul.FirstVowel + Hangul.Vowels; vowel++)
        {
            Unsettle(vowel);
        }

        for (int trail = Hangul.BeforeTrails + 1; trail < Hangul.BeforeTrails + Hangul.Trails; trail++)
        {
            Unsettle(trail);
        }
    }

    /// <summary>
    /// Whether a character may change, or move, or join the one before it. Others stay as they are, and nothing before them touches what follows.
    /// </summary>
    public static bool IsUnsettled(int codePoint) => (Unsettled[codePoint >> 6] >> codePoint & 1) != 0;

    /// <summary>The canonical combining class.</summary>
    public static int ClassOf(int codePoint) => Classes.TryGetValue(codePoint, out byte value) ? value : 0;

    /// <summary>What a character decomposes to, in one step; the second is 0 where it is one character. False where it does not.</summary>
    public static bool Decompose(int codePoint, out int first, out int second)
    {
        if (Hangul.Decompose(codePoint, out first, out second))
        {
            return true;
        }

        bool found = Decompositions.TryGetValue(codePoint, out (int First, int Second) parts);
        (first, second) = parts;
        return found;
    }

    /// <summary>What two characters compose to, or 0.</summary>
    public static int Compose(int first, int second) =>
        Hangul.Compose(first, second) is > 0 and int syllable ? syllable
        : Compositions.TryGetValue((first, second), out int composed) ? composed
        : 0;

    private static void Unsettle(int codePoint) => Unsettled[codePoint >> 6] |= 1UL << codePoint;

    private static Dictionary<int, byte> ReadClasses()
    {
        var classes = new Dictionary<int, byte>();
        ReadOnlySpan<byte> data = ClassRuns;
        for (int codePoint = 0; !data.IsEmpty;)
        {
            byte value = data[0];
            data = data[1..];
            for (int end = codePoint + Number(ref data); codePoint < end; codePoint++)
            {
                if (value != 0)
                {
                    classes.Add(codePoint, value);
                }
            }
        }

        return classes;
    }

    private static void ReadMappings()
    {
        ReadOnlySpan<byte> data = Mappings;
        for (int codePoint = 0; !data.IsEmpty;)
        {
            codePoint += Number(ref data);
            int firstAndFlag = Number(ref data), second = Number(ref data), first = firstAndFlag >> 1;
            Decompositions.Add(codePoint, (first, second));
            if ((firstAndFlag & 1) != 0)
            {
                Unsettle(codePoint); // never composed again
            }
            else
            {
                Compositions.Add((first, second), codePoint);
                Unsettle(second);
            }
        }
    }

    // Seven bits a byte, lowest first.
    private static int Number(ref ReadOnlySpan<byte> data)
    {
        int value = 0, read = 0;
        do
        {
            value |= (data[read] & 0x7F) << (7 * read);
        }
        while (data[read++] >= 0x80);
        data = data[read..];
        return value;
    }
}
