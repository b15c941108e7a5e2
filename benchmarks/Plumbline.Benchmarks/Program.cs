using BenchmarkDotNet.Running;
using Plumbline.Benchmarks.Analyzers;
using Plumbline.Benchmarks.Generators;
using Plumbline.Benchmarks.Micro;
using Plumbline.Benchmarks.Patterns;
using Plumbline.Benchmarks.RealSchemas;
using Plumbline.Benchmarks.SideBySide;
using Plumbline.Benchmarks.Tokenizers;

switch (args)
{
    case ["side-by-side", string yardsticks, string work, .. string[] rest]:
        return SideBySideRun.Run(yardsticks, work, realSchemas: rest.ElementAtOrDefault(0), page: rest.ElementAtOrDefault(1));
    case ["real-schemas", string folder, .. string[] only]:
        return RealSchemaRun.Run(folder, only.FirstOrDefault());
    case ["micro", .. string[] rest]:
        BenchmarkSwitcher.FromAssembly(typeof(ValidatorBenchmarks).Assembly).Run(rest);
        return 0;
    case ["tokens", .. string[] rest]:
        return TokenSideBySide.Run(rest);
    case ["patterns"]:
        return PatternSideBySide.Run();
    case ["schemas", .. string[] folders]:
        return SchemaTable.Run(folders);
    case ["keystrokes"]:
        return KeystrokeTable.Run();
    case ["literals"]:
        return LiteralBuild.Run();
    case ["validated-tokens", string file, .. string[] rest]:
        return ValidatedTokens.Run(
            file, rest.ElementAtOrDefault(0) ?? "vertex/chat", rest.ElementAtOrDefault(1) ?? "o200k_base", tool: rest.ElementAtOrDefault(2));
    default:
        Console.Error.WriteLine(
            """
            usage: side-by-side YARDSTICKS WORK [REAL_SCHEMAS [PAGE]]   ajv, simdjson, Utf8JsonReader and ours in turns; the table goes into PAGE
                   real-schemas FOLDER [SCHEMA]                         schemas that people use and their documents
                   micro [BENCHMARKDOTNET_OPTIONS]                      validators, records, counters: time and memory of one call
                   tokens [ORACLE_FOLDER [ENCODING [TEXTS]]]            token counting beside npm tiktoken (tools/tiktoken-oracle); - leaves one out
                   validated-tokens FILE [FORMAT [ENCODING [TOOL]]]     lines validated with token counts, beside counting alone
                   patterns                                             patterns beside .NET's regular expressions
                   schemas FOLDER...                                    what each schema file costs a build, and how much is generated
                   keystrokes                                           what the generator costs while somebody types
                   literals                                             what the analyzer of bodies adds to a build and to a keystroke
            """);
        return 2;
}
