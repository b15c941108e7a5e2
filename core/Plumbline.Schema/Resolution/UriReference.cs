using System.Globalization;
using System.Text;

namespace Plumbline.Schema.Resolution;

/// <summary>
/// A URI reference by RFC 3986, taken apart and resolved by that specification alone: <c>System.Uri</c> treats known schemes in ways of its
/// own, and identifiers of schemas are compared as texts.
/// </summary>
/// <param name="Scheme">Scheme without its colon, in lower case; null where the reference is relative.</param>
/// <param name="Authority">What follows <c>//</c>, in lower case; null where there is none.</param>
/// <param name="Path">Path; may be empty.</param>
/// <param name="Query">What follows <c>?</c>, or null.</param>
/// <param name="Fragment">What follows <c>#</c>, still percent-encoded, or null.</param>
public sealed record UriReference(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    /// <summary>Whether it has a scheme.</summary>
    public bool IsAbsolute => Scheme is not null;

    /// <summary>The fragment with percent-encoding undone; empty where there is none.</summary>
    public string DecodedFragment => Decode(Fragment ?? "");

    /// <summary>The reference without its fragment.</summary>
    public UriReference WithoutFragment() => Fragment is null ? this : this with { Fragment = null };

    /// <summary>Takes a reference apart (RFC 3986, appendix B). Any text has parts.</summary>
    public static UriReference Parse(string text)
    {
        string rest = text;
        string? fragment = CutFrom(ref rest, '#');
        string? query = CutFrom(ref rest, '?');
        string? scheme = null;
        int colon = rest.IndexOf(':');
        if (colon > 0 && IsScheme(rest, colon))
        {
            scheme = rest.Substring(0, colon).ToLowerInvariant();
            rest = rest.Substring(colon + 1);
        }

        string? authority = null;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            int slash = rest.IndexOf('/', 2);
            authority = (slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2)).ToLowerInvariant();
            rest = slash < 0 ? "" : rest.Substring(slash);
        }

        return new UriReference(scheme, authority, rest, query, fragment);
    }

    /// <summary>Resolves a reference against this base (RFC 3986, 5.2.2).</summary>
    public UriReference Resolve(UriReference reference)
    {
        if (reference.IsAbsolute)
        {
            return reference with { Path = RemoveDotSegments(reference.Path) };
        }

        if (reference.Authority is not null)
        {
            return reference with { Scheme = Scheme, Path = RemoveDotSegments(reference.Path) };
        }

        if (reference.Path.Length == 0)
        {
            return this with { Query = reference.Query ?? Query, Fragment = reference.Fragment };
        }

        string path = reference.Path[0] == '/' ? reference.Path : Merge(reference.Path);
        return new UriReference(Scheme, Authority, RemoveDotSegments(path), reference.Query, reference.Fragment);
    }

    /// <summary>Resolves a reference given as text.</summary>
    public UriReference Resolve(string reference) => Resolve(Parse(reference));

    /// <summary>The reference as text (RFC 3986, 5.3).</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Scheme is not null)
        {
            text.Append(Scheme).Append(':');
        }

        if (Authority is not null)
        {
            text.Append("//").Append(Authority);
        }

        text.Append(Path);
        if (Query is not null)
        {
            text.Append('?').Append(Query);
        }

        if (Fragment is not null)
        {
            text.Append('#').Append(Fragment);
        }

        return text.ToString();
    }

    /// <summary>Undoes percent-encoding; what is no valid encoding stays as it is.</summary>
    public static string Decode(string text)
    {
        if (text.IndexOf('%') < 0)
        {
            return text;
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int at = 0; at < utf8.Length; at++)
        {
            string digits = utf8[at] == (byte)'%' && at + 2 < utf8.Length ? Encoding.ASCII.GetString(utf8, at + 1, 2) : "";
            if (byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte decoded))
            {
                utf8[length++] = decoded;
                at += 2;
            }
            else
            {
                utf8[length++] = utf8[at];
            }
        }

        return Encoding.UTF8.GetString(utf8, 0, length);
    }

    private static string? CutFrom(ref string text, char mark)
    {
        int at = text.IndexOf(mark);
        if (at < 0)
        {
            return null;
        }

        string cut = text.Substring(at + 1);
        text = text.Substring(0, at);
        return cut;
    }

    private static bool IsScheme(string text, int length)
    {
        for (int i = 0; i < length; i++)
        {
            bool isLetter = text[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
            if (!isLetter && (i == 0 || text[i] is not (>= '0' and <= '9' or '+' or '-' or '.')))
            {
                return false;
            }
        }

        return true;
    }

    private string Merge(string path)
    {
        if (Authority is not null && Path.Length == 0)
        {
            return "/" + path;
        }

        return Path.Remove(Path.LastIndexOf('/') + 1) + path;
    }

    // RFC 3986, 5.2.4.
    private static string RemoveDotSegments(string path)
    {
        if (path.IndexOf('.') < 0)
        {
            return path;
        }

        var kept = new List<string>();
        bool isRooted = path[0] == '/';
        string[] segments = (isRooted ? path.Substring(1) : path).Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            bool isDots = segments[i] is "." or "..";
            if (segments[i] == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            if (!isDots)
            {
                kept.Add(segments[i]);
            }
            else if (i == segments.Length - 1)
            {
                kept.Add("");
            }
        }

        return (isRooted ? "/" : "") + string.Join("/", kept);
    }
}
