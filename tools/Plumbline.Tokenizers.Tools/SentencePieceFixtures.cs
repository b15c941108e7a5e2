using System.Diagnostics;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Trains small models with spm_train and writes what spm_encode counts with them (Debian: apt-get install sentencepiece).</summary>
internal static class SentencePieceFixtures
{
    private static readonly (string Name, string Options)[] Models =
    [
        ("bpe-bytes",
            "--model_type=bpe --byte_fallback --vocab_size=1200 --character_coverage=0.98 --normalization_rule_name=identity --remove_extra_whitespaces=false"),
        ("bpe-symbols",
            "--model_type=bpe --vocab_size=1100 --character_coverage=0.98 --normalization_rule_name=identity --user_defined_symbols=<sep>,▁▁,the,👍"),
        ("unigram-rules",
            "--model_type=unigram --vocab_size=1000 --character_coverage=0.98 --normalization_rule_name=nmt_nfkc --user_defined_symbols=<sep>,http"),
        ("unigram-bytes",
            "--model_type=unigram --byte_fallback --vocab_size=1300 --character_coverage=0.98 --normalization_rule_name=identity "
                + "--remove_extra_whitespaces=false --add_dummy_prefix=false"),
    ];

    public static void Write(string folder)
    {
        // Names without folders: a model remembers what it was trained with.
        string work = Directory.CreateTempSubdirectory("sentencepiece-fixtures").FullName;
        File.WriteAllText(Path.Combine(work, "training.txt"), LineTexts.Training);
        File.WriteAllText(Path.Combine(work, "lines.txt"), string.Join('\n', LineTexts.All) + "\n");
        foreach ((string name, string options) in Models)
        {
            Run(work, "spm_train", ["--input=training.txt", $"--model_prefix={name}", "--hard_vocab_limit=false", "--minloglevel=2", .. options.Split(' ')]);
            string ids = Run(work, "spm_encode", [$"--model={name}.model", "--output_format=id", "--input=lines.txt"]);
            IEnumerable<int> counts = ids.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? 0 : line.Split(' ').Length);
            File.Copy(Path.Combine(work, name + ".model"), Path.Combine(folder, name + ".model"), overwrite: true);
            File.WriteAllText(Path.Combine(folder, name + ".counts.txt"), string.Join('\n', counts.Chunk(40).Select(row => string.Join(' ', row))) + "\n");
        }

        Directory.Delete(work, recursive: true);
    }

    private static string Run(string folder, string program, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
