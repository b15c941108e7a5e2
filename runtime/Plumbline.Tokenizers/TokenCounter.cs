using Plumbline.Tokenizers.Formats;

namespace Plumbline.Tokenizers;

/// <summary>
/// Counts tokens exactly as the tokenizer that it was loaded from, over UTF-8 and without making strings or tokens. A counter may be shared
/// between threads; it allocates when it is loaded, and once for each thread that counts with it.
/// </summary>
/// <remarks>
/// Special tokens (<c>&lt;|endoftext|&gt;</c>) are not recognised in a text: they are counted as the characters that they are written with, as a service counts
/// what users write. What a chat template adds around a message is not counted either.
/// </remarks>
public abstract class TokenCounter : ITokenCounter
{
    private protected TokenCounter(string name) => Name = name;

    /// <summary>The encodings that need no file: <c>o200k_base</c> and <c>cl100k_base</c>.</summary>
    public static IReadOnlyList<string> BundledNames => BundledEncoding.Names;

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Loads a bundled encoding by its name, or a tokenizer from a file.</summary>
    /// <param name="nameOrPath">
    /// <c>o200k_base</c>, <c>cl100k_base</c>, or the path of a <c>.tiktoken</c> file, a Hugging Face <c>tokenizer.json</c> or a SentencePiece <c>.model</c>.
    /// A bundled name wins over a file of that name.
    /// </param>
    /// <exception cref="TokenizerFormatException">The file is none of these, or a part of it is wrong; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TokenCounter Load(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        if (BundledEncoding.Find(nameOrPath) is { } bundled)
        {
            return bundled.Load();
        }

        if (!File.Exists(nameOrPath))
        {
            throw new FileNotFoundException(
                $"No tokenizer '{nameOrPath}': it is neither a bundled encoding ({string.Join(", ", BundledNames)}) nor a file.", nameOrPath);
        }

        return Read(nameOrPath, File.ReadAllBytes(nameOrPath));
    }

    /// <summary>Loads a tokenizer from the content of a file.</summary>
    /// <param name="name">What reports call the counter; of a <c>.tiktoken</c> file, it also tells the pattern (see docs/tokenizers.md).</param>
    /// <param name="content">The whole file. Not kept.</param>
    /// <exception cref="TokenizerFormatException">The content is of no known format, or a part of it is wrong; the message says which.</exception>
    public static TokenCounter Read(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TokenizerFile.Read(name, content);
    }

    /// <inheritdoc/>
    public abstract long MaxTokens(long utf8Bytes);

    /// <inheritdoc/>
    public abstract long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue);
}
