using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Plumbline.Analyzers.Bodies;
using Plumbline.Bodies;
using Plumbline.Schema.Json;
using Plumbline.Testing;

namespace Plumbline.Analyzers.Tests.Bodies;

/// <summary>The mistakes that the documents themselves make (samples/requests/broken), in a literal of each kind and in a file: told alike, and underlined
/// alike.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string file in RequestSample.Mistakes)
        {
            foreach (string kind in LiteralKinds.All.Append("file"))
            {
                cases.Add(file, kind);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_mistake_is_told_in_every_kind_of_literal(string file, string kind)
    {
        string body = RequestSample.Mistake(file);
        string schema = "vertex/" + file.Split('.')[1];
        PositionedText json = PositionedText.Parse(body);
        string[] expected = [.. BodyJudge.Judge(json, BundledSchemas.Find(schema)!).Select(finding => $"{finding.Rule.Id} {Underlined(json, finding.Span)}")];
        Assert.NotEmpty(expected);

        string literal = LiteralKinds.Write(body, kind);
        string code = $"class C {{\n// lang=json schema={schema}\nstatic readonly object Body = {literal}; }}";
        Consumer project = kind == "file"
            ? Consumer.Empty.WithBody("request.json", body, schema)
            : Consumer.Empty.WithCode(code);
        ImmutableArray<Diagnostic> found = await project.Analyze(new BodyAnalyzer(), new BodyFileAnalyzer());

        string source = kind == "file" ? body : code;
        string[] told =
        [
            .. found.Select(
                diagnostic => $"{diagnostic.Id} {Read(source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), kind)}"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static string Underlined(PositionedText json, ByteSpan span) => System.Text.Encoding.UTF8.GetString(json.Utf8.Slice(span.Start, span.Length));

    // What stands in the source, as the text that it means.
    private static string Read(string source, string kind) => kind switch
    {
        "regular" or "utf8" or "concatenated" => source.Replace("\\\"", "\"", StringComparison.Ordinal),
        "verbatim" => source.Replace("\"\"", "\"", StringComparison.Ordinal),
        "interpolated" =>
            source.Replace("\"\"", "\"", StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal),
        _ => source,
    };
}
