using Microsoft.CodeAnalysis;
using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Incrementality;

/// <summary>What typing costs in a project with many schemas. Bytes, not times: they are the same on every machine.</summary>
public sealed class KeystrokeTests
{
    private const long MostBytes = 256 * 1024;

    [Fact]
    public void A_keystroke_in_CSharp_beside_200_schemas_allocates_little()
    {
        Project project = Project.Empty.WithCode("Typed.cs", "class Typed;");
        for (int schema = 0; schema < 200; schema++)
        {
            string properties = string.Join(",", Enumerable.Range(0, 20).Select(i => $$"""
                "property{{i}}": { "type": "string" }
                """));
            project = project.WithSchema($"s{schema}.schema.json", $$"""{ "type": "object", "properties": { {{properties}} } }""");
        }

        GeneratorDriver driver = project.NewDriver(track: false).RunGenerators(project.Compilation);
        Type(ref driver, ref project, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        const int keystrokes = 20;
        for (int key = 2; key < 2 + keystrokes; key++)
        {
            Type(ref driver, ref project, key);
        }

        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / keystrokes;
        Assert.True(each <= MostBytes, $"{each} bytes a keystroke");
    }

    private static void Type(ref GeneratorDriver driver, ref Project project, int key)
    {
        project = project.WithCode("Typed.cs", $"class Typed {{ int x{key}; }}");
        driver = driver.RunGenerators(project.Compilation);
    }
}
