using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plumbline.Cli.Statistics;

/// <summary>
/// Hashes of examples and of their prompts: 128 bits of SHA-256 over the value in its canonical form, so that only what two examples say decides whether
/// they are the same, and nobody can make two that only seem to be. The same on every machine.
/// </summary>
internal sealed class ExampleHash
{
    private readonly JsonCanonical _canonical = new();

    /// <summary>The chance that among so many different values any two have one hash is at most this: n² / 2¹²⁹.</summary>
    public static double FalseMatchBound(long values) => (double)values * values / Math.Pow(2, 129);

    /// <summary>The hash of an example.</summary>
    /// <param name="example">Well-formed JSON.</param>
    public UInt128 OfExample(ReadOnlySpan<byte> example)
    {
        _canonical.Clear();
        _canonical.Write(example, SpaceBefore(example));
        return Hash();
    }

    /// <summary>The hash of an example's prompt; null where it has none.</summary>
    /// <param name="example">Well-formed JSON.</param>
    /// <param name="prompt">What of it is the prompt.</param>
    public UInt128? OfPrompt(ReadOnlySpan<byte> example, IReadOnlyList<PromptPart> prompt)
    {
        _canonical.Clear();
        bool isThere = false;
        for (int i = 0; i < prompt.Count; i++)
        {
            // The parts are told apart: a context is no question.
            _canonical.WriteMark((byte)i);
            isThere |= Write(example, prompt[i]);
        }

        return isThere ? Hash() : null;
    }

    private bool Write(ReadOnlySpan<byte> example, PromptPart part)
    {
        bool isThere = false;
        bool isWhole = !part.AllButLast || part.Unless?.CountIn(example) > 0;
        foreach (int offset in part.Path.In(example))
        {
            if (isWhole)
            {
                _canonical.Write(example, offset);
                isThere = true;
            }
            else if (example[offset] == '[')
            {
                isThere |= WriteAllButLast(example, offset);
            }
        }

        return isThere;
    }

    // In brackets, as the array is written where all of it counts.
    private bool WriteAllButLast(ReadOnlySpan<byte> example, int array)
    {
        bool isThere = false;
        _canonical.WriteMark((byte)'[');
        int item = Next(example, array + 1);
        while (example[item] != ']')
        {
            int next = Next(example, JsonSyntax.SkipValue(example, item));
            if (example[next] != ']')
            {
                _canonical.Write(example, item);
                isThere = true;
            }

            item = next;
        }

        _canonical.WriteMark((byte)']');
        return isThere;
    }

    // Between items of a well-formed array there are white space and commas only.
    private static int Next(ReadOnlySpan<byte> text, int at)
    {
        while (text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',')
        {
            at++;
        }

        return at;
    }

    private static int SpaceBefore(ReadOnlySpan<byte> text) => text.Length - text.TrimStart(" \t\r"u8).Length;

    private UInt128 Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_canonical.Bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
