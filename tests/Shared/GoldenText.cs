namespace Plumbline.Testing;

/// <summary>
/// Texts that are kept in the repository, so that a change of what users read is seen in the diff of a commit. With <c>PLUMBLINE_ACCEPT=1</c> in the
/// environment they are written anew.
/// </summary>
public static class GoldenText
{
    /// <summary>The text that is kept at a path; empty where there is none yet.</summary>
    /// <param name="made">What it is compared with, and what it becomes where that is asked for.</param>
    /// <param name="path">The path inside the checkout.</param>
    public static string Beside(string made, params string[] path)
    {
        string file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("PLUMBLINE_ACCEPT") == "1")
        {
            File.WriteAllText(file, made);
        }

        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }
}
