using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Cli.Reports;

/// <summary>Tells findings apart, and one finding in two runs as the same: by the rule, its place in the schema and in the example, and what was found, not by
/// the line, which moves when lines are added above it.</summary>
internal sealed class Fingerprints
{
    private const int Bytes = 16;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of a finding: 32 hexadecimal digits, unlike any that was given before.</summary>
    public string Next(Finding finding)
    {
        string identity = string.Join(
            '\n', ReportPath.Relative(finding.Path ?? ""), finding.Rule.Id, finding.SchemaLocation, finding.Pointer, finding.Expected, finding.Found);
        return Unlike(identity);
    }

    /// <summary>The fingerprint of all that is left of a finding's rule: it stays when their number changes.</summary>
    public string OfRest(Finding finding) => Unlike($"rest of {finding.Rule.Id} {finding.Severity.Word()}");

    /// <summary>The fingerprint of a file that could not be read.</summary>
    public string OfUnread(UnreadFile file) => Unlike($"unreadable {ReportPath.Relative(file.Path)}");

    /// <summary>The fingerprint of what <c>--max-errors</c> left out.</summary>
    public string OfLeftOut() => Unlike("left out");

    private string Unlike(string identity)
    {
        string hash = Hash(identity);
        int times = _seen.GetValueOrDefault(hash);
        _seen[hash] = times + 1;
        return times == 0 ? hash : Hash($"{identity}\n{times.ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
