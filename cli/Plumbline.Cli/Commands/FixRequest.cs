using Plumbline.Cli.Fixing;

namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline fix</c>; the options of the same names say what each means.</summary>
internal sealed record FixRequest
{
    public required string File { get; init; }

    public string? Output { get; init; }

    public required FixSwitches Switches { get; init; }

    public bool HasDiff { get; init; }

    public string? Format { get; init; }
}
