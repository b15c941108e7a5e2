using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;
using Plumbline.Analyzers.Literals;
using Plumbline.Bodies;
using Plumbline.Bodies.Repairs;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>A file, and in it the literal of a body, while repairs are written into its source one after the other. Immutable.</summary>
internal sealed class MendedLiteral
{
    // Each repair leaves a finding less, so this only bounds a body that was made to have very many.
    private const int MostRepairs = 200;

    private readonly SyntaxTree _tree;
    private readonly LiteralText _text;
    private readonly ExpressionSyntax _expression;
    private readonly BodySchema _schema;
    private readonly ImmutableDictionary<string, string> _constants;

    private MendedLiteral(SyntaxTree tree, ExpressionSyntax expression, LiteralText text, BodySchema schema, ImmutableDictionary<string, string> constants)
    {
        _tree = tree;
        _expression = expression;
        _text = text;
        _schema = schema;
        _constants = constants;
    }

    /// <summary>Begins with a body as an analyzer found it.</summary>
    /// <param name="site">The body.</param>
    /// <param name="constantOf">The string that an expression is known to have, or null.</param>
    public static MendedLiteral Of(BodySite site, Func<ExpressionSyntax, string?> constantOf)
    {
        // What a constant stands for is asked now: the tree after an edit belongs to no compilation.
        var constants = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (ExpressionSyntax part in site.Expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
        {
            if (constantOf(part) is { } constant)
            {
                constants[part.ToString()] = constant;
            }
        }

        return new MendedLiteral(site.Expression.SyntaxTree, site.Expression, site.Text, site.Schema, constants.ToImmutable());
    }

    /// <summary>The source of the file.</summary>
    public SourceText Source => _tree.GetText();

    /// <summary>The findings of the body.</summary>
    public ImmutableArray<BodyFinding> Findings => BodyJudge.Judge(_text.Json, _schema);

    /// <summary>What a finding underlines in the source.</summary>
    public TextSpan SourceOf(BodyFinding finding) => _text.SourceOf(finding.Span);

    /// <summary>The repairs of a finding, each with the file after it. What the literal cannot hold is left out.</summary>
    public IEnumerable<(Repair Repair, MendedLiteral Mended)> RepairsOf(BodyFinding finding)
    {
        foreach (Repair repair in BodyRepairs.For(_text.Json, _schema, finding))
        {
            if (Write(repair) is { } mended)
            {
                yield return (repair, mended);
            }
        }
    }

    /// <summary>The file after all repairs that are accepted; null where none was.</summary>
    public MendedLiteral? RepairAll(Func<BodyFinding, Repair, bool> accepts)
    {
        MendedLiteral literal = this;
        for (int i = 0; i < MostRepairs; i++)
        {
            MendedLiteral? next = literal.Findings
                .SelectMany(finding => literal.RepairsOf(finding).Where(offer => accepts(finding, offer.Repair)).Take(1))
                .Select(offer => offer.Mended)
                .FirstOrDefault();
            if (next is null)
            {
                break;
            }

            literal = next;
        }

        return literal == this ? null : literal;
    }

    // The edits as the literal writes text; then it is read again, and must say what the repair meant.
    private MendedLiteral? Write(Repair repair)
    {
        var changes = new List<TextChange>();
        foreach (BodyEdit edit in repair.Edits)
        {
            if (LiteralEdit.Replace(_text, edit.Span, edit.Text) is not { } change)
            {
                return null;
            }

            changes.Add(change);
        }

        SyntaxTree tree = _tree.WithChangedText(Source.WithChanges(changes));
        int length = _expression.Span.Length + changes.Sum(change => change.NewText!.Length - change.Span.Length);
        var place = new TextSpan(_expression.SpanStart, length);
        if (place.End > tree.Length
            || tree.GetRoot().FindNode(place, getInnermostNodeForTie: true) is not ExpressionSyntax expression
            || expression.Span != place || expression.ContainsDiagnostics
            || LiteralReader.Read(expression, part => _constants.TryGetValue(part.ToString(), out string? constant) ? constant : null) is not { } text)
        {
            return null;
        }

        byte[] meant = repair.ApplyTo(_text.Json.Utf8);
        return text.Json.Utf8.SequenceEqual(meant) ? new MendedLiteral(tree, expression, text, _schema, _constants) : null;
    }
}
