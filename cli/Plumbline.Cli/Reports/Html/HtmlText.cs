using System.Globalization;
using System.Net;

namespace Plumbline.Cli.Reports.Html;

/// <summary>Text on its way into a page: nothing of a file can become markup, and nothing that reorders or hides text gets through.</summary>
internal static class HtmlText
{
    // A name or a value of a file may be as long as it likes; a page shows where it begins.
    private const int Longest = 600;

    /// <summary>Text of any origin, for an element or a quoted attribute.</summary>
    public static string Of(string text)
    {
        if (text.Length > Longest)
        {
            int end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
            text = text[..end] + "…";
        }

        return WebUtility.HtmlEncode(Printable.Text(text));
    }

    /// <summary>A number for people.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number for people, with one decimal.</summary>
    public static string Of(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
