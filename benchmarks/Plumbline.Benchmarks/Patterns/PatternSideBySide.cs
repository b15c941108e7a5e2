using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.Benchmarks.Patterns;

/// <summary>
/// Patterns of schemas in use, over UTF-8 by our tables and by .NET's regular expressions, for which the text has to become UTF-16 first. In turns, the best of
/// several rounds of each.
/// </summary>
internal static class PatternSideBySide
{
    private const int Rounds = 15;
    private const int Matches = 20_000;

    private static readonly (string Pattern, string Text)[] Cases =
    [
        ("^x-", "x-advice"),
        ("^[a-zA-Z0-9_\\-]*$", "max_output-tokens"),
        ("^[a-z][a-z0-9]{0,29}$", "organization"),
        ("^.{1,256}$", "a description of a few words"),
        ("^(CRLF|LF|crlf|lf)$", "crlf"),
        ("^\\d{4}-\\d{2}-\\d{2}$", "2026-11-21"),
        ("(base64key|awskms|azurekeyvault|gcpkms|hashivault)://(.*)", "the key is awskms://1234abcd-12ab-34cd-56ef-1234567890ab"),
        ("^[Ee][Ss]2015(\\.([Cc][Oo][Rr][Ee]|[Pp][Rr][Oo][Xx][Yy]))?$", "es2015.proxy"),
        ("^[^\\n]*$", string.Concat(Enumerable.Repeat("all work and no play makes Jack a dull boy. ", 50))),
        ("^[\\p{L} ]+$", "Ελευθερία ή θάνατος"),
    ];

    public static int Run()
    {
        Console.WriteLine("| pattern | bytes | made, µs | ns | .NET ns | .NET compiled ns | ratio | ratio to compiled |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((string source, string text) in Cases)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            // The first text makes the table.
            double made = Best(5, 10, () => EcmaPattern.Parse(source).IsMatchRaw(utf8));
            EcmaPattern pattern = EcmaPattern.Parse(source);
            var interpreted = new Regex(source, RegexOptions.CultureInvariant);
            var compiled = new Regex(source, RegexOptions.CultureInvariant | RegexOptions.Compiled);
            double ours = double.MaxValue, peer = double.MaxValue, best = double.MaxValue;
            for (int i = 0; i < Rounds; i++)
            {
                ours = Math.Min(ours, Best(1, Matches, () => pattern.IsMatchRaw(utf8)));
                peer = Math.Min(peer, Best(1, Matches, () => IsMatch(interpreted, utf8)));
                best = Math.Min(best, Best(1, Matches, () => IsMatch(compiled, utf8)));
            }

            string shown = source.Replace("|", "\\|", StringComparison.Ordinal);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{shown}` | {utf8.Length} | {made / 1000:F0} | {ours:F1} | {peer:F0} | {best:F0} | {peer / ours:F1} | {best / ours:F1} |"));
        }

        return 0;
    }

    private static bool IsMatch(Regex regex, byte[] utf8)
    {
        Span<char> text = stackalloc char[utf8.Length];
        return regex.IsMatch(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }

    // Nanoseconds a call.
    private static double Best<T>(int rounds, int calls, Func<T> call)
    {
        double best = double.MaxValue;
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int j = 0; j < calls; j++)
            {
                call();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
        }

        return best;
    }
}
