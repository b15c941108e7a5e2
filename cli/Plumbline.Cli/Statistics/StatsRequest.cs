using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Statistics;

/// <summary>What the user asked of <c>plumbline stats</c>; the options of the same names say what each means.</summary>
internal sealed record StatsRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public IReadOnlyList<string> Evaluation { get; init; } = [];

    public string? Format { get; init; }

    public string? Schema { get; init; }

    public string? Tokenizer { get; init; }

    public int Top { get; init; }

    public bool Strict { get; init; }

    public int? MaxLineBytes { get; init; }

    public required ReportChoice Report { get; init; }

    public bool Quiet { get; init; }

    public int Threads { get; init; } = 1;
}
