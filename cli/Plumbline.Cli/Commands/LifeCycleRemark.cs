namespace Plumbline.Cli.Commands;

/// <summary>One line about a format that its service takes no longer, or not for long.</summary>
internal static class LifeCycleRemark
{
    /// <summary>Says it on standard error; nothing of a format that is in use.</summary>
    /// <param name="name">The format.</param>
    /// <param name="lifeCycle">Where it stands in its life, or null where its schema does not say.</param>
    public static void Say(string name, LifeCycle? lifeCycle)
    {
        if (lifeCycle is { Status: LifeCycleStatus.Retired or LifeCycleStatus.Deprecated })
        {
            string note = lifeCycle.Note is null ? "" : $": {lifeCycle.Note}";
            string successor = lifeCycle.Successor is null ? "" : $"; see {lifeCycle.Successor}";
            CommandLine.Say($"{name} is {lifeCycle.Words}{note}{successor}");
        }
    }
}
