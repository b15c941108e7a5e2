namespace Plumbline.Cli.Reports;

/// <summary>Where a keyword stands, as output units write it.</summary>
/// <param name="Pointer">JSON Pointer of the keyword in its schema file; empty where no keyword is at stake.</param>
/// <param name="AbsoluteUri">Absolute URI of the keyword, or null where its schema has no absolute identifier.</param>
internal readonly record struct KeywordPlace(string Pointer, string? AbsoluteUri)
{
    /// <summary>The place of a finding's keyword.</summary>
    /// <param name="location">Its location: a pointer into the root's file, <c>URI#pointer</c> in another, null for text that is not JSON.</param>
    /// <param name="schemaId">The root schema's identifier.</param>
    public static KeywordPlace Of(string? location, string schemaId)
    {
        if (location is null)
        {
            return new("", null);
        }

        int fragment = location.IndexOf('#', StringComparison.Ordinal);
        bool isElsewhere = fragment >= 0 && location[0] != '/';
        string pointer = isElsewhere ? location[(fragment + 1)..] : location;
        string resource = (isElsewhere ? location[..fragment] : schemaId).TrimEnd('#');

        // A logical name is no URI, and a rooted path would pass for one.
        bool isAbsolute = resource.Length > 0 && char.IsAsciiLetter(resource[0]) && Uri.IsWellFormedUriString(resource, UriKind.Absolute);
        return new(pointer, isAbsolute ? $"{resource}#{Fragment(pointer)}" : null);
    }

    // RFC 6901, section 6: the pointer's UTF-8, percent-encoded where a fragment may not hold a character ("$" may stand).
    private static string Fragment(string pointer) =>
        string.Join('/', pointer.Split('/').Select(step => Uri.EscapeDataString(step).Replace("%24", "$", StringComparison.Ordinal)));
}
