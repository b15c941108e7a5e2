using System.Text;

namespace Plumbline.Generators.Tests.Validators;

/// <summary>What a validator says about a text, one line a finding: <c>PLB4001 /a/0 (/properties/a/items/type)</c>.</summary>
internal static class Judgment
{
    public static IReadOnlyList<string> Of(JsonValidator validator, string json) => Of(validator, Encoding.UTF8.GetBytes(json));

    public static IReadOnlyList<string> Of(JsonValidator validator, byte[] json)
    {
        var sink = new Sink();
        bool valid = validator.Validate(json, sink);
        Assert.Equal(valid, sink.Findings.TrueForAll(f => f.Severity != Severity.Error));
        Assert.Equal(valid, validator.IsValid(json));
        return [.. sink.Findings.Select(f => $"{f.Rule.Id} {(f.Pointer.Length == 0 ? "(root)" : f.Pointer)} ({f.SchemaLocation})")];
    }

    private sealed class Sink : IFindingSink
    {
        public List<Finding> Findings { get; } = [];

        public void Add(Finding finding) => Findings.Add(finding);
    }
}
