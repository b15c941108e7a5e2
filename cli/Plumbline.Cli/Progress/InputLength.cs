using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Progress;

/// <summary>How many bytes a run will read, where that can be known beforehand.</summary>
internal static class InputLength
{
    /// <summary>Bytes of all files together; null where one has no length (a pipe), or says nothing of the length of its text (compressed data).</summary>
    public static long? Of(IReadOnlyList<string> paths)
    {
        long sum = 0;
        foreach (string path in paths)
        {
            if (Of(path) is not { } length)
            {
                return null;
            }

            sum += length;
        }

        return sum;
    }

    private static long? Of(string path)
    {
        try
        {
            if (RegularFile.LengthOf(path) is var length and > 0)
            {
                using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
                Span<byte> head = stackalloc byte[2];
                return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head is [0x1F, 0x8B] ? null : length;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Told when it is to be read.
        }

        return null;
    }
}
