using System.Text;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tools;

/// <summary>The long run: random texts counted by us and by npm tiktoken.</summary>
internal static class Fuzz
{
    private const int Batch = 20_000;

    /// <summary>Compares counts; tells every text on which they differ (at most 20) and returns how many do.</summary>
    public static int Run(string oracleFolder, string encoding, int texts, ulong seed)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        int different = 0;
        long bytes = 0;
        for (int start = 0; start < texts; start += Batch)
        {
            byte[][] batch = [
                .. Enumerable.Range(start, Math.Min(Batch, texts - start)).Select(number => Encoding.UTF8.GetBytes(FuzzTexts.Make(seed, number)))];
            int[] expected = Oracle.Count(oracleFolder, [encoding], batch);
            for (int i = 0; i < batch.Length; i++)
            {
                bytes += batch[i].Length;
                long actual = counter.Count(batch[i]);
                if (actual != expected[i] && different++ < 20)
                {
                    Console.WriteLine($"seed {seed}, text {start + i}: {actual}, tiktoken {expected[i]}: {Encoding.UTF8.GetString(batch[i])}");
                }
            }
        }

        Console.WriteLine($"{encoding}: {texts} texts, {bytes} bytes, seed {seed}: {different} differ");
        return different;
    }
}
