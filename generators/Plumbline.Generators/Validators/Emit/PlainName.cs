using System.Text;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Texts whose usual spelling in JSON is themselves between quotes, so that they can be compared byte by byte.</summary>
internal static class PlainName
{
    // What can be read past the end of a text without leaving its padding, with quotes and colon.
    private const int LongestCompared = 60;

    /// <summary>Whether a text is compared byte by byte; one with characters that JSON escapes is looked up instead.</summary>
    public static bool IsPlain(string text) =>
        Literals.HasUtf8Form(text)
        && text.All(c => c >= ' ' && c != '"' && c != '\\')
        && Encoding.UTF8.GetByteCount(text) <= LongestCompared;
}
