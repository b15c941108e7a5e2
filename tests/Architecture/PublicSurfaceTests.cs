using Plumbline.Testing;

namespace Plumbline.Architecture.Tests;

/// <summary>What users of the packages can see, held against the texts in Surface/: a change of it is a decision, and stands in the diff of a commit.</summary>
public class PublicSurfaceTests
{
    [Theory]
    [InlineData("Plumbline.Assertions", true)]
    [InlineData("Plumbline.Runtime", true)]
    [InlineData("Plumbline.Tokenizers", true)]
    [InlineData("Plumbline.Schemas", false)]
    public void The_public_surface_is_the_one_that_is_written_down(string name, bool areMembersListed)
    {
        string surface = PublicSurface.Of(name, areMembersListed);
        string[] known = GoldenText.Beside(surface, "tests", "Architecture", "Surface", name + ".txt").TrimEnd('\n').Split('\n');
        string[] found = surface.TrimEnd('\n').Split('\n');
        string[] changes = [.. known.Except(found).Select(line => "- " + line), .. found.Except(known).Select(line => "+ " + line)];
        Assert.True(
            changes.Length == 0 && known.SequenceEqual(found),
            $"The surface of {name} has changed. If that is meant: PLUMBLINE_ACCEPT=1 dotnet test tests/Architecture\n{string.Join('\n', changes)}");
    }
}
