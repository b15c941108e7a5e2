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

    public static TheoryData<string, IEngine> Runs => RunsBy(InterpreterEngine.SuiteOptions);

    /// <summary>The runs whose options assert formats.</summary>
    public static TheoryData<string, IEngine> FormatRuns => RunsBy(InterpreterEngine.FormatOptions);

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
    public void Optional_tests_fail_only_where_a_reason_is_listed(string draft, IEngine engine) => FailsWhereListed(
        draft, engine, test => test.StartsWith("optional/", StringComparison.Ordinal) && !IsOfFormat(test));

    [Theory]
    [MemberData(nameof(FormatRuns))]
    public void Format_tests_fail_only_where_a_reason_is_listed(string draft, IEngine engine) => FailsWhereListed(draft, engine, IsOfFormat);

    private static TheoryData<string, IEngine> RunsBy(ValidationOptions options)
    {
        var runs = new TheoryData<string, IEngine>();
        foreach (string draft in Drafts.Keys)
        {
            runs.Add(draft, new InterpreterEngine(options));
            runs.Add(draft, new GeneratedEngine(options));
        }

        return runs;
    }

    private static bool IsOfFormat(string test) => test.StartsWith("optional/format/", StringComparison.Ordinal);

    // A test's name begins with its file.
    private void FailsWhereListed(string draft, IEngine engine, Func<string, bool> chosen)
    {
        if (SharedData.PathOf("json-schema-test-suite") is { } suite)
        {
            SuiteRun run = Run(suite, draft, engine, item => chosen(item.File));
            string[] listed = [.. KnownFailures.All.Where(known => known.Draft == draft && chosen(known.Test)).Select(known => known.Test)];
            Assert.Equal(listed.Order(StringComparer.Ordinal), run.Failed.Order(StringComparer.Ordinal));
            Assert.Empty(run.Refused);
            Assert.True(run.Passed > 50, "the suite has more tests than that");
        }
    }

    private SuiteRun Run(string suite, string draft, IEngine engine, Func<SuiteCase, bool> chosen)
    {
        List<SuiteCase> cases = SuiteCase.ReadAll(Path.Combine(suite, "tests", draft));
        SuiteRun run = SuiteRun.Of(engine, [.. cases.Where(chosen)], Drafts[draft], Path.Combine(suite, "remotes"));
        output.WriteLine($"{draft}, {engine.Name}: {run.Passed} passed, {run.Failed.Count} failed");
        foreach (string line in run.Refused.Select(refused => $"  refused: {refused}").Concat(run.Failed.Select(failed => $"  failed: {failed}")))
        {
            output.WriteLine(line);
        }

        return run;
    }
}
