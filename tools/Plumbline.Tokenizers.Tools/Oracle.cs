using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace Plumbline.Tokenizers.Tools;

/// <summary>npm tiktoken, asked through tools/tiktoken-oracle/count.mjs (run <c>npm ci</c> there first).</summary>
public static class Oracle
{
    /// <summary>The counts of texts.</summary>
    /// <param name="folder">The folder tools/tiktoken-oracle.</param>
    /// <param name="encoding">What follows <c>count.mjs</c>: the name of an encoding, or a file of ranks and a pattern.</param>
    /// <param name="texts">UTF-8.</param>
    public static int[] Count(string folder, IEnumerable<string> encoding, IReadOnlyList<byte[]> texts) =>
        Array.ConvertAll(Run(folder, encoding, texts), line => int.Parse(line, CultureInfo.InvariantCulture));

    /// <summary>The seconds that npm tiktoken takes to count each slice of the texts, apart from starting and reading.</summary>
    /// <param name="folder">The folder tools/tiktoken-oracle.</param>
    /// <param name="encoding">The name of an encoding.</param>
    /// <param name="texts">UTF-8.</param>
    /// <param name="slices">How many slices; text <c>i</c> is in slice <c>i * slices / texts</c>.</param>
    public static double[] Seconds(string folder, string encoding, IReadOnlyList<byte[]> texts, int slices) => Array.ConvertAll(
        Run(folder, ["--time", encoding, slices.ToString(CultureInfo.InvariantCulture)], texts), line => double.Parse(line, CultureInfo.InvariantCulture));

    private static string[] Run(string folder, IEnumerable<string> arguments, IReadOnlyList<byte[]> texts)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "count.mjs"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        using (Stream input = process.StandardInput.BaseStream)
        {
            Span<byte> length = stackalloc byte[4];
            foreach (byte[] text in texts)
            {
                BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
                input.Write(length);
                input.Write(text);
            }
        }

        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines
            : throw new InvalidOperationException($"count.mjs ended with {process.ExitCode}; has 'npm ci' been run in {folder}?");
    }
}
