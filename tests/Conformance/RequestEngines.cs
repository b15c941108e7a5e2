using System.Text;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>Both engines over the body of a request.</summary>
internal static class RequestEngines
{
    private static readonly SchemaSet Schemas = SchemaSet.Of(Names(folder: null)
        .Select(name => (Name: name, Path: Repository.PathOf("schemas", name.Split('/')[0], "requests", name.Split('/')[1] + ".schema.json")))
        .Select(file => SchemaFile.Parse(file.Path, file.Name, File.ReadAllBytes(file.Path))));

    /// <summary>The names of the schemas of requests, those that only lend to others included: <c>vertex/tune-chat</c>.</summary>
    /// <param name="folder">Those of one provider; null for all.</param>
    public static IEnumerable<string> Names(string? folder) =>
        from path in Directory.EnumerateFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let parts = Path.GetRelativePath(Repository.PathOf("schemas"), path).Replace('\\', '/').Split('/')
        where parts is [_, "requests", _] && (folder is null || parts[0] == folder)
        select $"{parts[0]}/{parts[2][..^".schema.json".Length]}";

    /// <summary>What the interpreter and the generated validator find, which is the same.</summary>
    public static string Judge(string name, JsonValidator validator, string body)
    {
        byte[] text = Encoding.UTF8.GetBytes(body);
        CompiledSchema compiled = Schemas.Compile(Schemas.Files.Single(file => file.Name == name));
        Assert.Empty(compiled.Diagnostics);
        var interpreted = new FaultList();
        new SchemaInterpreter(compiled.Program!).Read(text, interpreted);

        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealDocument(text.Length);
        var validation = new Validation(ValidationOptions.Document);
        validation.JudgeDocument(validator, buffer);

        string told = Told(interpreted, text);
        Assert.Equal(told, Told(validation.Faults, text));
        return told;
    }

    private static string Told(FaultList faults, byte[] text)
    {
        var findings = new Findings();
        FindingBuilder.Report(faults, text, findings);
        return string.Join("; ", findings.Select(finding =>
        {
            string pointer = finding.Pointer.Length == 0 ? "/" : finding.Pointer;
            return FormattableString.Invariant(
                $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {pointer}: {finding.Line}:{finding.Column}");
        }));
    }

    private sealed class Findings : List<Finding>, IFindingSink;
}
