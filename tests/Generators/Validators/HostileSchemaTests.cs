using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Generators.Tests.Validators;

/// <summary>Whatever text a schema holds, what is emitted declares one class with the members that the plan has, and does nothing else.</summary>
public sealed class HostileSchemaTests
{
    private static readonly string[] Payloads =
    [
        "*/ public static int Evil; /*",
        "\"; System.Environment.Exit(1);//",
        "\r\nSystem.Environment.Exit(1);\n",
        "\u0085class Evil {}\u2028class Evil {}\u2029class Evil {}",
        "{} { } {{0}} }}} {{{",
        "\\\" + System.Environment.MachineName + \"\\",
        "</summary><evil/>&lt;![CDATA[",
        "#endif\n#if true",
        "\u202E\u0000\u0007",
        "A0",
        "Value",
        "HostileValidator",
        "class",
        "",
        "é\U0001F600",
    ];

    public static TheoryData<string> Texts => [.. Payloads];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_of_a_schema_never_becomes_code(string payload)
    {
        string plain = SchemaCompilation.Emit(SchemaCompilation.Program(SchemaWith("harmless")), "HostileValidator");
        string hostile = SchemaCompilation.Emit(SchemaCompilation.Program(SchemaWith(payload)), "HostileValidator");
        SchemaCompilation.Compile(hostile);
        Assert.Equal(Declarations(plain), Declarations(hostile));
        Assert.Empty(Identifiers(hostile).Intersect(["Evil", "evil", "Environment", "Exit", "MachineName"]));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_names_and_values_are_still_told_apart(string payload)
    {
        JsonValidator validator = SchemaCompilation.Validator(SchemaWith(payload));
        Assert.Empty(Judgment.Of(validator, $$"""{{{Quoted(payload)}}:{{Quoted(payload)}},"x":[]}"""));
        Assert.NotEmpty(Judgment.Of(validator, $$"""{{{Quoted(payload)}}:"no","x":[]}"""));
        Assert.NotEmpty(Judgment.Of(validator, $$"""{{{Quoted(payload + "!")}}:1,"x":[]}"""));
    }

    private static string SchemaWith(string payload) => $$"""
        {
          "$id": {{Quoted("urn:x:" + Uri.EscapeDataString(payload))}},
          "title": {{Quoted(payload)}},
          "description": {{Quoted(payload)}},
          "type": "object",
          "required": [{{Quoted(payload)}}],
          "additionalProperties": false,
          "properties": {
            {{Quoted(payload)}}: { "enum": [{{Quoted(payload)}}], "$comment": {{Quoted(payload)}} },
            "x": {
              "anyOf": [{ "const": { {{Quoted(payload)}}: {{Quoted(payload)}} } }, { "type": "array" }],
              "x-advice": [{ "severity": "note", "message": {{Quoted(payload + ".")}}, "schema": { "maxItems": 9 } }]
            }
          },
          "x-message": { "required": {{Quoted(payload)}} }
        }
        """;

    private static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (char c in text)
        {
            json.Append(c is '"' or '\\' or < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return json.Append('"').ToString();
    }

    // Kinds and counts of all declarations; names of methods may differ, because they are made from the schema's.
    private static string[] Declarations(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax)
            .Select(node => node.Kind().ToString())];

    private static IEnumerable<string> Identifiers(string source) =>
        CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);
}
