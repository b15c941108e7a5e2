using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Analyzers.Bodies;

/// <summary>What the compiler knows of the parts of a text.</summary>
internal static class Constants
{
    /// <summary>The text of constants: strings, characters and whole numbers; the sign of negative ones hangs on the culture.</summary>
    public static Func<ExpressionSyntax, string?> In(SemanticModel model, CancellationToken cancellationToken) => expression =>
        model.GetConstantValue(expression, cancellationToken).Value switch
        {
            string text => text,
            char c => c.ToString(),
            int and >= 0 and var number => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
}
