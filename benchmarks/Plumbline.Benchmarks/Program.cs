using Plumbline.Benchmarks.Tokenizers;

switch (args)
{
    case ["tokens", .. string[] rest]:
        return TokenSideBySide.Run(rest);
    default:
        Console.Error.WriteLine("usage: tokens [ENCODING [ORACLE_FOLDER [TEXTS]]]     token counting beside npm tiktoken (tools/tiktoken-oracle)");
        return 2;
}
