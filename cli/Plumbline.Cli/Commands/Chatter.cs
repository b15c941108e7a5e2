using System.Text;

namespace Plumbline.Cli.Commands;

/// <summary>What the tool says beside its results, on standard error.</summary>
internal static class Chatter
{
    // Results are UTF-8 wherever they go, and so is this. To look up what a locale calls its encoding takes longer than all that is said, too. On Windows
    // it would change the terminal, which outlives the tool.
    static Chatter()
    {
        if (!OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
    }

    /// <summary>Standard error itself, for the line that shows progress.</summary>
    public static TextWriter Writer => Console.Error;

    /// <summary>Says text as it stands.</summary>
    /// <remarks>That nobody can hear it (standard error is closed, its disk full, its reader gone) says nothing of the run, whose results go
    /// elsewhere.</remarks>
    public static void Write(string text)
    {
        try
        {
            Writer.Write(text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Says a line as it stands.</summary>
    public static void WriteLine(string line) => Write($"{line}\n");
}
