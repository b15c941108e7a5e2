namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline schema</c>; the options of the same names say what each means.</summary>
internal sealed record SchemaJob
{
    public required IReadOnlyList<string> Files { get; init; }

    public bool IsPlain { get; init; }

    public bool IsStrict { get; init; }

    public required string Report { get; init; }

    public string? Output { get; init; }
}
