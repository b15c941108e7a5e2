using Plumbline.Benchmarks.Patterns;
using Plumbline.Benchmarks.Tokenizers;

switch (args)
{
    case ["tokens", .. string[] rest]:
        return TokenSideBySide.Run(rest);
    case ["patterns"]:
        return PatternSideBySide.Run();
    default:
        Console.Error.WriteLine(
            """
            usage: tokens [ORACLE_FOLDER [ENCODING [TEXTS]]]     token counting beside npm tiktoken (tools/tiktoken-oracle); - leaves one out
                   patterns                                      patterns beside .NET's regular expressions
            """);
        return 2;
}
