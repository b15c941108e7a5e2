using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline generate</c>: its options and what may be combined.</summary>
internal static class GenerateCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          plumbline generate ticket.schema.json --namespace Acme.Support
          plumbline generate ticket.schema.json --namespace Acme.Support --type-name SupportTicket --output Generated
          plumbline generate schemas/*.json --namespace Acme.Formats --output Generated
          cat ticket.schema.json | plumbline generate - --namespace Acme > Ticket.cs

        The files are those that a build would add. They compile with a reference to Plumbline.Runtime.
        Exit codes: 0 written, 1 a schema is wrong and nothing was written, 2 usage error or files that cannot be written, 3 unreadable schema,
        70 internal fault.
        """;

    public static Command Create()
    {
        var files = new FilesArgument("SCHEMA")
        {
            Description = "Schema files, which may refer to each other; - is standard input. A name that begins with an underscore only lends its schemas.",
        };
        var targetNamespace = new TextOption("--namespace", "-n")
        {
            Description = "Namespace of the types; the global one unless said.",
            HelpName = "NAME",
        };
        var typeName = new TextOption("--type-name", "-t")
        {
            Description = "Name of the root's record, for a single schema; else its file's name decides.",
            HelpName = "NAME",
        };
        var output = new TextOption("--output", "-o")
        {
            Description = "The folder for the files, each written whole or not at all. Without it, or with -, a single schema's types go to standard output.",
            HelpName = "FOLDER",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite files that were not generated too." };
        var command = new Command("generate", "Writes the C# that schema files become: records and validators, without a build.")
        { files, targetNamespace, typeName, output, force };
        command.Validators.Add(result =>
        {
            if (result.GetResult(typeName) is not null && result.GetValue(files) is { Length: > 1 })
            {
                result.AddError("--type-name is for a single schema: of several, each has the name of its file");
            }

            if (result.GetValue(force) && result.GetValue(output) is null or "-")
            {
                result.AddError("--force goes with --output FOLDER: standard output overwrites nothing");
            }
        });
        command.SetAction(parsed => GenerateRun.Run(new GenerateJob
        {
            Files = parsed.GetValue(files) ?? [],
            Namespace = parsed.GetValue(targetNamespace),
            TypeName = parsed.GetValue(typeName),
            Folder = parsed.GetValue(output) is { } folder and not "-" ? folder : null,
            IsForced = parsed.GetValue(force),
        }));
        return command;
    }
}
