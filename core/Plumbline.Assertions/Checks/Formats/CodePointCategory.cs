using System.Globalization;

namespace Plumbline.Formats;

/// <summary>General categories by the running framework, whose Unicode data grows with it: what names of hosts may hold follows the host.</summary>
internal static class CodePointCategory
{
    /// <summary>The general category of a code point; of a surrogate too.</summary>
    public static UnicodeCategory Of(int codePoint) =>
#if NETSTANDARD2_0
        codePoint <= 0xFFFF
            ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
#else
        CharUnicodeInfo.GetUnicodeCategory(codePoint);
#endif
}
