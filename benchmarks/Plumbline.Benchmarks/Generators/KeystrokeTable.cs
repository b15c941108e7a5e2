using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RoslynCompilation = Microsoft.CodeAnalysis.Compilation;

namespace Plumbline.Benchmarks.Generators;

/// <summary>
/// What the generator costs while somebody types, in a project of 200 schemas of 20 properties: the first run, a key pressed in C# that has to do with no
/// schema, and an edit of one schema. Times are processor times, so that a busy machine does not count.
/// </summary>
internal static class KeystrokeTable
{
    private const int Schemas = 200;
    private const int Properties = 20;
    private const int Edits = 300;

    public static int Run()
    {
        SchemaText[] schemas = [.. Enumerable.Range(0, Schemas).Select(schema => Schema(schema, "string"))];
        RoslynCompilation project = ConsumerProject.Empty.AddSyntaxTrees(Typed(0));
        GeneratorDriver driver = ConsumerProject.Driver(schemas);
        double first = ProcessorTime.Milliseconds(() => driver = driver.RunGenerators(project));
        GeneratorDriver again = ConsumerProject.Driver(schemas);
        double cold = ProcessorTime.Milliseconds(() => again.RunGenerators(project));

        var keystrokes = new List<double>();
        var edits = new List<double>();
        for (int edit = 1; edit <= Edits; edit++)
        {
            project = project.ReplaceSyntaxTree(project.SyntaxTrees.Single(), Typed(edit));
            keystrokes.Add(ProcessorTime.Milliseconds(() => driver = driver.RunGenerators(project)));
        }

        for (int edit = 0; edit < Edits; edit++)
        {
            int index = edit % Schemas;
            SchemaText changed = Schema(index, edit / Schemas % 2 == 0 ? "integer" : "string");
            GeneratorDriver before = driver.ReplaceAdditionalText(schemas[index], changed);
            schemas[index] = changed;
            edits.Add(ProcessorTime.Milliseconds(() => driver = before.RunGenerators(project)));
        }

        Console.WriteLine($"{Schemas} schemas of {Properties} properties; milliseconds of processor time");
        Console.WriteLine("| what | median | p95 | most |");
        Console.WriteLine("|---|---|---|---|");
        Print("a keystroke in C#", keystrokes);
        Print("an edit of one schema", edits);
        Print("everything, in a warm process", [cold]);
        Print("everything, in a new process", [first]);
        return 0;
    }

    private static SyntaxTree Typed(int key) => CSharpSyntaxTree.ParseText($"class Typed {{ int x{key}; }}", ConsumerProject.ParseOptions, "Typed.cs");

    private static SchemaText Schema(int schema, string type)
    {
        string properties = string.Join(",", Enumerable.Range(0, Properties).Select(i => $$"""
            "property{{i}}": { "type": "{{type}}" }
            """));
        return new SchemaText($"s{schema}.schema.json", $$"""{ "type": "object", "properties": { {{properties}} } }""");
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:F2} | {times[times.Count * 95 / 100]:F2} | {times[^1]:F2} |"));
    }
}
