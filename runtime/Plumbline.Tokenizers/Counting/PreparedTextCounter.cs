using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Counting;

/// <summary>A byte-level tokenizer that is given another text than it is asked for: in normalization form C, or with a space before it.</summary>
internal sealed class PreparedTextCounter : TokenCounter
{
    // U+1D160 becomes twelve bytes of four; nothing grows more (Unicode's FAQ of normalization).
    private const int MostGrowth = 3;

    [ThreadStatic]
    private static Workspace? own;

    private readonly TokenCounter inner;
    private readonly bool composes;
    private readonly bool addsSpace;

    public PreparedTextCounter(TokenCounter inner, bool composes, bool addsSpace)
        : base(inner.Name)
    {
        this.inner = inner;
        this.composes = composes;
        this.addsSpace = addsSpace;

        // Else the first text that is not settled would pay for the mappings.
        RuntimeHelpers.RunClassConstructor(typeof(CanonicalMappings).TypeHandle);
        own ??= new Workspace();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) =>
        inner.MaxTokens(utf8Bytes == 0 ? 0 : checked((composes ? utf8Bytes * MostGrowth : utf8Bytes) + (addsSpace ? 1 : 0)));

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Workspace workspace = own ??= new Workspace();
        bool isSettled = !composes || CanonicalComposer.IsSettled(utf8);
        bool needsSpace = addsSpace && !utf8.IsEmpty && utf8[0] != ' ';
        if (isSettled && !needsSpace)
        {
            return inner.Count(utf8, stopAfter);
        }

        ByteBuffer text = workspace.Text;
        text.Clear();
        if (needsSpace)
        {
            text.Append(" "u8);
        }

        if (isSettled)
        {
            text.Append(utf8);
        }
        else
        {
            workspace.Composer.Append(utf8, text);
        }

        return inner.Count(text.Written, stopAfter);
    }

    private sealed class Workspace
    {
        public ByteBuffer Text { get; } = new();

        public CanonicalComposer Composer { get; } = new();
    }
}
