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
        IReadOnlyList<EnginePair> engines = EnginePair.Of(
            [.. compiled.Select(entry => entry.Program)], InterpreterEngine.FormatOptions);
        var differences = new List<string>();
        int compared = 0;
        for (int i = 0; i < compiled.Count; i++)
        {
            foreach (SuiteTest test in compiled[i].Case.Tests)
            {
                Verdicts verdicts = engines[i].Judge(test.Data);
                compared++;
                if (verdicts.Differ)
                {
                    differences.Add($"{compiled[i].Case.File} | {compiled[i].Case.Description} | {test.Description}{verdicts}");
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
}
