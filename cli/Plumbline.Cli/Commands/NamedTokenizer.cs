using Plumbline.Tokenizers;

namespace Plumbline.Cli.Commands;

/// <summary>What <c>--tokenizer</c> names: a bundled encoding or a file.</summary>
internal static class NamedTokenizer
{
    /// <summary>Loads it.</summary>
    /// <exception cref="UsageException">There is no such encoding or file, or the file is no tokenizer; the message says what is wrong with it.</exception>
    public static ITokenCounter Load(string nameOrPath)
    {
        try
        {
            return TokenCounter.Load(nameOrPath);
        }
        catch (FileNotFoundException)
        {
            throw Unknown(nameOrPath);
        }
        catch (TokenizerFormatException fault)
        {
            throw new UsageException($"cannot use the tokenizer {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read the tokenizer {nameOrPath}: {fault.Message}");
        }
    }

    private static UsageException Unknown(string nameOrPath)
    {
        IReadOnlyList<string> names = TokenCounter.BundledNames;
        if (Directory.Exists(nameOrPath))
        {
            return new($"cannot read the tokenizer {nameOrPath}: it is a folder");
        }

        // Models are known by the first part of the name: o200k for o200k_base.
        string? meant = NearestName.Find(nameOrPath, names)
            ?? (nameOrPath.Length > 2 ? names.FirstOrDefault(name => name.StartsWith(nameOrPath, StringComparison.OrdinalIgnoreCase)) : null);
        string hint = meant is null ? "" : $": did you mean \"{meant}\"?";
        return new($"unknown tokenizer \"{nameOrPath}\"{hint}; there are {string.Join(", ", names)}, and no file has that name");
    }
}
