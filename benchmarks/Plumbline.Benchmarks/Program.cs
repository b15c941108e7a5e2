using Plumbline.Benchmarks.Tokenizers;

switch (args)
{
    case ["tokens", .. string[] rest]:
        return TokenSideBySide.Run(rest);
    default:
        Console.Error.WriteLine("usage: tokens [ORACLE_FOLDER [ENCODING [TEXTS]]]     token counting beside npm tiktoken (tools/tiktoken-oracle); - leaves one out");
        return 2;
}
