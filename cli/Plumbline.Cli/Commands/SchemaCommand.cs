using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline schema</c>: its options and what may be combined.</summary>
internal static class SchemaCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline schema ticket.schema.json
          plumbline schema schemas/*.json --report concise
          plumbline schema ticket.schema.json --report json --output ticket.report.json
          plumbline schema chat.schema.json --plain --output chat.plain.json

        Exit codes: 0 clean, 1 findings, 2 usage error, 3 unreadable file, 70 internal fault.
        """;

    public static Command Create()
    {
        var files = new FilesArgument("FILE")
        {
            Description = "Schema files, which may refer to each other; - is standard input.",
        };
        var plain = new Option<bool>("--plain") { Description = "Write the one schema without its x- keywords: for editors and other validators." };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail the run as well." };
        var report = new Option<string>("--report", "-r")
        {
            Description = "text: faults with excerpts, then what each schema compiles to; concise: one line a fault; json: everything.",
            HelpName = "KIND",
            DefaultValueFactory = _ => "text",
        };
        report.AcceptOnlyFromAmong("text", "concise", "json");
        var output = new TextOption("--output", "-o")
        {
            Description = "Write the report, or the plain schema, to a file, whole or not at all.",
            HelpName = "FILE",
        };
        var command = new Command("schema", "Checks schema files, and shows what they compile to: types, checks, and what stays unchecked.")
        { files, plain, strict, report, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(plain) && result.GetValue(files) is { Length: > 1 })
            {
                result.AddError("--plain is for one schema at a time");
            }

            if (result.GetValue(plain) && result.GetResult(report) is { Implicit: false })
            {
                result.AddError("--plain writes a schema and no report: leave out --report");
            }
        });
        command.SetAction(parsed => SchemaRun.Run(new SchemaJob
        {
            Files = parsed.GetValue(files) ?? [],
            IsPlain = parsed.GetValue(plain),
            IsStrict = parsed.GetValue(strict),
            Report = parsed.GetRequiredValue(report),
            Output = parsed.GetValue(output),
        }));
        return command;
    }
}
