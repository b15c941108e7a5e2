using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plumbline.Analyzers.Bodies;

/// <summary>Where names are used as values in a file. Made once a file, when the first literal that has a name of its own asks.</summary>
internal sealed class UseIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, UseIndex> OfTrees = new();

    private readonly ILookup<string, IdentifierNameSyntax> _uses;

    private UseIndex(SyntaxNode root) => _uses = root.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Parent is ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax)
        .ToLookup(name => name.Identifier.ValueText, StringComparer.Ordinal);

    /// <summary>The index of a file.</summary>
    public static UseIndex Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        OfTrees.GetValue(tree, _ => new UseIndex(tree.GetRoot(cancellationToken)));

    /// <summary>The uses of a name inside a node, in order.</summary>
    public IEnumerable<IdentifierNameSyntax> Of(string name, SyntaxNode scope) => _uses[name].Where(use => scope.Span.Contains(use.Span));
}
