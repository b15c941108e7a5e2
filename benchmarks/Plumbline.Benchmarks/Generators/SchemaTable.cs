using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using RoslynCompilation = Microsoft.CodeAnalysis.Compilation;

namespace Plumbline.Benchmarks.Generators;

/// <summary>
/// What a schema costs a build: the time to link it to a program, to run the whole generator on it (which links it too), and to compile what is generated; and
/// how much that is. Times are processor times, so that a busy machine does not count; the least of several rounds, after one that warms up.
/// </summary>
internal static class SchemaTable
{
    private const int Rounds = 2;

    public static int Run(string[] folders)
    {
        string[] files =
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*schema*.json", SearchOption.AllDirectories)).Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
        {
            Console.Error.WriteLine("no schema files (*schema*.json) in the folders");
            return 2;
        }

        Measure(files[0]);
        Console.WriteLine("| schema | KB | program ms | generator ms | generated lines | generated KB | lines a KB of schema | C# compiler ms | assembly KB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var costs = new List<Cost>();
        var others = new List<string>();
        foreach (string file in files)
        {
            if (Measure(file) is { } cost)
            {
                costs.Add(cost);
                Print(cost);
            }
            else
            {
                others.Add(Path.GetFileName(file));
            }
        }

        Print(new Cost(
            "**all**",
            costs.Sum(cost => cost.Bytes),
            costs.Sum(cost => cost.Program),
            costs.Sum(cost => cost.Generator),
            costs.Sum(cost => cost.Lines),
            costs.Sum(cost => cost.Generated),
            costs.Sum(cost => cost.Compiler),
            costs.Sum(cost => cost.Assembly)));
        if (others.Count > 0)
        {
            Console.WriteLine($"left out, as they refer to other files: {string.Join(", ", others)}");
        }

        return 0;
    }

    private static Cost? Measure(string path)
    {
        string text = File.ReadAllText(path);
        string name = Path.GetFileName(path) == "schema.json" ? Path.GetFileName(Path.GetDirectoryName(path))! : Path.GetFileName(path);
        var cost = new Cost(name, new FileInfo(path).Length, double.MaxValue, double.MaxValue, 0, 0, double.MaxValue, 0);
        for (int round = 0; round < Rounds; round++)
        {
            bool isLinked = false;
            double program = ProcessorTime.Milliseconds(() =>
            {
                var file = SchemaFile.Parse(name, name, text);
                isLinked = SchemaSet.Of([file]).Compile(file).Program is not null;
            });
            if (!isLinked)
            {
                return null;
            }

            RoslynCompilation compilation = ConsumerProject.Empty;
            GeneratorDriver driver = ConsumerProject.Driver(new SchemaText(name, text));
            double generator = ProcessorTime.Milliseconds(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _));
            using var image = new MemoryStream();
            bool isCompiled = false;
            double compiler = ProcessorTime.Milliseconds(() => isCompiled = compilation.Emit(image).Success);
            ImmutableArray<GeneratedSourceResult> sources = driver.GetRunResult().Results.Single().GeneratedSources;
            if (!isCompiled)
            {
                throw new InvalidOperationException($"What is generated from {name} does not compile.");
            }

            cost = cost with
            {
                Program = Math.Min(cost.Program, program),
                Generator = Math.Min(cost.Generator, generator),
                Compiler = Math.Min(cost.Compiler, compiler),
                Lines = sources.Sum(source => source.SourceText.Lines.Count - 1),
                Generated = sources.Sum(source => (long)source.SourceText.Length),
                Assembly = image.Length,
            };
        }

        return cost;
    }

    private static void Print(Cost cost) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {cost.Name} | {cost.Bytes / 1024.0:F1} | {cost.Program:F1} | {cost.Generator:F1} | {cost.Lines} | {cost.Generated / 1024.0:F0} | " +
        $"{cost.Lines * 1024.0 / cost.Bytes:F0} | {cost.Compiler:F0} | {cost.Assembly / 1024.0:F0} |"));

    private sealed record Cost(string Name, long Bytes, double Program, double Generator, int Lines, long Generated, double Compiler, long Assembly);
}
