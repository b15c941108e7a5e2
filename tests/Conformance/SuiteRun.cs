using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Tests.Conformance;

/// <summary>The suite's cases of one draft, run on one engine.</summary>
public sealed class SuiteRun
{
    // The base URI at which the suite says that its remote schemas are.
    private const string RemoteBase = "http://localhost:1234/";

    private SuiteRun()
    {
    }

    /// <summary>Tests whose verdict was right.</summary>
    public int Passed { get; private set; }

    /// <summary>Tests whose verdict was wrong, as <c>file | schema | test</c>.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Schemas that were refused, as <c>file | schema | reason</c>.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Runs cases.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="dialect">The draft: the dialect of schemas that do not say theirs.</param>
    /// <param name="remotes">The folder of the suite's remote schemas.</param>
    public static SuiteRun Of(IEngine engine, IReadOnlyList<SuiteCase> cases, Dialect dialect, string remotes)
    {
        var run = new SuiteRun();
        List<SchemaFile> files = RemoteFiles(remotes, dialect);
        var compiled = new List<(SuiteCase Case, SchemaProgram Program)>();
        for (int i = 0; i < cases.Count; i++)
        {
            var root = SchemaFile.Parse($"case{i}.json", $"case{i}.json", cases[i].Schema, defaultDialect: dialect);
            CompiledSchema result = SchemaSet.Of([.. files, root]).Compile(root);
            if (result.Program is { } program)
            {
                compiled.Add((cases[i], program));
            }
            else
            {
                run.Refuse(cases[i], result);
            }
        }

        IReadOnlyList<Judge> judges = engine.Prepare([.. compiled.Select(entry => entry.Program)]);
        var faults = new FaultList();
        for (int i = 0; i < compiled.Count; i++)
        {
            foreach (SuiteTest test in compiled[i].Case.Tests)
            {
                faults.Clear();
                judges[i](test.Data, faults);
                if (faults.HasErrors == !test.Valid)
                {
                    run.Passed++;
                }
                else
                {
                    run.Failed.Add($"{compiled[i].Case.File} | {compiled[i].Case.Description} | {test.Description}");
                }
            }
        }

        return run;
    }

    private void Refuse(SuiteCase refused, CompiledSchema result)
    {
        SchemaDiagnostic? error = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Rule.Severity == Severity.Error);
        Refused.Add($"{refused.File} | {refused.Description} | {error?.Message}");
    }

    /// <summary>The suite's remote schemas, at the URIs that they stand for.</summary>
    internal static List<SchemaFile> RemoteFiles(string folder, Dialect dialect)
    {
        var files = new List<SchemaFile>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            files.Add(SchemaFile.Parse(path, name, File.ReadAllBytes(path), uri: RemoteBase + name, defaultDialect: dialect));
        }

        return files;
    }
}
