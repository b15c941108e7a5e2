using System.Globalization;
using Plumbline.Bodies.Repairs;

namespace Plumbline.Cli.Reports;

/// <summary>A request for people: each fault with its place and what would mend it, then the count.</summary>
internal sealed class BodyText(TextWriter writer, Palette palette)
{
    private const int BytesAround = 320;

    /// <summary>With excerpts and repairs.</summary>
    public void Write(BodyOutcome outcome)
    {
        WriteApplied(outcome);
        foreach (BodyFault fault in outcome.Faults)
        {
            Write(fault);
        }

        WriteSummary(outcome);
    }

    /// <summary>One line a fault.</summary>
    public void WriteConcise(BodyOutcome outcome)
    {
        foreach (BodyFault fault in outcome.Faults)
        {
            writer.WriteLine(ConciseReport.Line(fault.Finding, palette));
        }

        WriteSummary(outcome);
    }

    private void WriteApplied(BodyOutcome outcome)
    {
        foreach (AppliedRepair applied in outcome.Applied)
        {
            Finding finding = applied.Finding.Finding;
            string place = string.Create(CultureInfo.InvariantCulture, $"{Printable.Text(outcome.RepairedFrom!)}:{finding.Line}:{finding.Column}");
            writer.WriteLine($"repaired {place} {palette.Strong(finding.Rule.Id)}: {Printable.Text(applied.Repair.Title)}");
        }

        if (outcome.Applied.Length > 0)
        {
            writer.WriteLine();
        }
    }

    private void Write(BodyFault fault)
    {
        Finding finding = fault.Finding;
        string severity = palette.Severity(finding.Severity, finding.Severity.Word());
        writer.WriteLine($"{severity} {palette.Strong($"{finding.Rule.Id} {finding.Rule.Slug}")}: {Printable.Text(finding.Message)}");
        string place = string.Create(CultureInfo.InvariantCulture, $"  {Printable.Text(finding.Path ?? "")}:{finding.Line}:{finding.Column}");
        writer.WriteLine(finding.Pointer.Length == 0 ? place : $"{place} {palette.Faint(Printable.Text(finding.Pointer))}");
        if (Excerpt(fault) is { Text.Length: > 0 } excerpt)
        {
            excerpt.Write(writer, palette, finding.Severity);
        }

        foreach (Repair repair in fault.Repairs)
        {
            writer.WriteLine($"    {(repair.IsSafe ? "fix: " : "fix?")} {Printable.Text(repair.Title)}");
        }

        writer.WriteLine();
    }

    private static SourceExcerpt Excerpt(BodyFault fault)
    {
        int at = (int)Math.Min(fault.Finding.ByteOffset, fault.Text.Length);
        int start = Math.Max(0, at - BytesAround);
        int end = Math.Min(fault.Text.Length, at + BytesAround);

        // Of an array or object its bracket says enough.
        bool isBracket = at < fault.Text.Length && fault.Text[at] is (byte)'{' or (byte)'[';
        return SourceExcerpt.Cut(fault.Text.AsSpan(start, end - start), at - start, isBracket ? 1 : fault.Finding.ByteLength);
    }

    private void WriteSummary(BodyOutcome outcome)
    {
        string counts = string.Join(", ", new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Where(severity => severity == Severity.Error || outcome.Has(severity))
            .Select(severity => SeverityWords.Of(outcome.Count(severity), severity.Word())));
        Severity worst = outcome.Has(Severity.Error) ? Severity.Error : outcome.Has(Severity.Warning) ? Severity.Warning : Severity.Note;
        int safe = outcome.Faults.Count(fault => fault.Repairs.Any(repair => repair.IsSafe));
        string repairs = outcome.RepairedFrom is not null ? $"; {SeverityWords.Of(outcome.Applied.Length, "repair")} made"
            : safe > 0 ? $"; --fix --output FILE repairs {safe.ToString(CultureInfo.InvariantCulture)}"
            : "";
        writer.WriteLine($"{palette.Strong(Printable.Text(outcome.Body.Path))}: {outcome.Body.Schema.Name}, {palette.Severity(worst, counts)}{repairs}");
    }
}
