using System.Globalization;
using System.Runtime;
using Plumbline.Benchmarks.Measuring;

namespace Plumbline.Benchmarks.RealSchemas;

/// <summary>Parses and validates the documents of schemas that people use, on one thread, by the validators that the generator makes of them.</summary>
internal static class RealSchemaRun
{
    private const int MostWarmPasses = 40;
    private const int WarmRounds = 20;
    private const int Rounds = 21;

    /// <summary>Measures all schemas of a folder, or one of them, and prints a line for each.</summary>
    public static int Run(string folder, string? only)
    {
        Measure(folder, only, Console.Out);
        return 0;
    }

    /// <summary>Measures the schemas of a folder: <c>NAME/schema.json</c> with <c>NAME/instances.jsonl</c>, one document a line.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="only">Name of the only schema that is measured, or null.</param>
    /// <param name="output">Takes a line for each schema, slowest documents included: the time of each is the median of its rounds.</param>
    public static RealSchemaResult Measure(string folder, string? only, TextWriter output)
    {
        var schemas = new List<(string Name, JsonValidator Validator, Corpus Documents)>();
        foreach (string path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path);
            if (only is null || only == name)
            {
                schemas.Add((name, SchemaCompilation.Compile(Path.Combine(path, "schema.json")), Corpus.Read(Path.Combine(path, "instances.jsonl"))));
            }
        }

        var reader = new Validation(ValidationOptions.DatasetLines);
        WarmUp(schemas, reader);
        var result = new RealSchemaResult(schemas.Count, 0, 0, 0, 0);
        foreach ((string name, JsonValidator validator, Corpus documents) in schemas)
        {
            double[] seconds = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                double start = ThreadClock.Now;
                documents.Judge(validator, reader);
                seconds[round] = ThreadClock.Now - start;
            }

            (long valid, long invalid) = documents.Judge(validator, reader);
            Array.Sort(seconds);
            double median = seconds[Rounds / 2];
            result = result with
            {
                Documents = result.Documents + valid + invalid,
                Bytes = result.Bytes + documents.Bytes,
                Seconds = result.Seconds + median,
                BestSeconds = result.BestSeconds + seconds[0],
            };
            double speed = documents.Bytes / median / 1e9;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-24} {documents.Bytes / 1e3,8:F0} KB {speed,6:F2} GB/s {median * 1e3,8:F2} ms, best {seconds[0] * 1e3:F2}, {invalid} invalid"));
        }

        double best = result.Bytes / result.BestSeconds / 1e9;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Documents} documents, {result.Bytes / 1e6:F1} MB, {result.Bytes / result.Seconds / 1e9:F3} GB/s, best {best:F3} (processor time)"));
        return result;
    }

    // The JIT's optimizer works in the background, and has thousands of methods to go through: the warm-up ends when a pass brings no more of them.
    private static void WarmUp(List<(string Name, JsonValidator Validator, Corpus Documents)> schemas, Validation reader)
    {
        long compiled = -1;
        for (int pass = 0; pass < MostWarmPasses && compiled != JitInfo.GetCompiledMethodCount(); pass++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            for (int round = 0; round < WarmRounds; round++)
            {
                foreach ((_, JsonValidator validator, Corpus documents) in schemas)
                {
                    documents.Judge(validator, reader);
                }
            }

            Thread.Sleep(500);
        }
    }
}

/// <summary>What a run over many schemas came to.</summary>
/// <param name="Schemas">How many schemas.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Bytes">Bytes of all documents.</param>
/// <param name="Seconds">Sum of the schemas' medians.</param>
/// <param name="BestSeconds">Sum of the schemas' best rounds.</param>
internal sealed record RealSchemaResult(int Schemas, long Documents, long Bytes, double Seconds, double BestSeconds);
