using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline validate</c>; the options of the same names say what each means.</summary>
internal sealed record ValidateRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public string? Format { get; init; }

    public string? Schema { get; init; }

    public bool Evaluation { get; init; }

    public string? Training { get; init; }

    public string? Model { get; init; }

    public string? DefaultContext { get; init; }

    public string? Tokenizer { get; init; }

    public bool Tokens { get; init; }

    public bool AssertFormats { get; init; }

    public bool Strict { get; init; }

    public IReadOnlySet<Rule>? IgnoredRules { get; init; }

    public bool FailFast { get; init; }

    public long? MaxErrors { get; init; }

    public int? MaxLineBytes { get; init; }

    public ReportRequest[] Reports { get; init; } = [];

    public bool Quiet { get; init; }

    public ByteRange? Range { get; init; }

    public string? Summary { get; init; }

    public int Threads { get; init; } = 1;
}
