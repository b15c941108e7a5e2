using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>
/// An encoding that comes with the library, as the list of its merges: for each token in order of rank, the two that it is merged from, 24 bits each, lowest byte
/// first. Symbols 0 to 255 are the bytes. Written by <c>tools/Plumbline.Tokenizers.Tools merges</c>.
/// </summary>
internal sealed class BundledEncoding
{
    /// <summary>Bytes of one merge.</summary>
    public const int MergeBytes = 6;

    private static readonly BundledEncoding[] All =
    [
        new("o200k_base", PretokenPatternKind.O200k),
        new("cl100k_base", PretokenPatternKind.Cl100k),
    ];

    private BundledEncoding(string name, PretokenPatternKind pattern)
    {
        Name = name;
        Pattern = pattern;
    }

    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(All, encoding => encoding.Name);

    public string Name { get; }

    public PretokenPatternKind Pattern { get; }

    public static BundledEncoding? Find(string name) => Array.Find(All, encoding => encoding.Name == name);

    public TokenCounter Load() => Pattern.Counter(Name, EncoderVocabulary.Ordered(Merges(), whole: null));

    /// <summary>The file that the library holds for an encoding, from a vocabulary over bytes.</summary>
    public static byte[] Write(MergeVocabulary vocabulary)
    {
        byte[] file = new byte[(vocabulary.Count - vocabulary.Atoms) * MergeBytes];
        for (int symbol = vocabulary.Atoms; symbol < vocabulary.Count; symbol++)
        {
            Span<byte> merge = file.AsSpan((symbol - vocabulary.Atoms) * MergeBytes, MergeBytes);
            BinaryPrimitives.WriteUInt16LittleEndian(merge, (ushort)vocabulary.Left[symbol]);
            merge[2] = (byte)(vocabulary.Left[symbol] >> 16);
            BinaryPrimitives.WriteUInt16LittleEndian(merge[3..], (ushort)vocabulary.Right[symbol]);
            merge[5] = (byte)(vocabulary.Right[symbol] >> 16);
        }

        return file;
    }

    /// <summary>The merges, from this library's resources.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MergeVocabulary Merges()
    {
        using Stream stream = typeof(BundledEncoding).Assembly.GetManifestResourceStream(Name + ".merges")
            ?? throw new InvalidOperationException($"The merges of {Name} are not in this build of Plumbline.Tokenizers.");
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        int[] left = new int[file.Length / MergeBytes], right = new int[left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            int at = i * MergeBytes;
            left[i] = file[at] | file[at + 1] << 8 | file[at + 2] << 16;
            right[i] = file[at + 3] | file[at + 4] << 8 | file[at + 5] << 16;
        }

        return new MergeVocabulary(ByteAtoms.List, left, right);
    }
}
