namespace Plumbline.Tokenizers.Splitting;

/// <summary>What the patterns of pre-tokenizers ask of a character; a character can be of several classes.</summary>
[Flags]
internal enum CharacterClass : byte
{
    /// <summary>Punctuation, symbols, controls, unassigned: none of the below.</summary>
    None = 0,

    /// <summary><c>\p{L}</c>.</summary>
    Letter = 1,

    /// <summary><c>\p{N}</c>.</summary>
    Number = 2,

    /// <summary><c>\s</c>: the White_Space property.</summary>
    Space = 4,

    /// <summary><c>[\r\n]</c>; always a space as well.</summary>
    NewLine = 8,

    /// <summary><c>[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]</c>: what may stand before the lower-case part of a word of o200k_base.</summary>
    Upper = 16,

    /// <summary><c>[\p{Ll}\p{Lm}\p{Lo}\p{M}]</c>: the lower-case part of a word of o200k_base.</summary>
    Lower = 32,

    /// <summary><c>\p{M}</c>: combining marks; upper and lower as well, never a letter.</summary>
    Mark = 64,
}
