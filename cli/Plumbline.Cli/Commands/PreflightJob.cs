namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline preflight</c>; the options of the same names say what each means.</summary>
internal sealed record PreflightJob
{
    public required string Request { get; init; }

    public string? Kind { get; init; }

    public string? Url { get; init; }

    public required string Train { get; init; }

    public string? Evaluation { get; init; }

    public string? Tokenizer { get; init; }

    public required ReportChoice Report { get; init; }
}
