using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion;

/// <summary>A JSON value as it was written: numbers keep their digits, strings their escapes, objects the order of their members.</summary>
/// <param name="utf8">Its bytes, the quotes of a string included.</param>
internal sealed class RawJson(byte[] utf8)
{
    private const byte Quote = (byte)'"';

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Whether it is a string.</summary>
    public bool IsString => utf8[0] == Quote;

    /// <summary>The text of a string, without escapes.</summary>
    public string Text => Encoding.UTF8.GetString(TextUtf8);

    private ReadOnlySpan<byte> Inner => utf8.AsSpan(1, utf8.Length - 2);

    private byte[] TextUtf8
    {
        get
        {
            byte[] text = new byte[utf8.Length];
            return text[..JsonString.Unescape(Inner, text.AsSpan())];
        }
    }

    /// <summary>A value of a text that was read; null stays null, and so does JSON's own <c>null</c>, which says as much as leaving a member out.</summary>
    public static RawJson? Of(PositionedValue? value) => value is null or { Kind: JsonKind.Null } ? null : new RawJson(value.Utf8.ToArray());

    /// <summary>A string with a text.</summary>
    public static RawJson String(string text) => String(Encoding.UTF8.GetBytes(text));

    /// <summary>A string of the texts of strings, as written, with something between them.</summary>
    /// <param name="texts">Strings.</param>
    /// <param name="between">What stands between two of them, escapes and all: <c>\n</c>.</param>
    public static RawJson Join(IEnumerable<RawJson> texts, string between)
    {
        var joined = new MemoryStream();
        joined.WriteByte(Quote);
        bool isFirst = true;
        foreach (RawJson text in texts)
        {
            if (!isFirst)
            {
                joined.Write(Encoding.UTF8.GetBytes(between));
            }

            joined.Write(text.Inner);
            isFirst = false;
        }

        joined.WriteByte(Quote);
        return new RawJson(joined.ToArray());
    }

    /// <summary>A string whose text is this value.</summary>
    public RawJson Quoted() => String(utf8);

    /// <summary>The value that is the text of this string, spelled as it is there; null where that is no JSON of the kind that is asked for.</summary>
    public RawJson? Parsed(JsonKind kind)
    {
        byte[] text = TextUtf8;
        PositionedText json = PositionedText.Parse(text);
        return !json.IsWellFormed || json.Root.Kind != kind ? null
            : json.Root.Utf8.IndexOfAny((byte)'\n', (byte)'\r') < 0 ? Of(json.Root)
            : new RawJson(Encoding.UTF8.GetBytes(json.Root.ToCompactJson()));
    }

    /// <summary>The value with the places of its parts.</summary>
    public PositionedValue Read() => PositionedText.Parse(utf8).Root;

    /// <summary>Whether two strings say the same, however they are escaped.</summary>
    public bool SaysTheSame(RawJson? other) => other is not null && (Utf8.SequenceEqual(other.Utf8) || (IsString && other.IsString && Text == other.Text));

    private static RawJson String(ReadOnlySpan<byte> text)
    {
        var written = new MemoryStream(text.Length + 16);
        written.WriteByte(Quote);
        foreach (byte b in text)
        {
            switch (b)
            {
                case Quote or (byte)'\\':
                    written.WriteByte((byte)'\\');
                    written.WriteByte(b);
                    break;
                case (byte)'\n':
                    written.Write("\\n"u8);
                    break;
                case (byte)'\t':
                    written.Write("\\t"u8);
                    break;
                case (byte)'\r':
                    written.Write("\\r"u8);
                    break;
                case < 0x20:
                    written.Write(Encoding.ASCII.GetBytes($"\\u{b:x4}"));
                    break;
                default:
                    written.WriteByte(b);
                    break;
            }
        }

        written.WriteByte(Quote);
        return new RawJson(written.ToArray());
    }
}
