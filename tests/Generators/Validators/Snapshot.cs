using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Validators;

/// <summary>Generated text that is kept in the repository, so that a change of how it reads is seen in review.</summary>
internal static class Snapshot
{
    /// <summary>Compares a text with its snapshot; with PLUMBLINE_UPDATE_SNAPSHOTS=1 in the environment, writes it instead.</summary>
    public static void Matches(string name, string text)
    {
        string path = Repository.PathOf("tests", "Generators", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("PLUMBLINE_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(expected == text,
            $"The generated text differs from {path}. If it should, run the tests with PLUMBLINE_UPDATE_SNAPSHOTS=1 and review the difference.\n{text}");
    }
}
