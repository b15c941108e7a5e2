using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Plumbline.CodeFixes.Bodies;
using Plumbline.Testing;

namespace Plumbline.CodeFixes.Tests;

/// <summary>What fixes make of the mistakes that the documents themselves make (samples/requests/broken), in a literal of each kind and in a file.</summary>
public sealed class MistakeFixTests
{
    public static TheoryData<string, string, string, string> Repairable() => InEachPlace(
        ("1-colon.tune-code.json", "PLB4011", "RenameMember"),
        ("2-comma.tune-code.json", "PLB5001", "InsertPunctuation"),
        ("3-brace.tune-codechat.json", "PLB5001", "InsertPunctuation"),
        ("4-quoted-numbers.tune-code.json", "PLB4001", "Unquote Quote"),
        ("5-unquoted.distill.json", "PLB5001", "Quote"),
        ("7-region.tune-text.json", "PLB4002", "ReplaceValue"));

    public static TheoryData<string, string, string, string> Choices() => InEachPlace(("8-model.tune-code.json", "PLB4002", "ReplaceValue"));

    public static TheoryData<string, string, string, string> Placeholders() => InEachPlace(("6-placeholders.tune-chat.json", "PLB4060", ""));

    [Theory]
    [MemberData(nameof(Repairable))]
    public async Task Fix_all_leaves_nothing_but_placeholders(string file, string rule, string kinds, string place)
    {
        (Workbench bench, CodeFixProvider fixes) = Open(file, place);
        Assert.Contains(await bench.Diagnostics(), diagnostic => diagnostic.Id == rule);
        foreach (string kind in kinds.Split(' '))
        {
            bench = await bench.FixAll(rule, kind, fixes);
        }

        Assert.All(await bench.Diagnostics(), diagnostic => Assert.Equal("PLB4060", diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Two_models_that_may_have_been_meant_are_two_fixes(string file, string rule, string kind, string place)
    {
        (Workbench bench, CodeFixProvider fixes) = Open(file, place);
        Diagnostic diagnostic = Assert.Single(await bench.Diagnostics());
        List<CodeAction> actions = await bench.FixesOf(diagnostic, fixes);
        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(["Replace by \"code-bison-32k@002\"", "Replace by \"code-bison@002\""], actions.Select(action => action.Title));
        foreach (CodeAction action in actions)
        {
            Assert.Equal(kind, action.EquivalenceKey);
            Assert.Empty(await (await bench.Apply(action)).Diagnostics());
        }
    }

    [Theory]
    [MemberData(nameof(Placeholders))]
    public async Task Placeholders_are_told_and_left_to_people(string file, string rule, string kind, string place)
    {
        (Workbench bench, CodeFixProvider fixes) = Open(file, place);
        Assert.Equal("", kind);
        foreach (Diagnostic diagnostic in await bench.Diagnostics())
        {
            Assert.Equal(rule, diagnostic.Id);
            Assert.Empty(await bench.FixesOf(diagnostic, fixes));
        }
    }

    [Theory]
    [InlineData("{\n  \"input_text\": \"a\",\r\n  \"output_text\":\n    \"b\"\n}", "Join the lines", "{ \"input_text\": \"a\", \"output_text\": \"b\" }")]
    [InlineData(
        "{\"input_text\":\"a\nb\",\"output_text\":\"c\"}",
        "Join the lines, with a space for a break inside a string",
        "{\"input_text\":\"a b\",\"output_text\":\"c\"}")]
    [InlineData(
        "{\"input_text\":\"a\nb\",\"output_text\":\"c\"}",
        "Join the lines, with \\n for a break inside a string",
        "{\"input_text\":\"a\\nb\",\"output_text\":\"c\"}")]
    public async Task A_broken_example_is_told_once_and_put_on_one_line(string example, string title, string expected)
    {
        const string sound = "{\"input_text\":\"x\",\"output_text\":\"y\"}\n";
        Workbench bench = Workbench.OpenFile("data.jsonl", sound + example + "\n" + sound, "vertex/text");
        Diagnostic diagnostic = Assert.Single(await bench.Diagnostics());
        CodeAction action = Assert.Single(await bench.FixesOf(diagnostic, new BodyFileCodeFix()), action => action.Title == title);
        Workbench mended = await bench.Apply(action);
        Assert.Equal(sound + expected + "\n" + sound, await mended.Text());
        Assert.Empty(await mended.Diagnostics());

        Workbench all = await bench.FixAll(diagnostic.Id, action.EquivalenceKey!, new BodyFileCodeFix());
        Assert.Equal(await mended.Text(), await all.Text());
    }

    private static TheoryData<string, string, string, string> InEachPlace(params (string File, string Rule, string Kind)[] mistakes)
    {
        var cases = new TheoryData<string, string, string, string>();
        foreach ((string file, string rule, string kind) in mistakes)
        {
            foreach (string place in LiteralKinds.All.Append("file"))
            {
                cases.Add(file, rule, kind, place);
            }
        }

        return cases;
    }

    private static (Workbench Bench, CodeFixProvider Fixes) Open(string file, string place)
    {
        string body = RequestSample.Mistake(file);
        string schema = "vertex/" + file.Split('.')[1];
        string code = $"class C {{\n// lang=json schema={schema}\nstatic readonly object Body = {LiteralKinds.Write(body, place)}; }}\n";
        return place == "file"
            ? (Workbench.OpenFile("request.json", body, schema), new BodyFileCodeFix())
            : (Workbench.Open(code), new BodyCodeFix());
    }
}
