using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>Corpora of megabytes from what a development machine has anyway: documentation, sources, manual pages in many languages.</summary>
internal static partial class MachineTexts
{
    private const int Characters = 6_000_000;

    // Scripts that few manual pages are written in.
    private static readonly string[] SampledKinds = ["arabic", "greek", "hebrew", "thai", "indic"];

    /// <summary>The corpora by name, each as texts of about the size of a message (2 KB).</summary>
    public static IEnumerable<(string Name, byte[][] Texts)> All()
    {
        string prose = Pool(["/usr/share/doc", "/usr/share/perl", "/usr/share/cmake-3.25/Help"], [".md", ".rst", ".txt", ".pod"], Characters);
        string code = Pool(
            ["/usr/lib/python3", "/usr/lib/python3.11", "/usr/lib/node_modules/npm", "/usr/include/c++"], [".py", ".js", ".h", ".tcc"], Characters);
        string cjk = Lines(Pool(Manuals("zh_CN", "zh_TW", "ja", "ko"), [".gz"], 4 * Characters), Cjk());
        string other = Lines(Pool(Manuals("ru", "uk", "sr"), [".gz"], 4 * Characters), Cyrillic()) + '\n'
            + string.Join('\n', SampledKinds.Select(kind => SampleTexts.Make(kind, 60_000)));
        yield return ("prose", Texts(prose));
        yield return ("code", Texts(code));
        yield return ("CJK", Texts(cjk));
        yield return ("other scripts", Texts(other));
        yield return ("emoji", Texts(WithEmoji(prose[..Math.Min(prose.Length, Characters / 2)])));
        yield return ("chat JSONL", [.. Chat(prose, code, cjk).Select(Encoding.UTF8.GetBytes)]);
    }

    /// <summary>Texts that slow careless counters down.</summary>
    public static IEnumerable<(string Name, byte[][] Texts)> Adversarial()
    {
        yield return ("1 MB of one letter", [Encoding.UTF8.GetBytes(new string('a', 1_000_000))]);
        yield return ("1 MB of random letters", [Encoding.UTF8.GetBytes(FixtureTexts.RandomLetters(1_000_000))]);
        yield return ("1 MB of spaces", [Encoding.UTF8.GetBytes(new string(' ', 1_000_000))]);
        yield return ("1 MB of one ideograph", [Encoding.UTF8.GetBytes(new string('数', 333_333))]);
    }

    private static string[] Manuals(params string[] languages) => [.. languages.Select(language => "/usr/share/man/" + language)];

    private static string Pool(string[] folders, string[] endings, int limit)
    {
        var text = new StringBuilder();
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string folder in folders.Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
            {
                if (text.Length < limit && endings.Contains(Path.GetExtension(file)))
                {
                    using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal)
                        ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress)
                        : File.OpenRead(file);
                    string content = new StreamReader(stream).ReadToEnd();
                    text.Append(content.Contains('\uFFFD', StringComparison.Ordinal) || content.Contains('\0', StringComparison.Ordinal) ? "" : content)
                        .Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Lines(string text, Regex wanted)
    {
        string lines = string.Join('\n', text.Split('\n').Where(line => wanted.Count(line) > 10));
        return lines.Length > Characters ? lines[..Characters] : lines;
    }

    private static byte[][] Texts(string text)
    {
        var texts = new List<byte[]>();
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(text.Length, start + 2000);
            while (end < text.Length && (char.IsLowSurrogate(text[end]) || char.IsLetterOrDigit(text[end])) && end < start + 2100)
            {
                end++;
            }

            end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
            texts.Add(Encoding.UTF8.GetBytes(text[start..end]));
            start = end;
        }

        return [.. texts];
    }

    private static string WithEmoji(string prose)
    {
        string[] emoji = ["😀", "🎉", "👍🏽", "❤️", "👨‍👩‍👧", "🔥🔥🔥", "🤷🏻‍♀️", "✅", "🇩🇪", "😂😂"];
        var random = new TextRandom(1);
        var text = new StringBuilder(prose.Length * 2);
        foreach (string line in prose.Split('\n'))
        {
            text.Append(line).Append(' ').Append(random.Of<string>(emoji)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Chat(string prose, string code, string cjk)
    {
        var random = new TextRandom(2);
        for (int line = 0; line < 3000; line++)
        {
            string messages = string.Join(", ", Enumerable.Range(0, 2 + (2 * random.Below(3))).Select(turn =>
                $"{{\"author\": \"{(turn % 2 == 0 ? "user" : "assistant")}\", \"content\": {JsonSerializer.Serialize(Passage(turn))}}}"));
            yield return $"{{\"context\": {JsonSerializer.Serialize(Passage(0))}, \"messages\": [{messages}]}}\n";
        }

        string Passage(int turn)
        {
            int kind = random.Below(100);
            string from = kind < 62 ? prose : kind < 90 ? code : cjk.Length > 5000 ? cjk : prose;
            int length = (turn % 2 == 0 ? 30 + random.Below(270) : 80 + random.Below(820)) / (kind < 90 ? 1 : 2);
            int start = random.Below(from.Length - length - 1);
            return from.Substring(start, length).Trim('\uFFFD').Replace("\uD83D", "", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("[\u3000-\u9fff\uac00-\ud7af]")]
    private static partial Regex Cjk();

    [GeneratedRegex("[\u0400-\u04ff]")]
    private static partial Regex Cyrillic();
}
