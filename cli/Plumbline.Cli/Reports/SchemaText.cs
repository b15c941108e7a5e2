using System.Globalization;
using Plumbline.Compilation;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Reports;

/// <summary>Schema files for people: what is wrong with each, then what it compiles to.</summary>
internal sealed class SchemaText(TextWriter writer, Palette palette)
{
    /// <summary>With excerpts, types and checks.</summary>
    public void Write(IReadOnlyList<SchemaOutcome> files)
    {
        foreach (SchemaOutcome file in files)
        {
            foreach (SchemaFault fault in file.Faults)
            {
                Write(fault);
            }

            writer.WriteLine($"{palette.Strong(Printable.Text(file.File.Path))}: {Facts(file)}");
            if (file.Program is not null)
            {
                WriteTypes(file);
                WriteChecks(file);
                if (file.Dataset is { } rules)
                {
                    writer.WriteLine("  of a file as a whole");
                    DatasetText.Write(writer, rules, indent: "    ");
                }

                WriteValidator(file);
            }

            writer.WriteLine();
        }

        WriteVerdict(files);
    }

    /// <summary>One line a fault.</summary>
    public void WriteConcise(IReadOnlyList<SchemaOutcome> files)
    {
        foreach (SchemaFault fault in files.SelectMany(file => file.Faults))
        {
            writer.WriteLine(ConciseReport.Line(fault.Finding, palette));
        }

        WriteVerdict(files);
    }

    private static string Facts(SchemaOutcome file) => (file.Dialect, file.Program) switch
    {
        (null, _) => "no JSON, and so no schema",
        ({ } dialect, null) => $"JSON Schema {dialect}, broken: it compiles to nothing",
        ({ } dialect, { } program) =>
            $"JSON Schema {dialect}, {SeverityWords.Of(program.Nodes.Count, "schema")}, {SeverityWords.Of(file.Checks.Count, "check")}, " +
                $"known as {Printable.Text(program.Id)}",
    };

    private void Write(SchemaFault fault)
    {
        Finding finding = fault.Finding;
        string severity = palette.Severity(finding.Severity, finding.Severity.Word());
        writer.WriteLine($"{severity} {palette.Strong($"{finding.Rule.Id} {finding.Rule.Slug}")}: {Printable.Text(finding.Message)}");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Printable.Text(finding.Path ?? "")}:{finding.Line}:{finding.Column}"));
        if (fault.Excerpt() is { } excerpt)
        {
            excerpt.Write(writer, palette, finding.Severity);
        }

        writer.WriteLine();
    }

    private void WriteTypes(SchemaOutcome file)
    {
        if (file.Outline is not { } outline)
        {
            writer.WriteLine("  lends its schemas to others: no types of its own");
            return;
        }

        foreach (TypeOutline type in outline.Types)
        {
            string summary = type.Summary == type.Name ? "" : palette.Faint($": {Printable.Text(type.Summary)}");
            writer.WriteLine($"  {type.Kind} {palette.Strong(type.Name)}{summary}");
            int name = type.Members.Select(member => member.Name.Length).DefaultIfEmpty().Max();
            int kind = type.Members.Select(member => member.Type?.Length ?? 0).DefaultIfEmpty().Max();
            foreach (MemberOutline member in type.Members)
            {
                writer.WriteLine($"    {member.Name.PadRight(name)}  {(member.Type ?? "").PadRight(kind)}  {Words(type, member)}".TrimEnd());
            }
        }
    }

    private static string Words(TypeOutline type, MemberOutline member) => string.Join(", ", new[]
    {
        member.JsonName is { } json ? $"\"{Printable.Text(json)}\"" : null,
        type.Kind == "record" && member.IsRequired && member.JsonName is not null ? "required" : null,
        member.Constant is { } constant ? $"always {Printable.Text(constant)}" : null,
        type.Kind == "record" && member.JsonName is null ? "members that the schema does not name" : null,
        member.HoldsAny ? "JSON of any kind" : null,
    }.OfType<string>());

    private void WriteChecks(SchemaOutcome file)
    {
        writer.WriteLine(file.Checks.Count == 0 ? "  no checks: every value is valid" : "  checks");
        int rule = file.Checks.Select(check => check.Rule?.Length ?? 0).DefaultIfEmpty().Max();
        foreach (SchemaCheck check in file.Checks)
        {
            string location = check.Location.Length == 0 ? "(root)" : Printable.Text(check.Location);
            writer.WriteLine($"    {(check.Rule ?? "advice").PadRight(rule)}  {location}: {Printable.Text(check.Expected)}");
        }
    }

    private void WriteValidator(SchemaOutcome file)
    {
        if (file.Outline?.Validator is { } validator)
        {
            string again = validator.ReadAgain.Length == 0
                ? "each value is read once"
                : $"read again: {string.Join(", ", validator.ReadAgain.Select(place => place.Length == 0 ? "the whole value" : Printable.Text(place)))}";
            string remembered = validator.Remembered == 0 ? "" : $"; {SeverityWords.Of(validator.Remembered, "verdict")} remembered by place";
            writer.WriteLine($"  {palette.Strong(validator.Name)}: {SeverityWords.Of(validator.Readings, "kind")} of values; {again}{remembered}");
        }

        string[] silent = [.. file.Annotations.Select(Use)];
        if (silent.Length > 0)
        {
            writer.WriteLine($"  annotations, which no value breaks: {string.Join(", ", silent)}");
        }
    }

    private static string Use(KeywordUse use) => use.Count == 1 ? use.Name : string.Create(CultureInfo.InvariantCulture, $"{use.Name} ({use.Count:N0})");

    private void WriteVerdict(IReadOnlyList<SchemaOutcome> files)
    {
        int errors = files.Sum(file => file.Count(Severity.Error));
        int warnings = files.Sum(file => file.Count(Severity.Warning));
        string counts = SeverityWords.Of(errors, Severity.Error.Word()) + (warnings > 0 ? ", " + SeverityWords.Of(warnings, Severity.Warning.Word()) : "");
        writer.WriteLine(palette.Severity(errors > 0 ? Severity.Error : warnings > 0 ? Severity.Warning : Severity.Note, counts));
    }
}
