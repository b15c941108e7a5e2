using System.Runtime.CompilerServices;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;
using Plumbline.Compilation;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline generate</c>: all schemas are sound and all files can be written, or nothing is.</summary>
internal static class GenerateRun
{
    /// <summary>Runs a job.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the job cannot be done.</exception>
    public static int Run(GenerateJob job)
    {
        if (!CompiledEngine.IsUntrimmed)
        {
            throw new UsageException("this build of plumbline was trimmed and has no generator: use the .NET tool");
        }

        if (SchemaFiles.Read(job.Files) is not { } schemas)
        {
            return ExitCode.Unreadable;
        }

        bool isSound = true;
        foreach (SchemaFault fault in SchemaFault.Of(schemas.Files, schemas.Files.Select(schemas.Set.Compile)))
        {
            Chatter.WriteLine(ConciseReport.Line(fault.Finding, Palette.None));
            isSound &= fault.Finding.Severity != Severity.Error;
        }

        return isSound ? Generate(job, schemas) : ExitCode.Findings;
    }

    // A method of its own: the runtime looks for an assembly when it first meets a method that names one of its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Generate(GenerateJob job, SchemaFiles schemas)
    {
        string targetNamespace = "";
        if (job.Namespace is { } named && !GeneratedSchemas.TryReadNamespace(named, out targetNamespace!))
        {
            throw new UsageException($"--namespace {named} is no C# namespace: names joined by full stops, such as Acme.Formats");
        }

        if (job.TypeName is { } typeName && GeneratedSchemas.TypeNameFor(typeName) is var possible && possible != typeName)
        {
            throw new UsageException($"--type-name {typeName} is no name of a record: did you mean \"{possible}\"?");
        }

        var generated = GeneratedSchemas.Of(schemas.Files, targetNamespace, job.TypeName);
        if (generated.Collisions.Length > 0)
        {
            foreach (NameCollision late in generated.Collisions)
            {
                CommandLine.Say($"{late.Schema}: error {Rules.NameCollision.Id} {Rules.NameCollision.Slug}: " +
                    $"the type {late.Type} is that of {late.Other} already: generate them apart, each into a namespace of its own");
            }

            return ExitCode.Findings;
        }

        if (generated.Roots.Length == 0)
        {
            throw new UsageException("nothing to generate: a schema whose file name begins with an underscore only lends to others");
        }

        if (job.Folder is { } folder)
        {
            Say(generated, GeneratedFolder.Write(folder, [.. generated.Roots, .. generated.Shared], job.IsForced), folder);
        }
        else
        {
            Print(generated);
        }

        return ExitCode.Clean;
    }

    private static void Print(GeneratedSchemas generated)
    {
        if (generated.Roots.Length > 1)
        {
            throw new UsageException($"{generated.Roots.Length} schemas become a file each: say where they go by --output FOLDER");
        }

        using ReportFile output = ReportFile.Open(null);
        output.Writer.Write(generated.Roots[0].Text);
        output.Complete();
    }

    private static void Say(GeneratedSchemas generated, int written, string folder)
    {
        foreach (SchemaOutline outline in generated.Outlines)
        {
            CommandLine.Say($"{outline.Schema}: {Types(outline)} in {Path.Combine(folder, outline.FileName)}");
        }

        int all = generated.Roots.Length + generated.Shared.Length;
        string unchanged = written == all ? "" : $", {all - written} unchanged";
        CommandLine.Say($"{SeverityWords.Of(written, "file")} written to {folder}{unchanged}; to compile, they take a reference to Plumbline.Runtime");
    }

    private static string Types(SchemaOutline outline)
    {
        int records = Count(outline, "record") - 1;
        string[] others =
        [
            .. new[]
                {
                    SeverityWords.Of(records, "other record"),
                    SeverityWords.Of(Count(outline, "union"), "union"),
                    SeverityWords.Of(Count(outline, "enum"), "enum"),
                }
                .Where(words => !words.StartsWith("no ", StringComparison.Ordinal)),
        ];
        return string.Join(", ", [$"record {outline.Types[0].Name}", .. others, outline.Validator.Name]);
    }

    private static int Count(SchemaOutline outline, string kind) => outline.Types.Count(type => type.Kind.StartsWith(kind, StringComparison.Ordinal));
}
