using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Tables;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>
/// An encoding that comes with the library, as the tables that counting looks things up in, ready made and in the layout of memory: the file is part of the
/// assembly, which is mapped, so that loading reads next to nothing and processes share the pages. Written by <c>tools/Plumbline.Tokenizers.Tools tables</c>.
/// </summary>
internal sealed class BundledEncoding
{
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

    public TokenCounter Load() => Pattern.Counter(Name, new EncoderVocabulary(TableReader.Of(Open())));

    /// <summary>The file that the library holds for an encoding, from its merges.</summary>
    public static byte[] Write(MergeVocabulary merges)
    {
        var file = new TableWriter();
        EncoderVocabulary.Ordered(merges, whole: null).Write(file);
        return file.ToArray();
    }

    /// <summary>The tables, from this library's resources.</summary>
    public Stream Open() => typeof(BundledEncoding).Assembly.GetManifestResourceStream(Name + ".tables")
        ?? throw new InvalidOperationException($"The tables of {Name} are not in this build of Plumbline.Tokenizers.");

    /// <summary>The vocabulary made once more from its merges, which takes longer than loading it, and knows the bytes of its symbols.</summary>
    public MergeVocabulary Compile()
    {
        var merges = new MergeVocabulary(TableReader.Of(Open()));
        return new MergeVocabulary(ByteAtoms.List, merges.Left.Values[merges.Atoms..], merges.Right.Values[merges.Atoms..]);
    }
}
