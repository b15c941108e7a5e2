using Plumbline.Benchmarks.Patterns;
using Plumbline.Benchmarks.RealSchemas;
using Plumbline.Benchmarks.Tokenizers;

switch (args)
{
    case ["tokens", .. string[] rest]:
        return TokenSideBySide.Run(rest);
    case ["patterns"]:
        return PatternSideBySide.Run();
    case ["real-schemas", string folder, .. string[] only]:
        return RealSchemaRun.Run(folder, only.FirstOrDefault());
    default:
        Console.Error.WriteLine(
            """
            usage: tokens [ORACLE_FOLDER [ENCODING [TEXTS]]]     token counting beside npm tiktoken (tools/tiktoken-oracle); - leaves one out
                   patterns                                      patterns beside .NET's regular expressions
                   real-schemas FOLDER [SCHEMA]                  schemas that people use and their documents
            """);
        return 2;
}
