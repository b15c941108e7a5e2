using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>In what <see cref="WordPattern{TVariant}"/> differs between encodings.</summary>
internal interface IWordVariant
{
    /// <summary>How many digits stand together.</summary>
    static abstract int MostDigits { get; }

    /// <summary>Whether white space at the end of the text stays together even where it has line ends (<c>\s++$</c>).</summary>
    static abstract bool KeepsLastSpaces { get; }
}

/// <summary><c>\p{N}{1,3}</c>: cl100k_base and Llama 3.</summary>
internal readonly struct ThreeDigits : IWordVariant
{
    public static int MostDigits => 3;

    public static bool KeepsLastSpaces => false;
}

/// <summary><c>\p{N}</c>: Qwen 2 and 3.</summary>
internal readonly struct SingleDigits : IWordVariant
{
    public static int MostDigits => 1;

    public static bool KeepsLastSpaces => false;
}

/// <summary>Any number of digits.</summary>
internal readonly struct AllDigits : IWordVariant
{
    public static int MostDigits => int.MaxValue;

    public static bool KeepsLastSpaces => false;
}

/// <summary><c>\p{N}{1,3}+</c> and <c>\s++$</c>: cl100k_base as tiktoken for Python has written it since 0.8.</summary>
internal readonly struct ThreeDigitsAndLastSpaces : IWordVariant
{
    public static int MostDigits => 3;

    public static bool KeepsLastSpaces => true;
}

/// <summary>
/// The pattern of cl100k_base, Llama 3 and (with single digits) Qwen:
/// <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal readonly struct WordPattern<TVariant> : IPretokenPattern
    where TVariant : struct, IWordVariant
{
    public static bool CutsAscii => true;

    public static bool IsCased => false;

    public static int MostDigits => TVariant.MostDigits;

    public static int EndOf(ref byte text, int position, int end)
    {
        CharacterClass first = Utf8Reader.ClassAt(ref text, position, end, out int length);
        byte lead = Unsafe.Add(ref text, position);
        if (lead == '\'' && Contractions.Length(ref text, position, end) is > 0 and int contraction)
        {
            return position + contraction;
        }

        int next = position + length;
        if ((first & CharacterClass.Letter) != 0)
        {
            return Utf8Reader.EndOfRun(ref text, next, end, CharacterClass.Letter);
        }

        if ((first & CharacterClass.Number) != 0)
        {
            for (int digits = 1; digits < TVariant.MostDigits && next < end; digits++)
            {
                if ((Utf8Reader.ClassAt(ref text, next, end, out length) & CharacterClass.Number) == 0)
                {
                    break;
                }

                next += length;
            }

            return next;
        }

        CharacterClass second = next < end ? Utf8Reader.ClassAt(ref text, next, end, out length) : CharacterClass.Space;
        if ((first & CharacterClass.NewLine) == 0 && (second & CharacterClass.Letter) != 0)
        {
            return Utf8Reader.EndOfRun(ref text, next + length, end, CharacterClass.Letter);
        }

        const CharacterClass NotMarks = CharacterClass.Space | CharacterClass.Letter | CharacterClass.Number;
        if ((first & NotMarks) == 0 || (lead == ' ' && (second & NotMarks) == 0))
        {
            next = Utf8Reader.EndOfRunOutside(ref text, next, end, NotMarks);
            while (next < end && Unsafe.Add(ref text, next) is (byte)'\r' or (byte)'\n')
            {
                next++;
            }

            return next;
        }

        return WhiteSpace.EndOf(ref text, position, end, linesApart: true, TVariant.KeepsLastSpaces);
    }
}
