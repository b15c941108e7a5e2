using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-pair encoding over characters, as SentencePiece has it. There is no pattern: the whole text is one row of characters. It is cut all the
/// same, wherever two characters meet that no piece has beside each other, which leaves words and less.
/// </summary>
internal sealed class CharacterCounter : TokenCounter
{
    [ThreadStatic]
    private static (CharacterCounter? Owner, Workspace? Workspace) recent;

    [ThreadStatic]
    private static ConditionalWeakTable<CharacterCounter, Workspace>? own;

    private readonly CharacterVocabulary vocabulary;
    private readonly TextNormalizer normalizer;

    public CharacterCounter(string name, CharacterVocabulary vocabulary, TextNormalizer normalizer)
        : base(name)
    {
        this.vocabulary = vocabulary;
        this.normalizer = normalizer;
        _ = OwnWorkspace();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) => normalizer.MaxBytes(utf8Bytes);

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Workspace workspace = recent.Owner == this ? recent.Workspace! : OwnWorkspace();
        normalizer.Normalize(utf8, workspace.Text);
        return CountNormalized(workspace.Session, ref workspace.Text.First, workspace.Text.Length, stopAfter);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long CountNormalized(Session session, ref byte text, int end, long stopAfter)
    {
        JoinFilter joins = vocabulary.Symbols.Joins;
        long count = 0;
        int start = 0, at = 0, before = 0;
        bool afterUnknown = false;
        while (at < end && count <= stopAfter)
        {
            if (normalizer.Frozen is not null
                && normalizer.Frozen.Match(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, at), end - at)) is > 0 and int frozen)
            {
                count += CountSegment(session, ref text, start, at) + 1;
                afterUnknown = false;
                start = at += frozen;
                continue;
            }

            int character = Utf8Reader.Decode(ref text, at, end, out int length);
            if (!vocabulary.Knows(character))
            {
                count += CountSegment(session, ref text, start, at);
                count += vocabulary.Unknown switch
                {
                    UnknownCharacter.Bytes => length,
                    UnknownCharacter.OneForRun => afterUnknown && start == at ? 0 : 1,
                    UnknownCharacter.One => 1,
                    _ => 0,
                };
                afterUnknown = true;
                start = at += length;
                continue;
            }

            if (at > start && (!joins.MayJoin(before, character, ref Unsafe.Add(ref text, at)) || (vocabulary.CutsBeforeSpaces && character == 0x2581)))
            {
                count += CountSegment(session, ref text, start, at);
                start = at;
            }

            before = character;
            at += length;
        }

        return count > stopAfter ? count : count + CountSegment(session, ref text, start, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountSegment(Session session, ref byte text, int start, int end)
    {
        int length = end - start;
        return length == 0 ? 0
            : length <= PretokenKey.MaxLength ? session.CountShort(ref Unsafe.Add(ref text, start), length)
            : session.CountUncut(ref Unsafe.Add(ref text, start), length);
    }

    private Workspace OwnWorkspace()
    {
        own ??= [];
        Workspace workspace = own.GetValue(this, static counter => new Workspace(new Session(counter.vocabulary.Symbols), new ByteBuffer()));
        recent = (this, workspace);
        return workspace;
    }

    private sealed record Workspace(Session Session, ByteBuffer Text);
}
