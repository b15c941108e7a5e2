using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Cli.Commands;

/// <summary>A schema file of the user's own (<c>--schema FILE</c>): read, linked, reported on, and run by the engine that the inputs call for.</summary>
internal static class OwnSchema
{
    /// <summary>Opens a schema file; null where it is broken, which has then been reported on standard error.</summary>
    /// <param name="path">The schema file.</param>
    /// <param name="inputs">The files that will be held against it: large ones are worth a compilation.</param>
    /// <param name="options">The options of a run.</param>
    /// <param name="tellsReferences">Whether findings tell the references on the way to a keyword.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static ValidationTarget? Open(string path, IReadOnlyList<string> inputs, DatasetOptions options, bool tellsReferences)
    {
        byte[] text = Read(path);
        string name = Path.GetFileName(path);

        // What was compiled before, and has no diagnostics to be told, need not even be parsed.
        if (!tellsReferences && CompiledEngine.Find(name, text, hasDiagnostics: false) is { } kept)
        {
            return Target(path, kept, options);
        }

        CompiledSchema compiled = Link(path, name, text);
        if (compiled.Program is not { } program)
        {
            return null;
        }

        return !tellsReferences && Compiled(program, name, text, inputs, hasDiagnostics: !compiled.Diagnostics.IsEmpty) is { } validator
            ? Target(path, validator, options)
            : InterpreterJudge.Target(path, program, options, tellsReferences);
    }

    // What has diagnostics was not looked for before they were told.
    private static JsonValidator? Compiled(SchemaProgram program, string name, byte[] text, IReadOnlyList<string> inputs, bool hasDiagnostics)
    {
        JsonValidator? kept = hasDiagnostics ? CompiledEngine.Find(name, text, hasDiagnostics) : null;
        return kept ?? (CompiledEngine.IsWorthwhile(inputs, text.Length) ? CompiledEngine.Compile(program, name, text, hasDiagnostics) : null);
    }

    private static ValidationTarget Target(string path, JsonValidator validator, DatasetOptions options) =>
        new(path, validator.SchemaId, validator.Dataset, options, run => new DatasetRun(validator, run)) { LifeCycle = validator.LifeCycle };

    private static CompiledSchema Link(string path, string name, byte[] text)
    {
        SchemaFile file = SchemaFile.Parse(path, name, text);
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        Report(compiled.Diagnostics, PositionedText.Parse(text).Lines);
        return compiled;
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"cannot read the schema {path}: {(File.Exists(path) ? fault.Message : Directory.Exists(path) ? "it is a folder" : "there is no such file")}");
        }
    }

    private static void Report(IEnumerable<SchemaDiagnostic> diagnostics, LineMap lines)
    {
        foreach (SchemaDiagnostic diagnostic in diagnostics.Distinct().OrderBy(found => found.Span.Start))
        {
            TextPosition place = lines.Locate(diagnostic.Span.Start);
            var finding = new Finding(diagnostic.Rule, diagnostic.Rule.Severity, diagnostic.Message)
            {
                Path = diagnostic.Path,
                Line = place.Line,
                Column = place.Column,
            };
            Chatter.WriteLine(Reports.ConciseReport.Line(finding, Reports.Palette.None));
        }
    }
}
