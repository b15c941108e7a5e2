namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline convert</c>; the options of the same names say what each means.</summary>
internal sealed record ConvertRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Output { get; init; }

    public bool IsStrict { get; init; }

    public long MaxErrors { get; init; }
}
