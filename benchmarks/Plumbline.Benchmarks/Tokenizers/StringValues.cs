using System.Text.Json;
using Plumbline.Tokenizers;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>Some lines of a dataset, and beside them the string values of those that are JSON: unescaped, one behind the other.</summary>
internal sealed class StringValues
{
    private readonly byte[] _text;
    private readonly List<int> _ends = [];

    private StringValues(byte[] lines)
    {
        Lines = lines;
        _text = new byte[lines.Length];
        for (int start = 0; start < lines.Length;)
        {
            int length = lines.AsSpan(start).IndexOf((byte)'\n') + 1;
            Add(lines.AsSpan(start, length));
            start += length;
        }
    }

    /// <summary>The lines.</summary>
    public byte[] Lines { get; }

    /// <summary>Bytes of all strings.</summary>
    public long Bytes { get; private set; }

    /// <summary>Cuts a file, at line ends.</summary>
    /// <param name="path">The file; ends with a line feed.</param>
    /// <param name="bytes">The least bytes of a slice that is not the last.</param>
    public static IEnumerable<StringValues> Slices(string path, int bytes)
    {
        byte[] file = File.ReadAllBytes(path);
        for (int start = 0; start < file.Length;)
        {
            int end = Math.Min(start + bytes, file.Length);
            end += file.AsSpan(end).IndexOf((byte)'\n') + 1;
            yield return new StringValues(file[start..end]);
            start = end;
        }
    }

    /// <summary>The tokens of all strings, each by itself.</summary>
    public long Count(TokenCounter counter)
    {
        long tokens = 0;
        int start = 0;
        foreach (int end in _ends)
        {
            tokens += counter.Count(_text.AsSpan(start, end - start));
            start = end;
        }

        return tokens;
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        int before = _ends.Count;
        int end = (int)Bytes;
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String)
                {
                    end += reader.CopyString(_text.AsSpan(end));
                    _ends.Add(end);
                }
            }

            Bytes = end;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            _ends.RemoveRange(before, _ends.Count - before); // no JSON, or a string that is no text: no example
        }
    }
}
