using System.Buffers;
using System.Text;
using Plumbline.Formats;

namespace Plumbline;

/// <summary>A <c>format</c> that can be asserted. Any other name is an annotation.</summary>
public sealed class StringFormat
{
    private static readonly Dictionary<string, StringFormat> Known = new StringFormat[]
    {
        new("date-time", Timestamps.IsDateTime),
        new("date", Timestamps.IsDate),
        new("time", Timestamps.IsTime),
        new("duration", Durations.IsDuration),
        new("email", Mailboxes.IsEmail),
        new("idn-email", Mailboxes.IsIdnEmail),
        new("hostname", HostNames.IsHostName),
        new("idn-hostname", HostNames.IsIdnHostName),
        new("ipv4", IpAddresses.IsIpv4),
        new("ipv6", IpAddresses.IsIpv6),
        new("uri", text => UriSyntax.IsUri(text, iri: false)),
        new("uri-reference", text => UriSyntax.IsReference(text, iri: false)),
        new("iri", text => UriSyntax.IsUri(text, iri: true)),
        new("iri-reference", text => UriSyntax.IsReference(text, iri: true)),
        new("uri-template", UriTemplates.IsUriTemplate),
        new("uuid", Uuids.IsUuid),
        new("json-pointer", Pointers.IsPointer),
        new("relative-json-pointer", Pointers.IsRelativePointer),
        new("regex", text => EcmaPattern.IsPattern(Encoding.UTF8.GetString(text.ToArray()))),
    }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    private readonly Test _test;

    private StringFormat(string name, Test test)
    {
        Name = name;
        _test = test;
    }

    private delegate bool Test(ReadOnlySpan<byte> text);

    /// <summary>The names of all formats known.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>What <c>format</c> calls it.</summary>
    public string Name { get; }

    /// <summary>The format of a name, or null.</summary>
    public static StringFormat? Find(string name) => Known.TryGetValue(name, out StringFormat? format) ? format : null;

    /// <summary>Whether a text in UTF-8 has the format.</summary>
    public bool Accepts(ReadOnlySpan<byte> text) => _test(text);

    /// <summary>Whether a raw JSON string, given without its quotes, has the format.</summary>
    public bool AcceptsRaw(ReadOnlySpan<byte> raw)
    {
        const int Small = 256;
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Accepts(raw);
        }

        if (raw.Length <= Small)
        {
            Span<byte> text = stackalloc byte[Small];
            return Accepts(text.Slice(0, JsonString.Unescape(raw, text)));
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        bool accepts = Accepts(buffer.AsSpan(0, JsonString.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return accepts;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
