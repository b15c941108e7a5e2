using System.Globalization;
using System.Text;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Reports.Html;

/// <summary>How long texts and conversations are: a table of percentiles for each measure, with a histogram in each row.</summary>
internal sealed class HtmlStatistics(TextWriter writer)
{
    private const int MostFields = 40;
    private const int BarWidth = 10;
    private const int Height = 40;

    /// <summary>Writes the section; nothing where texts were not measured.</summary>
    public void Write(DatasetStatistics? statistics, TokenFacts? tokens)
    {
        if (statistics is null || statistics.Fields.Count == 0)
        {
            return;
        }

        writer.WriteLine("<h2>Lengths</h2>");
        if (tokens is not null)
        {
            string note = tokens.Note is null ? "" : $"; {tokens.Note}";
            WriteFields($"Tokens a text, by {tokens.Tokenizer}{note}", statistics, field => field.Tokens);
        }

        WriteFields("Code points a text", statistics, field => field.CodePoints);
        WriteFields("Bytes a text, as UTF-8", statistics, field => field.Bytes);
        if (statistics.Turns.Count > 0)
        {
            WriteTable("Turns an example", "", [("turns", statistics.Turns)]);
        }

        WriteScripts(statistics.Scripts.Shares);
    }

    private void WriteFields(string title, DatasetStatistics statistics, Func<FieldStatistics, Distribution> of)
    {
        int more = statistics.Fields.Count - MostFields;
        string rest = more > 0 ? $"and {HtmlText.Of(more)} more fields" : "";
        WriteTable(title, rest, [.. statistics.Fields.Take(MostFields).Select(field => (field.Path, of(field)))]);
    }

    private void WriteTable(string title, string more, IReadOnlyList<(string Path, Distribution Values)> rows)
    {
        writer.WriteLine($"<h3>{HtmlText.Of(title)}</h3>");
        writer.Write("<div class=\"wide\"><table><tr><th>field</th>");
        foreach (string name in (string[])["count", "total", "mean", "min", "p50", "p90", "p99", "max"])
        {
            writer.Write($"<th class=\"number\">{name}</th>");
        }

        writer.WriteLine("<th>how many, by buckets that double</th></tr>");
        foreach ((string path, Distribution values) in rows)
        {
            long[] percentiles = values.Percentiles(50, 90, 99);
            writer.Write($"<tr><td><code>{(path.Length == 0 ? "(the example)" : HtmlText.Of(path))}</code></td>");
            string[] cells =
            [
                HtmlText.Of(values.Count), HtmlText.Of(values.Total), HtmlText.Of(values.Mean), HtmlText.Of(values.Min), .. percentiles.Select(HtmlText.Of),
                HtmlText.Of(values.Max),
            ];
            foreach (string cell in cells)
            {
                writer.Write($"<td class=\"number\">{cell}</td>");
            }

            writer.WriteLine($"<td>{Chart(values.Histogram)}</td></tr>");
        }

        writer.WriteLine("</table></div>");
        if (more.Length > 0)
        {
            writer.WriteLine($"<p class=\"faint\">{more}</p>");
        }
    }

    private static string Chart(IReadOnlyList<Bucket> buckets)
    {
        if (buckets.Count == 0)
        {
            return "";
        }

        long most = buckets.Max(bucket => bucket.Count);
        string label = $"from {HtmlText.Of(buckets[0].From)} to {HtmlText.Of(buckets[^1].To)}";
        var svg = new StringBuilder();
        int width = buckets.Count * (BarWidth + 2);
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width} {Height}\" role=\"img\" aria-label=\"histogram {label}\">");
        for (int i = 0; i < buckets.Count; i++)
        {
            // Any value at all is seen.
            int height = buckets[i].Count == 0 ? 0 : Math.Max(1, (int)Math.Round((double)buckets[i].Count / most * Height));
            string words = $"{HtmlText.Of(buckets[i].From)} to {HtmlText.Of(buckets[i].To)}: {HtmlText.Of(buckets[i].Count)}";
            int left = i * (BarWidth + 2);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{left}\" y=\"{Height - height}\" width=\"{BarWidth}\" height=\"{height}\"><title>{words}</title></rect>");
        }

        return svg.Append("</svg>").Append(CultureInfo.InvariantCulture, $"<span class=\"faint\">{label}</span>").ToString();
    }

    private void WriteScripts(IReadOnlyList<ScriptShare> shares)
    {
        if (shares.Count == 0)
        {
            return;
        }

        writer.WriteLine("<h3>Writing systems</h3>");
        writer.Write("<div class=\"wide\"><table><tr><th>script</th><th class=\"number\">share</th>");
        writer.WriteLine("<th class=\"number\">characters</th><th class=\"number\">texts</th></tr>");
        foreach (ScriptShare share in shares)
        {
            writer.Write($"<tr><td>{HtmlText.Of(share.Script.Replace('_', ' '))}</td><td class=\"number\">{HtmlText.Of(share.Percent)} %</td>");
            writer.WriteLine($"<td class=\"number\">{HtmlText.Of(share.Characters)}</td><td class=\"number\">{HtmlText.Of(share.Texts)}</td></tr>");
        }

        writer.WriteLine("</table></div>");
    }
}
