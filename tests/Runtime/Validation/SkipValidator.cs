namespace Plumbline.Runtime.Tests;

/// <summary>The validator of the schema <c>true</c>: every well-formed text is valid.</summary>
internal sealed class SkipValidator : JsonValidator
{
    private SkipValidator()
        : base("true.json")
    {
    }

    public static SkipValidator Instance { get; } = new();

    protected internal override nint Value(Validation v, nint at) => v.Skip(at);
}
