namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// The pre-tokenizer <c>Digits</c> and behind it the pattern of GPT-2: numbers are cut out of the text first, as runs or character by character, and the
/// pattern sees what is between them. For it, white space before a number ends the text.
/// </summary>
/// <typeparam name="TVariant">How many digits stand together: one, or all.</typeparam>
internal readonly struct Gpt2DigitsPattern<TVariant> : IPretokenPattern
    where TVariant : struct, IWordVariant
{
    public static bool CutsAscii => false;

    public static bool IsCased => false;

    public static int MostDigits => TVariant.MostDigits;

    public static int EndOf(ref byte text, int position, int end)
    {
        CharacterClass first = Utf8Reader.ClassAt(ref text, position, end, out int length);
        if ((first & CharacterClass.Number) != 0)
        {
            return TVariant.MostDigits == 1 ? position + length : Utf8Reader.EndOfRun(ref text, position, end, CharacterClass.Number);
        }

        if ((first & CharacterClass.Space) != 0)
        {
            int spaces = Utf8Reader.EndOfRun(ref text, position, end, CharacterClass.Space);
            if (spaces < end && (Utf8Reader.ClassAt(ref text, spaces, end, out _) & CharacterClass.Number) != 0)
            {
                return spaces;
            }
        }

        return Gpt2Pattern.EndOf(ref text, position, end);
    }
}
