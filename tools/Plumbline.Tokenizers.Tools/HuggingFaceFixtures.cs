using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Writes what Hugging Face tokenizers counts with each kind of tokenizer.json.</summary>
internal static class HuggingFaceFixtures
{
    public static void Write(string oracleFolder, string folder)
    {
        string file = Path.GetTempFileName();
        foreach (string kind in TokenizerJsonSamples.Kinds)
        {
            File.WriteAllText(file, TokenizerJsonSamples.Make(kind, folder));
            int[] counts = Oracle.Count(oracleFolder, [file], TokenizerJsonSamples.TextsOf(kind));
            File.WriteAllText(Path.Combine(folder, $"json-{kind}.counts.txt"), string.Join('\n', counts.Chunk(40).Select(row => string.Join(' ', row))) + "\n");
        }

        File.Delete(file);
    }
}
