using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>A <c>.tiktoken</c> file: a line for each token, its bytes in base64, a space, its rank.</summary>
internal static class TiktokenFile
{
    /// <summary>The tokens in order of rank.</summary>
    public static SymbolList ReadTokens(string name, ReadOnlySpan<byte> file)
    {
        var tokens = new List<(int Rank, byte[] Bytes)>();
        int line = 0;
        while (!file.IsEmpty)
        {
            line++;
            int end = file.IndexOf((byte)'\n');
            ReadOnlySpan<byte> text = (end < 0 ? file : file[..end]).TrimEnd((byte)'\r');
            file = end < 0 ? default : file[(end + 1)..];
            if (text.IsEmpty)
            {
                continue;
            }

            tokens.Add(ReadLine(name, line, text));
        }

        tokens.Sort((a, b) => a.Rank.CompareTo(b.Rank));
        var list = new SymbolList(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && tokens[i].Rank == tokens[i - 1].Rank)
            {
                throw new TokenizerFormatException(name, $"rank {tokens[i].Rank}", "two tokens have this rank; each needs its own");
            }

            list.Add(tokens[i].Bytes);
        }

        return list;
    }

    /// <summary>Whether content looks like a file of this format: its first line is base64, a space and digits.</summary>
    public static bool Recognises(ReadOnlySpan<byte> file)
    {
        int end = file.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = (end < 0 ? file : file[..end]).TrimEnd((byte)'\r');
        int space = line.IndexOf((byte)' ');
        return space > 0 && Base64.IsValid(line[..space]) && !line[(space + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static (int Rank, byte[] Bytes) ReadLine(string name, int line, ReadOnlySpan<byte> text)
    {
        int space = text.IndexOf((byte)' ');
        string part = string.Create(CultureInfo.InvariantCulture, $"line {line}");
        if (space <= 0)
        {
            throw new TokenizerFormatException(name, part, "expected a token in base64, a space and a rank");
        }

        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(space)];
        if (Base64.DecodeFromUtf8(text[..space], bytes, out _, out int written) != OperationStatus.Done || written == 0)
        {
            throw new TokenizerFormatException(name, part, "the token is not base64 of one byte or more");
        }

        return !Utf8Parser.TryParse(text[(space + 1)..], out int rank, out int read) || read != text.Length - space - 1 || rank < 0
            ? throw new TokenizerFormatException(name, part, "the rank is not a number")
            : (rank, bytes[..written]);
    }
}
