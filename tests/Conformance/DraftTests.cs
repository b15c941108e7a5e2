using Plumbline.Schema.Syntax;
using Plumbline.Testing;
using Xunit.Abstractions;

namespace Plumbline.Tests.Conformance;

/// <summary>The official suite, draft by draft, on every engine.</summary>
public sealed class DraftTests(ITestOutputHelper output)
{
    internal static readonly Dictionary<string, Dialect> Drafts = new(StringComparer.Ordinal)
    {
        ["draft2020-12"] = Dialect.Draft202012,
        ["draft2019-09"] = Dialect.Draft201909,
        ["draft7"] = Dialect.Draft7,
        ["draft6"] = Dialect.Draft6,
        ["draft4"] = Dialect.Draft4,
    };

    public static TheoryData<string, IEngine> Runs
    {
        get
        {
            var runs = new TheoryData<string, IEngine>();
            foreach (string draft in Drafts.Keys)
            {
                runs.Add(draft, new InterpreterEngine());
                runs.Add(draft, new GeneratedEngine());
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Required_tests_pass(string draft, IEngine engine)
    {
        if (SharedData.PathOf("json-schema-test-suite") is { } suite)
        {
            SuiteRun run = Run(suite, draft, engine, item => !item.File.StartsWith("optional/", StringComparison.Ordinal));
            Assert.Empty(run.Failed);
            Assert.Empty(run.Refused);
            Assert.True(run.Passed > 500, "the suite has more tests than that");
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Optional_tests_fail_only_where_a_reason_is_listed(string draft, IEngine engine)
    {
        if (SharedData.PathOf("json-schema-test-suite") is { } suite)
        {
            SuiteRun run = Run(suite, draft, engine, item => item.File.StartsWith("optional/", StringComparison.Ordinal) && !AssertsFormat(item));
            string[] listed = [.. KnownFailures.All.Where(known => known.Draft == draft).Select(known => known.Test)];
            Assert.Equal(listed.Order(StringComparer.Ordinal), run.Failed.Order(StringComparer.Ordinal));
            Assert.Empty(run.Refused);
        }
    }

    // Formats are annotations: asserting them is an option that no engine has yet.
    private static bool AssertsFormat(SuiteCase item) =>
        item.File.StartsWith("optional/format/", StringComparison.Ordinal);

    private SuiteRun Run(string suite, string draft, IEngine engine, Func<SuiteCase, bool> chosen)
    {
        List<SuiteCase> cases = SuiteCase.ReadAll(Path.Combine(suite, "tests", draft));
        SuiteRun run = SuiteRun.Of(engine, [.. cases.Where(chosen)], Drafts[draft], Path.Combine(suite, "remotes"));
        output.WriteLine($"{draft}, {engine.Name}: {run.Passed} passed, {run.Failed.Count} failed");
        output.WriteLine($"  not run, for format is not asserted: {cases.Where(AssertsFormat).Sum(item => item.Tests.Count)} tests of optional/format");
        foreach (string line in run.Refused.Select(refused => $"  refused: {refused}").Concat(run.Failed.Select(failed => $"  failed: {failed}")))
        {
            output.WriteLine(line);
        }

        return run;
    }
}
