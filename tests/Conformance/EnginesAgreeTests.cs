using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>The two engines share one meaning: not only verdicts, but every fault at its place.</summary>
public sealed class EnginesAgreeTests
{
    public static TheoryData<string> Drafts => [.. DraftTests.Drafts.Keys];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Both_engines_report_the_same_faults_of_every_case_of_the_suite(string draft)
    {
        if (SharedData.PathOf("json-schema-test-suite") is not { } suite)
        {
            return;
        }

        List<(SuiteCase Case, SchemaProgram Program)> compiled = Compile(
            SuiteCase.ReadAll(Path.Combine(suite, "tests", draft)),
            SuiteRun.RemoteFiles(Path.Combine(suite, "remotes"), DraftTests.Drafts[draft]),
            DraftTests.Drafts[draft]);
        SchemaProgram[] programs = [.. compiled.Select(entry => entry.Program)];
        IReadOnlyList<Judge> interpreted = new InterpreterEngine().Prepare(programs);
        IReadOnlyList<Judge> generated = new GeneratedEngine().Prepare(programs);
        var differences = new List<string>();
        int compared = 0;
        for (int i = 0; i < compiled.Count; i++)
        {
            foreach (SuiteTest test in compiled[i].Case.Tests)
            {
                string expected = FaultsOf(interpreted[i], test.Data);
                string actual = FaultsOf(generated[i], test.Data);
                compared++;
                if (expected != actual)
                {
                    differences.Add($"{compiled[i].Case.File} | {compiled[i].Case.Description} | {test.Description}\n  interpreted: {expected}\n  generated:   {actual}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n" + string.Join("\n", differences.Take(40)));
        Assert.InRange(compared, 500, int.MaxValue);
    }

    private static List<(SuiteCase Case, SchemaProgram Program)> Compile(List<SuiteCase> cases, List<SchemaFile> remotes, Dialect dialect)
    {
        var compiled = new List<(SuiteCase, SchemaProgram)>();
        for (int i = 0; i < cases.Count; i++)
        {
            var root = SchemaFile.Parse($"case{i}.json", $"case{i}.json", cases[i].Schema, defaultDialect: dialect);
            if (SchemaSet.Of([.. remotes, root]).Compile(root).Program is { } program)
            {
                compiled.Add((cases[i], program));
            }
        }

        return compiled;
    }

    /// <summary>What an engine reports of a text, in full.</summary>
    internal static string FaultsOf(Judge judge, byte[] text)
    {
        var faults = new FaultList();
        judge(text, faults);
        return string.Join("; ", Enumerable.Range(0, faults.Count).Select(i =>
            $"{faults[i].Assertion} @{faults[i].Offset} {faults[i].Actual} {faults[i].Name} {faults[i].Assertion.Expected}"));
    }
}
