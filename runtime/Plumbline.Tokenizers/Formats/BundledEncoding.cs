using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>
/// An encoding that comes with the library, in numbers of 24 bits, lowest byte first: for each token in order of rank, the two that it is merged from (symbols 0 to
/// 255 are the bytes, the others are numbered in order); then all symbols in the order of their bytes, which sorting would take longest to find out. Written by <c>tools/Plumbline.Tokenizers.Tools merges</c>.
/// </summary>
internal sealed class BundledEncoding
{
    private const int NumberBytes = 3;

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
        int merges = vocabulary.Count - vocabulary.Atoms;
        byte[] file = new byte[((merges * 2) + vocabulary.Count) * NumberBytes];
        int at = 0;
        for (int symbol = vocabulary.Atoms; symbol < vocabulary.Count; symbol++)
        {
            Write(vocabulary.Left[symbol]);
            Write(vocabulary.Right[symbol]);
        }

        Array.ForEach(vocabulary.Order, Write);
        return file;

        void Write(int number)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)number);
            file[at + 2] = (byte)(number >> 16);
            at += NumberBytes;
        }
    }

    /// <summary>The merges, from this library's resources.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MergeVocabulary Merges()
    {
        using Stream stream = typeof(BundledEncoding).Assembly.GetManifestResourceStream(Name + ".merges")
            ?? throw new InvalidOperationException($"The merges of {Name} are not in this build of Plumbline.Tokenizers.");
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        int numbers = file.Length / NumberBytes, merges = (numbers - ByteAtoms.List.Count) / 3;
        int[] left = new int[merges], right = new int[merges], order = new int[numbers - (merges * 2)];
        for (int i = 0; i < merges; i++)
        {
            left[i] = Number(file, 2 * i);
            right[i] = Number(file, (2 * i) + 1);
        }

        for (int i = 0; i < order.Length; i++)
        {
            order[i] = Number(file, (2 * merges) + i);
        }

        return new MergeVocabulary(ByteAtoms.List, left, right, order);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(byte[] file, int index) =>
        file[index * NumberBytes] | file[(index * NumberBytes) + 1] << 8 | file[(index * NumberBytes) + 2] << 16;
}
