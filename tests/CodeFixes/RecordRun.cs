using System.Runtime.Loader;
using System.Text.Json;

namespace Plumbline.CodeFixes.Tests;

/// <summary>Code that makes a body, compiled and run.</summary>
internal static class RecordRun
{
    /// <summary>A class <c>C</c> with members.</summary>
    public static string Code(string members) =>
        $"using System; using System.Text; using Plumbline; using Plumbline.Schemas.Vertex;\npublic static class C\n{{\n    {members}\n}}\n";

    /// <summary>The JSON that <c>C.Body()</c> makes.</summary>
    public static async Task<string> Of(Workbench bench)
    {
        using var image = new MemoryStream();
        Assert.True((await bench.Compilation()).Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            byte[] json = (byte[])context.LoadFromStream(image).GetType("C")!.GetMethod("Body")!.Invoke(null, null)!;
            return System.Text.Encoding.UTF8.GetString(json);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Holds JSON against JSON, by value.</summary>
    public static void AssertSame(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected);
        using JsonDocument right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), actual);
    }
}
