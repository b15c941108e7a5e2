namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>The atoms of byte-level encodings: the 256 bytes, each under its own number.</summary>
internal static class ByteAtoms
{
    public static SymbolList List { get; } = Make();

    private static SymbolList Make()
    {
        var list = new SymbolList(256);
        for (int value = 0; value < 256; value++)
        {
            list.Add([(byte)value]);
        }

        return list;
    }
}
