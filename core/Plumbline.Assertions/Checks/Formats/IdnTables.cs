using Plumbline.Patterns;

namespace Plumbline.Formats;

/// <summary>
/// What internationalized names ask of characters and .NET does not tell, from the data files of Unicode 14. The ranges run across characters
/// that no label may hold anyhow (<see cref="IdnLabel"/> tells by their category), which keeps them short.
/// </summary>
internal static class IdnTables
{
    /// <summary>Letters, digits and marks that RFC 5892 disallows, besides upper case: unstable under NFKC and case folding (2.2), ignorable (2.3, 2.4) or
    /// old Hangul jamo (2.9).</summary>
    public static CodePointSet Disallowed { get; } = CodePointSet.Parse(
        """
        AA-BA 133 140 149 17F 1C6-1CC 1F3 2B0-2B8 2E0-2E4 340-341 343-345 34F 374 37A 3D0-3D6 3F0-3F2 3F5 587 675-678 958-95F
        9DC-9DF A33 A36 A59-A5B A5E B5C-B5D E33 EB3 EDC-EDD F43 F4D F52 F57 F5C F69 F73 F75-F79 F81 F93 F9D FA2 FA7 FAC FB9 10FC
        1100-11FF 13F8-13FD 17B4-17B5 180B-180F 1C80-1C88 1D2C-1D2E 1D30-1D3A 1D3C-1D4D 1D4F-1D6A 1D78 1D9B-1DBF 1E9A-1E9B 1F71
        1F73 1F75 1F77 1F79 1F7B 1F7D-1FA7 1FB2-1FB4 1FB7-1FC4 1FC7 1FD3 1FE3 1FF2-1FF4 1FF7-2149 2C7C-2C7D 2D6F 309F 30FF
        3131-318E A69C-A69D A770 A7F2-A7F4 A7F8-A7F9 A960-A97C AB5C-AB5F AB69-ABBF D7B0-FA0D FA10 FA12 FA15-FA1E FA20 FA22
        FA25-FA26 FA2A-FB1D FB1F-FE0F FE70-FE72 FE74-FFDC 10781-107BA 1D165-1D7FF 1EE00-1FBF9 2F800-2FA1D E0100-E01EF
        """);

    /// <summary><c>Joining_Type</c> D or L: characters that join with what follows.</summary>
    public static CodePointSet JoinsAfter { get; } = CodePointSet.Parse(
        """
        620 626 628 62A-62E 633-63F 641-647 649-64A 66E-66F 678-687 69A-6BF 6C1-6C2 6CC 6CE 6D0-6D1 6FA-6FF 712-714 71A-71D
        71F-727 729 72B 72D-72E 74E-758 75C-76A 76D-770 772 775-777 77A-77F 7CA-7EA 841-845 848 84A-853 855 860 862-865 868 886
        889-88D 8A0-8A9 8AF-8B0 8B3-8B8 8BA-8C8 1820-1878 1887-18AA A840-A872 10AC0-10AC4 10ACD 10AD3-10ADC 10ADE-10AE0 10B80
        10B82 10B86-10B88 10B8A-10B8B 10B8D 10B90 10D00-10D21 10D23 10F30-10F32 10F34-10F44 10F70-10F73 10F76-10FB0 10FB2-10FB3
        10FB8 10FBB-10FBC 10FBE-10FBF 10FC1 10FC4 1E922-1E943
        """);

    /// <summary><c>Joining_Type</c> R: characters that join with what precedes alone.</summary>
    public static CodePointSet JoinsBeforeOnly { get; } = CodePointSet.Parse(
        """
        622-625 627 629 62F-632 648 671-673 675-677 688-699 6C0 6C3-6CB 6CD 6CF 6D2-6D5 6EE-6EF 710 715-719 71E 728 72A 72C
        72F-74D 759-75B 76B-76C 771 773-774 778-779 840 846-847 849 854 856-858 867 869-882 88E 8AA-8AC 8AE 8B1-8B2 8B9 10AC5
        10AC7-10ACA 10ACE-10AD2 10ADD 10AE1 10AE4 10B81 10B83-10B85 10B89 10B8C 10B8E-10B8F 10B91 10D22 10F33 10F74-10F75
        10FB4-10FB6 10FB9-10FBA 10FBD 10FC2-10FC3
        """);

    /// <summary><c>Canonical_Combining_Class</c> 9.</summary>
    public static CodePointSet Viramas { get; } = CodePointSet.Parse(
        """
        94D 9CD A4D ACD B4D BCD C4D CCD D3B-D3C D4D DCA E3A EBA F84 1039-103A 1714-1715 1734 17D2 1A60 1B44 1BAA-1BAB 1BF2-1BF3
        2D7F A806 A82C A8C4 A953 A9C0 AAF6 ABED 10A3F 11046 11070 1107F 110B9 11133-11134 111C0 11235 112EA 1134D 11442 114C2
        115BF 1163F 116B6 1172B 11839 1193D-1193E 119E0 11A34 11A47 11A99 11C3F 11D44-11D45 11D97
        """);

    /// <summary><c>Bidi_Class</c> R or AL.</summary>
    public static CodePointSet RightToLeft { get; } = CodePointSet.Parse(
        "5D0-64A 66E-6EF 6FA-8C9 FB1D-FEFC 10800-10D23 10E80-10FF6 1E800-1EEBB");

    /// <summary><c>Bidi_Class</c> AN.</summary>
    public static CodePointSet ArabicNumbers { get; } = CodePointSet.Parse(
        "660-669 10D30-10D39");

    /// <summary><c>Bidi_Class</c> EN.</summary>
    public static CodePointSet EuropeanNumbers { get; } = CodePointSet.Parse(
        "6F0-6F9 FF10-FF19 1D7CE-1D7FF 1FBF0-1FBF9");

    /// <summary><c>Script</c> Greek.</summary>
    public static CodePointSet Greek { get; } = CodePointSet.Parse(
        "370-373 376-3E1 3F0-3FF 1D26-1D2A 1D5D-1D61 1D66-1D6A 1DBF 1F00-1FFB 2126 AB65 10140-10174 1D242-1D244");

    /// <summary><c>Script</c> Hebrew.</summary>
    public static CodePointSet Hebrew { get; } = CodePointSet.Parse(
        "591-5F2 FB1D-FB4F");

    /// <summary><c>Script</c> Hiragana, Katakana or Han.</summary>
    public static CodePointSet KanaOrHan { get; } = CodePointSet.Parse(
        """
        3005-3029 3038-303B 3041-3096 309D-309F 30A1-30FA 30FD-30FF 31F0-31FF 3400-9FFF F900-FAD9 FF66-FF6F FF71-FF9D 16FE3
        1AFF0-1B167 20000-3134A
        """);
}
