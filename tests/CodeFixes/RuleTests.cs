using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Plumbline.Analyzers.Bodies;
using Plumbline.CodeFixes.Bodies;

namespace Plumbline.CodeFixes.Tests;

/// <summary>Every rule about bodies, in literals: what is underlined, what is not, and what its fix and Fix All make of it.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Ids() => [.. RuleCase.All.Select(rule => rule.Rule)];

    [Fact]
    public void Every_rule_about_bodies_has_a_case_or_a_reason() => Assert.Equal(
        new BodyAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Where(id => !id.StartsWith("PLB3", StringComparison.Ordinal)),
        RuleCase.All.Select(rule => rule.Rule).Concat(RuleCase.Without.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_wrong_is_underlined_to_the_character(string id)
    {
        RuleCase rule = Case(id);
        string marked = rule.Code(rule.Wrong, literals: 1);
        int start = marked.IndexOf('⟦', StringComparison.Ordinal);
        Diagnostic found = Assert.Single(await Open(rule, Unmarked(marked)).Diagnostics());
        Assert.Equal(
            (id, start, marked.IndexOf('⟧', StringComparison.Ordinal) - start - 1),
            (found.Id, found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_right_is_passed_in_silence(string id)
    {
        RuleCase rule = Case(id);
        Assert.Empty(await Open(rule, rule.Code(rule.Right, literals: 1)).Diagnostics());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_fix_leaves_a_diagnostic_less_or_none_is_offered(string id)
    {
        RuleCase rule = Case(id);
        Workbench bench = Open(rule, rule.Code(Unmarked(rule.Wrong), literals: 1));
        List<CodeAction> actions = [];
        foreach (CodeFixProvider provider in (CodeFixProvider[])[new BodyCodeFix(), new UrlCodeFix()])
        {
            actions.AddRange(await bench.FixesOf(Assert.Single(await bench.Diagnostics()), provider));
        }

        Assert.Equal(rule.Kind is null, actions.Count == 0);
        foreach (CodeAction action in actions)
        {
            Assert.Empty(await (await bench.Apply(action)).Diagnostics());
        }

        if (rule.Kind is { } kind)
        {
            Workbench mended = await bench.Apply(actions.First(action => action.EquivalenceKey == kind));
            Assert.Equal(rule.Code(rule.Fixed!, literals: 1), await mended.Text());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fix_all_mends_every_literal_of_the_file(string id)
    {
        RuleCase rule = Case(id);
        Workbench bench = Open(rule, rule.Code(Unmarked(rule.Wrong), literals: 3));
        Assert.Equal(3, (await bench.Diagnostics()).Length);
        Workbench mended = await bench.FixAll(id, rule.Kind ?? "", rule.Schema.Length == 0 ? new UrlCodeFix() : new BodyCodeFix());
        Assert.Equal(rule.Code(rule.Fixed ?? Unmarked(rule.Wrong), literals: 3), await mended.Text());
    }

    private static RuleCase Case(string id) => RuleCase.All.First(rule => rule.Rule == id);

    private static Workbench Open(RuleCase rule, string code) =>
        rule.Schema.StartsWith('{') ? Workbench.Open(code, rule.Schema) : Workbench.Open(code);

    private static string Unmarked(string marked) => marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
}
