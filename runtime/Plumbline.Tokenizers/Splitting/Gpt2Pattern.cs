using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// The pattern of GPT-2: <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal readonly struct Gpt2Pattern : IPretokenPattern
{
    // Models with this pattern are old; it has no fast path of its own.
    public static bool CutsAscii => false;

    public static bool IsCased => false;

    public static int MostDigits => int.MaxValue;

    public static int EndOf(ref byte text, int position, int end)
    {
        byte lead = Unsafe.Add(ref text, position);
        if (lead == '\'' && Contractions.LowerCaseLength(ref text, position, end) is > 0 and int contraction)
        {
            return position + contraction;
        }

        int start = lead == ' ' && position + 1 < end ? position + 1 : position;
        const CharacterClass NotMarks = CharacterClass.Space | CharacterClass.Letter | CharacterClass.Number;
        CharacterClass found = Utf8Reader.ClassAt(ref text, start, end, out _) & NotMarks;
        return found switch
        {
            CharacterClass.Letter or CharacterClass.Number => Utf8Reader.EndOfRun(ref text, start, end, found),
            CharacterClass.None => Utf8Reader.EndOfRunOutside(ref text, start, end, NotMarks),
            _ => WhiteSpace.EndOf(ref text, position, end, linesApart: false, keepsLast: false),
        };
    }
}
