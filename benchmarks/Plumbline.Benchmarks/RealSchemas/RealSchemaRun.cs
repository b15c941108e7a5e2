using System.Globalization;
using Plumbline.Benchmarks.Measuring;
using Plumbline.Compilation;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Benchmarks.RealSchemas;

/// <summary>Parses and validates the documents of schemas that people use, on one thread, by the validators that the generator makes of them.</summary>
internal static class RealSchemaRun
{
    private const int WarmPasses = 3;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("R") ?? "15");

    public static int Run(string folder, string? only)
    {
        var schemas = new List<(string Name, JsonValidator Validator, Corpus Documents)>();
        foreach (string name in Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            if (only is null || only == name)
            {
                schemas.Add((name, Compile(Path.Combine(folder, name, "schema.json"), name), Corpus.Read(Path.Combine(folder, name, "instances.jsonl"))));
            }
        }

        var reader = new Validation(ValidationOptions.DatasetLines);
        WarmUp(schemas, reader);
        double[][] seconds = [.. schemas.Select(_ => new double[Rounds])];
        for (int i = 0; i < schemas.Count; i++)
        {
            for (int round = 0; round < Rounds; round++)
            {
                double start = ThreadClock.Now;
                schemas[i].Documents.Judge(schemas[i].Validator, reader);
                seconds[i][round] = ThreadClock.Now - start;
            }
        }

        long bytes = 0, lines = 0;
        double total = 0;
        for (int i = 0; i < schemas.Count; i++)
        {
            (string name, JsonValidator validator, Corpus documents) = schemas[i];
            (long valid, long invalid) = documents.Judge(validator, reader);
            double median = seconds[i].Order().ElementAt(Environment.GetEnvironmentVariable("M") is null ? Rounds / 2 : 0);
            bytes += documents.Bytes;
            lines += valid + invalid;
            total += median;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-24} {documents.Bytes / 1e3,8:F0} KB {documents.Bytes / median / 1e9,6:F2} GB/s {median * 1e3,8:F2} ms  {invalid} invalid"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} documents {bytes / 1e6:F1} MB {bytes / total / 1e9:F3} GB/s {total * 1e3:F1} ms"));
        return 0;
    }

    // The JIT's optimizer works in the background, and only while nothing new is met.
    private static void WarmUp(List<(string Name, JsonValidator Validator, Corpus Documents)> schemas, Validation reader)
    {
        for (int pass = 0; pass < WarmPasses; pass++)
        {
            for (int round = 0; round < 20; round++)
            {
                foreach ((_, JsonValidator validator, Corpus documents) in schemas)
                {
                    documents.Judge(validator, reader);
                }
            }

            Thread.Sleep(1000);
        }
    }

    private static JsonValidator Compile(string path, string name)
    {
        var file = SchemaFile.Parse(path, name + ".json", File.ReadAllBytes(path));
        SchemaProgram program = SchemaSet.Of([file]).Compile(file).Program
            ?? throw new InvalidOperationException($"{path} is not a schema.");
        return SchemaCompiler.Compile(program);
    }
}
