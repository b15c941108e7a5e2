using System.Security.Cryptography;
using Plumbline.Tokenizers.Formats;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Writes the tables of a bundled encoding from the ranks that its makers publish.</summary>
internal static class TablesFile
{
    // SHA-256 as pinned in tiktoken's openai_public.py.
    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["o200k_base.tiktoken"] = "446A9538CB6C348E3516120D7C08B09F57C36495E2ACFFFE59A5BF8B0CFB1A2D",
        ["cl100k_base.tiktoken"] = "223921B76EE99BDE995B7FF738513EEF100FB51D18C93597A113BCFFE865B2A7",
    };

    public static void Write(string ranks, string path)
    {
        byte[] file = File.ReadAllBytes(ranks);
        string name = Path.GetFileName(ranks), hash = Convert.ToHexString(SHA256.HashData(file));
        if (!Hashes.TryGetValue(name, out string? expected) || hash != expected)
        {
            throw new InvalidOperationException($"{name} has SHA-256 {hash}; expected {expected ?? "one of " + string.Join(", ", Hashes.Keys)}.");
        }

        SymbolList tokens = TiktokenFile.ReadTokens(name, file);
        MergeVocabulary vocabulary = RankedTokens.Compile(name, tokens, out _);
        if (vocabulary.Count != tokens.Count)
        {
            throw new InvalidOperationException(
                $"{tokens.Count - vocabulary.Count} tokens of {name} are not made by merges; the bundled form cannot hold them.");
        }

        File.WriteAllBytes(path, BundledEncoding.Write(vocabulary));
        Console.WriteLine($"{path}: {vocabulary.Count} tokens, {new FileInfo(path).Length} bytes");
    }
}
