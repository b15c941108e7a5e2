using System.Globalization;

namespace Plumbline.Cli.Preflight;

/// <summary>What only the body and the datasets together can have wrong: nothing of it makes the service refuse the job.</summary>
internal static class JobAdvice
{
    // The documents call two points too few to see how a job goes.
    private const long FewPoints = 2;

    /// <summary>The advice, about the body's file.</summary>
    /// <param name="plan">The job.</param>
    /// <param name="path">The body's file.</param>
    /// <param name="examples">Examples to train on.</param>
    /// <param name="hasEvaluationFile">Whether the run was given an evaluation file.</param>
    public static IEnumerable<Finding> Of(JobPlan plan, string path, long examples, bool hasEvaluationFile)
    {
        if (hasEvaluationFile && !plan.Evaluates)
        {
            yield return Tell(Rules.EvaluationUnused, path, "the body names no evaluation dataset, so the job will not read the one given here");
        }

        if (!plan.CountsSteps)
        {
            yield break;
        }

        if (plan.Evaluates && plan.EvaluationPoints <= FewPoints)
        {
            string points = plan.EvaluationPoints == 0 ? "no evaluation" : FindingText.Count(plan.EvaluationPoints, "evaluation");
            string rhythm = $"{N(plan.Steps)} steps with one evaluation every {N(plan.Interval)}";
            yield return Tell(Rules.FewEvaluations, path, $"{rhythm} make {points}: too few to see how tuning goes");
        }

        if (examples > 0 && plan.EpochsOver(examples) < 1)
        {
            long seen = plan.Steps * plan.BatchSize;
            string batches = $"{N(plan.Steps)} steps of {N(plan.BatchSize)} examples";
            yield return Tell(Rules.PartialEpoch, path, $"{batches} see {N(seen)} of the {N(examples)}: the others are not trained on");
        }

        if (plan.Recommended.Count > 0 && plan.Recommended.All(run => plan.Steps < run.LeastSteps || plan.Steps > run.MostSteps))
        {
            string ranges = string.Join(", ", plan.Recommended.Select(run => $"{run.Task} {run.Steps}"));
            yield return Tell(Rules.UnusualSteps, path, $"{N(plan.Steps)} steps; recommended are: {ranges}");
        }
    }

    private static Finding Tell(Rule rule, string path, string message) => new(rule, rule.Severity, message) { Path = path };

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
