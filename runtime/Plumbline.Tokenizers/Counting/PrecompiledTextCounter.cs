using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// A tokenizer with the normalizer <c>Precompiled</c>: SentencePiece's rules as Hugging Face tokenizers applies them, which is not as SentencePiece does. A
/// grapheme (what a reader takes for one character: a letter and its accents, a line end of two characters) becomes what the shortest rule that it begins
/// with makes of that beginning; if it has six bytes or more or no rule, each of its characters does by itself.
/// </summary>
internal sealed class PrecompiledTextCounter(TokenCounter inner, CharsMap rules) : TokenCounter(inner.Name)
{
    private const int MostBytes = 5;

    [ThreadStatic]
    private static Workspace? own;

    private readonly int growth = rules.MaxGrowth();

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) => inner.MaxTokens(checked(utf8Bytes * Math.Max(3, growth))); // a byte that is no UTF-8 becomes three

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Workspace workspace = own ??= new Workspace();
        ByteBuffer text = workspace.Text;
        text.Clear();
        ReadOnlySpan<char> left = workspace.Decode(utf8);
        Span<byte> bytes = stackalloc byte[MostBytes];
        while (!left.IsEmpty)
        {
            ReadOnlySpan<char> grapheme = left[..StringInfo.GetNextTextElementLength(left)];
            left = left[grapheme.Length..];
            int length = Encoding.UTF8.GetByteCount(grapheme);
            if (length <= MostBytes && rules.MatchShortest(bytes[..Encoding.UTF8.GetBytes(grapheme, bytes)], out ReadOnlySpan<byte> made))
            {
                text.Append(made);
            }
            else
            {
                AppendCharacters(grapheme, text);
            }
        }

        return inner.Count(text.Written, stopAfter);
    }

    private void AppendCharacters(ReadOnlySpan<char> grapheme, ByteBuffer text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune character in grapheme.EnumerateRunes())
        {
            ReadOnlySpan<byte> alone = bytes[..character.EncodeToUtf8(bytes)];
            text.Append(rules.MatchShortest(alone, out ReadOnlySpan<byte> made) ? made : alone);
        }
    }

    private sealed class Workspace
    {
        private char[] characters = new char[4096];

        public ByteBuffer Text { get; } = new();

        public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
        {
            if (characters.Length < utf8.Length)
            {
                characters = new char[Math.Max(utf8.Length, characters.Length * 2)];
            }

            Utf8.ToUtf16(utf8, characters, out _, out int written);
            return characters.AsSpan(0, written);
        }
    }
}
