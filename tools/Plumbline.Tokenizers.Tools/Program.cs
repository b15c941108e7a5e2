using System.Globalization;
using Plumbline.Tokenizers.Tools;

switch (args)
{
    case ["classes", string file]:
        ClassTable.Write(file);
        return 0;
    case ["normalization", string folder, string file]:
        NormalizationTable.Write(folder, file);
        return 0;
    case ["normalization-check", string file]:
        return NormalizationCheck.Run(file) == 0 ? 0 : 1;
    case ["tables", string ranks, string file]:
        TablesFile.Write(ranks, file);
        return 0;
    case ["sentencepiece", string folder]:
        SentencePieceFixtures.Write(folder);
        return 0;
    case ["huggingface", string oracle, string folder]:
        HuggingFaceFixtures.Write(oracle, folder);
        return 0;
    case ["fuzz", string oracle, string encoding, string texts, string seed]:
        return Fuzz.Run(oracle, encoding, int.Parse(texts, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture)) == 0 ? 0 : 1;
    case ["fixtures", string oracle, string file, .. string[] encoding]:
        Fixtures.Write(oracle, encoding, file);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            classes FILE            writes CharacterClasses.Runs.cs
            normalization FOLDER FILE
                                    writes CanonicalMappings.Data.cs; FOLDER has UnicodeData.txt and CompositionExclusions.txt
            normalization-check FILE
                                    holds normalization against NormalizationTest.txt
            tables RANKS FILE       writes a bundled encoding from NAME.tiktoken, whose hash must be the one that tiktoken pins
            fixtures ORACLE FILE ENCODING
            fixtures ORACLE FILE RANKS PATTERN
                                    writes the counts that tests/Tokenizers compares with
            sentencepiece FOLDER    trains small models and writes what spm_encode counts with them
            huggingface ORACLE FOLDER
                                    writes what Hugging Face tokenizers counts with each kind of tokenizer.json; ORACLE is the folder tools/huggingface-oracle
            fuzz ORACLE ENCODING TEXTS SEED
                                    counts random texts and compares with npm tiktoken; ORACLE is the folder tools/tiktoken-oracle
            """);
        return 2;
}
