using Plumbline.Testing;
using Xunit.Abstractions;

namespace Plumbline.Tests.Conformance;

public sealed class Draft202012Tests(ITestOutputHelper output)
{
    public static TheoryData<IEngine> Engines => [new InterpreterEngine()];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Required_tests_pass(IEngine engine)
    {
        if (SharedData.PathOf("json-schema-test-suite") is not { } suite)
        {
            return;
        }

        List<SuiteCase> cases = SuiteCase.ReadAll(Path.Combine(suite, "tests", "draft2020-12"));
        SuiteRun run = SuiteRun.Of(engine, [.. cases.Where(item => !item.File.StartsWith("optional/", StringComparison.Ordinal))], Path.Combine(suite, "remotes"));
        Report(engine, run);
        Assert.Empty(run.Failed);
    }

    private void Report(IEngine engine, SuiteRun run)
    {
        output.WriteLine($"draft 2020-12, {engine.Name}: {run.Passed} passed, {run.Failed.Count} failed, {run.UnsupportedTests} of schemas with keywords not supported yet");
        foreach ((string keyword, int count) in run.Unsupported)
        {
            output.WriteLine($"  not supported yet: {keyword} ({count} schemas)");
        }

        foreach (string refused in run.Refused)
        {
            output.WriteLine($"  refused: {refused}");
        }

        foreach (string failed in run.Failed)
        {
            output.WriteLine($"  failed: {failed}");
        }
    }
}
