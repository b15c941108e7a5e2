using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plumbline.Generators.Shapes;
using Plumbline.Testing;

namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>Schemas as people write them become records that compile without a warning and hold what people write by them.</summary>
public sealed class RealSchemaTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // Documents of each schema that are read and written again.
    private const int Documents = 40;

    // A root with `properties` and without `type` allows what is no object too; a record of it needs an object (docs/records.md).
    private static readonly string[] NoObjects = ["yamllint:40"];

    [Fact]
    public void Real_schemas_compile_and_their_documents_round_trip()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        string[] files = [.. Directory.GetFiles(folder, "schema*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Project project = Project.Empty;
        foreach (string file in files)
        {
            project = project.WithSchema(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file), NamespaceOf(file));
        }

        Generated generated = project.Generate();
        Assert.Null(generated.Result.Exception);
        Assert.Equal(files.Length, generated.Files.Count(file => file.Contains("schema", StringComparison.Ordinal)));
        string errors = string.Join("\n", generated.CompilerErrors.Take(20));
        Assert.True(errors.Length == 0, errors);

        Assembly assembly = generated.Load();
        var resolver = (IJsonTypeInfoResolver)assembly.GetType("Consumer.PlumblineJsonResolver")!.GetProperty("Instance")!.GetValue(null)!;
        var options = new JsonSerializerOptions { TypeInfoResolver = resolver };
        var failures = new List<string>();
        int documents = 0;
        foreach (string file in files)
        {
            Type type = assembly.GetType(NamespaceOf(file) + ".Schema")!;
            int line = 0;
            foreach (string json in File.ReadLines(Path.Combine(Path.GetDirectoryName(file)!, "instances.jsonl")).Take(Documents))
            {
                line++;
                documents++;
                string document = $"{Path.GetFileName(Path.GetDirectoryName(file))}:{line}";
                string? failure = RoundTrip(json, type, options);
                bool isExpected = NoObjects.Contains(document);
                if (isExpected ? failure?.Contains(" PLB4001 ", StringComparison.Ordinal) != true : failure is not null)
                {
                    failures.Add($"{document}: {failure ?? "was expected to fail"}");
                }
            }
        }

        output.WriteLine($"{files.Length} schemas, {documents} documents");
        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(40)));
    }

    private static string? RoundTrip(string json, Type type, JsonSerializerOptions options)
    {
        try
        {
            object record = JsonSerializer.Deserialize(json, type, options)!;
            string written = JsonSerializer.Serialize(record, type, options);
            object again = JsonSerializer.Deserialize(written, type, options)!;
            bool isSame = JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written));
            bool isEqual = record.Equals(again) && record.GetHashCode() == again.GetHashCode();
            return !isSame ? $"written as {written}" : isEqual ? null : "not equal to itself read again";
        }
        catch (SchemaValidationException exception)
        {
            return exception.Message;
        }
    }

    private static string NamespaceOf(string file) =>
        "Real." + CSharpNames.Pascal(Path.GetFileName(Path.GetDirectoryName(file)!), "Schema");
}
