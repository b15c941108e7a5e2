namespace Plumbline.Cli.Commands;

/// <summary>What the user asked of <c>plumbline generate</c>; the options of the same names say what each means.</summary>
internal sealed record GenerateJob
{
    public required IReadOnlyList<string> Files { get; init; }

    public string? Namespace { get; init; }

    public string? TypeName { get; init; }

    /// <summary>Where the files go; null for standard output.</summary>
    public string? Folder { get; init; }

    public bool IsForced { get; init; }
}
