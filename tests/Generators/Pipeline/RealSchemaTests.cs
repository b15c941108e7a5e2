using System.Text.RegularExpressions;
using Plumbline.Generators.Shapes;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>Schemas as people write them: what becomes of those that this version can read compiles without a warning.</summary>
public sealed partial class RealSchemaTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // Measured; a schema that is lost again shows.
    private const int FewestGenerated = 15;

    [Fact]
    public void Real_schemas_become_code_that_compiles()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        Project project = Project.Empty;
        foreach (string file in Directory.GetFiles(folder, "schema*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Most name an older draft and use little of it: read as 2020-12, those that use nothing else serve here.
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            string text = Dialect().Replace(File.ReadAllText(file), "\"$comment\": \"\"", 1);
            project = project.WithSchema(name, text, "Real." + CSharpNames.Pascal(Path.GetDirectoryName(name)!, "Schema"));
        }

        Generated generated = project.Generate();

        Assert.Null(generated.Result.Exception);
        string[] files = [.. generated.Files.Where(file => file.Contains("schema", StringComparison.Ordinal))];
        output.WriteLine($"{files.Length} of {project.Schemas.Length} schemas, {files.Sum(file => generated.Text(file).Count(c => c == '\n'))} lines");
        Assert.True(files.Length >= FewestGenerated, $"{files.Length} schemas became code");
        string errors = string.Join("\n", generated.CompilerErrors.Take(20));
        Assert.True(errors.Length == 0, errors);
    }

    [GeneratedRegex("\"[$]schema\" *: *\"[^\"]*\"")]
    private static partial Regex Dialect();
}
