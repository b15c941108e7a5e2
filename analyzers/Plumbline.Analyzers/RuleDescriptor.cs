using Microsoft.CodeAnalysis;

namespace Plumbline.Analyzers;

/// <summary>Rules as the compiler knows diagnostics.</summary>
internal static class RuleDescriptor
{
    /// <summary>The descriptor of a rule; a finding's own sentence is its message.</summary>
    public static DiagnosticDescriptor Of(Rule rule, string category) =>
        new(rule.Id, rule.Title, "{0}", category, Of(rule.Severity), isEnabledByDefault: true, helpLinkUri: rule.HelpPage);

    /// <summary>A severity as the compiler knows it.</summary>
    public static DiagnosticSeverity Of(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
