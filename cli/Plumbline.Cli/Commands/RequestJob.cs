namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline request</c>; the options of the same names say what each means.</summary>
internal sealed record RequestJob
{
    public required string File { get; init; }

    public string? Kind { get; init; }

    public string? Url { get; init; }

    public string? Output { get; init; }

    public bool IsStrict { get; init; }

    public required ReportChoice Report { get; init; }
}
