using System.Reflection;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>The C# names of rules: the fields of <see cref="Rules"/>.</summary>
internal static class RuleNames
{
    private static readonly Dictionary<string, string> ById = typeof(Rules)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Rule))
        .ToDictionary(field => ((Rule)field.GetValue(null)!).Id, field => field.Name, StringComparer.Ordinal);

    /// <summary>The name of the field that holds a rule.</summary>
    public static string Of(string ruleId) => ById[ruleId];
}
