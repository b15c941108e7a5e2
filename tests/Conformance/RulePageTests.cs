using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>The examples of the pages in docs/rules, of which tests/Documentation shows what the interpreter says: generated validators say the same.</summary>
public sealed partial class RulePageTests
{
    // PLB4033: a pattern that takes too long, which hangs on the machine.
    private static readonly string[] Pages = [.. Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "PLB*.md")
        .Where(path => Path.GetFileNameWithoutExtension(path) != "PLB4033" && Block(path, "json schema") is not null)
        .Order(StringComparer.Ordinal)];

    [Fact]
    public void Both_engines_say_the_same_of_what_a_rule_refuses_and_of_what_it_lets_pass()
    {
        IReadOnlyList<EnginePair> engines = EnginePair.Of([.. Pages.Select(Compile)], InterpreterEngine.FormatOptions);
        string[] differences = [.. Pages.Zip(engines).SelectMany(page => (string[])
        [
            .. Difference(page.First, page.Second, "json wrong"),
            .. Difference(page.First, page.Second, "json right"),
        ])];
        Assert.Empty(differences);
        Assert.True(Pages.Length > 30, $"{Pages.Length} pages have a schema");
    }

    private static Schema.Ir.SchemaProgram Compile(string path)
    {
        SchemaFile file = SchemaFile.Parse(path, "example.schema.json", Block(path, "json schema")!);
        return SchemaSet.Of([file]).Compile(file).Program!;
    }

    private static IEnumerable<string> Difference(string path, EnginePair engines, string kind)
    {
        Verdicts verdicts = engines.Judge(Encoding.UTF8.GetBytes(Block(path, kind)!.TrimEnd('\n')));
        return verdicts.Differ ? [$"{Path.GetFileName(path)}, {kind}: {verdicts}"] : [];
    }

    private static string? Block(string path, string info) =>
        Blocks().Matches(File.ReadAllText(path)).FirstOrDefault(match => match.Groups["info"].Value == info)?.Groups["text"].Value;

    [GeneratedRegex("""^```(?<info>[^\n`]*)\n(?<text>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();
}
