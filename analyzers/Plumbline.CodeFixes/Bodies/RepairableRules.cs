using System.Collections.Immutable;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>The rules for whose findings there may be a repair.</summary>
internal static class RepairableRules
{
    /// <summary>Their ids.</summary>
    public static ImmutableArray<string> Ids { get; } = ImmutableArray.Create(
        Rules.Type.Id,
        Rules.Enum.Id,
        Rules.Const.Id,
        Rules.Required.Id,
        Rules.DependentRequired.Id,
        Rules.AdditionalProperty.Id,
        Rules.UnevaluatedProperty.Id,
        Rules.KeyMismatch.Id,
        Rules.MalformedJson.Id,
        Rules.ControlCharacter.Id,
        Rules.TrailingText.Id,
        Rules.DuplicateKey.Id);
}
