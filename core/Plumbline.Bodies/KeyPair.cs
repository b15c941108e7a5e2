using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>The customer-managed key of a tuning job, which the body names twice: that both name the same key is what JSON Schema has no words for.</summary>
internal static class KeyPair
{
    private const string Encryption = "encryptionSpec";
    private const string KeyOfEncryption = "kmsKeyName";
    private const string KeyParameter = "encryption_spec_key_name";

    private static readonly Assertion SameKey = new(
        Rules.KeyMismatch, "", "the key of encryption_spec_key_name", message: "encryptionSpec.kmsKeyName and encryption_spec_key_name name the same key");

    /// <summary>The fault of a body that names two keys, at the second; null where it does not, or where one is not known.</summary>
    public static Fault? Judge(PositionedValue body, UnknownValues unknown)
    {
        PositionedValue? outer = OfEncryption(body);
        PositionedValue? inner = OfParameters(body);
        return outer?.Text is { } first && inner?.Text is { } second && first != second && !unknown.Offsets.Contains(outer.Span.Start)
            && !unknown.Offsets.Contains(inner.Span.Start)
                ? new Fault(SameKey, outer.Span.Start, Name: second)
                : null;
    }

    /// <summary>The key that the parameters name, as a JSON string.</summary>
    public static string? KeyOfJob(PositionedValue body) => OfParameters(body)?.RawText;

    /// <summary>What a missing member should be to name the key that the other place names, as JSON; null for other members, or where that
    /// place names none.</summary>
    public static string? ValueFor(PositionedValue body, string missing) => missing switch
    {
        Encryption when OfParameters(body) is { Kind: JsonKind.String } key => $"{{ \"{KeyOfEncryption}\": {key.RawText} }}",
        KeyOfEncryption when OfParameters(body) is { Kind: JsonKind.String } key => key.RawText,
        KeyParameter when OfEncryption(body) is { Kind: JsonKind.String } key => key.RawText,
        _ => null,
    };

    private static PositionedValue? OfEncryption(PositionedValue body) => body.Find(Encryption)?.Value.Find(KeyOfEncryption)?.Value;

    private static PositionedValue? OfParameters(PositionedValue body) =>
        body.Find("runtimeConfig")?.Value.Find("parameterValues")?.Value.Find(KeyParameter)?.Value;
}
