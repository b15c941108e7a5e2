using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Literals;

namespace Plumbline.Analyzers.Objects;

/// <summary>Writes as JSON what an object, an array or a constant becomes when it is serialized, each token with the source that it comes from. What is
/// not known at compile time is a hole.</summary>
/// <param name="model">The file's meaning.</param>
/// <param name="nameOf">The JSON name of a C# property; null where it is not known.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class ObjectReader(SemanticModel model, Func<string, string?> nameOf, CancellationToken cancellationToken)
{
    // Deeper than any body; the compiler's own limit lies far above.
    private const int MostDepth = 64;

    private static readonly LiteralStyle Style = LiteralStyle.Constant;

    private readonly LiteralTextBuilder _json = new();

    /// <summary>The JSON of an object.</summary>
    public LiteralText Read(ExpressionSyntax expression)
    {
        Write(expression, depth: 0);
        return _json.Build(expression.SpanStart);
    }

    /// <summary>Whether a type is a record that was generated from a schema.</summary>
    public static bool IsRecord(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(contract => contract.Name == "ISchemaRecord" && contract.ContainingNamespace.ToString() == "Plumbline");

    /// <summary>The JSON string of a member of a generated enumeration; null of others.</summary>
    public static string? JsonNameOf(IFieldSymbol member) =>
        member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "JsonStringEnumMemberNameAttribute") is { } name
            && name.ConstructorArguments.Length == 1
                ? name.ConstructorArguments[0].Value as string
                : null;

    private void Write(ExpressionSyntax expression, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > MostDepth)
        {
            Hole(expression.Span);
            return;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                Write(inner.Expression, depth);
                break;
            case AnonymousObjectCreationExpressionSyntax anonymous:
                WriteObject(anonymous.NewKeyword.Span, anonymous.Initializers, member => WriteMember(member, depth));
                break;
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation when IsKeyed(initializer):
                WriteObject(creation.NewKeyword.Span, initializer.Expressions, member => WriteKeyed(member, depth));
                break;
            case BaseObjectCreationExpressionSyntax creation when TypeOf(creation) is { } type && IsRecord(type):
                WriteRecord(creation, type, depth);
                break;
            case WithExpressionSyntax with:
                WriteObject(with.WithKeyword.Span, with.Initializer.Expressions, member => WriteAssigned(member, depth), isOpen: true);
                break;
            case ImplicitArrayCreationExpressionSyntax array:
                WriteArray(array.NewKeyword.Span, array.Initializer.Expressions, depth);
                break;
            case ArrayCreationExpressionSyntax { Initializer: { } items } array:
                WriteArray(array.NewKeyword.Span, items.Expressions, depth);
                break;
            case CollectionExpressionSyntax collection:
                WriteArray(collection.OpenBracketToken.Span, collection.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression), depth);
                break;
            default:
                WriteConstant(expression);
                break;
        }
    }

    private void WriteObject<T>(TextSpan opening, IEnumerable<T> members, Action<T> write, bool isOpen = false)
    {
        Token("{", opening);
        bool isFirst = true;
        if (isOpen)
        {
            Hole(opening);
            isFirst = false;
        }

        foreach (T member in members)
        {
            Separate(ref isFirst, opening);
            write(member);
        }

        Token("}", opening);
    }

    private void WriteArray(TextSpan opening, IEnumerable<ExpressionSyntax?> items, int depth)
    {
        Token("[", opening);
        bool isFirst = true;
        foreach (ExpressionSyntax? item in items)
        {
            Separate(ref isFirst, opening);
            if (item is null)
            {
                Hole(opening);
            }
            else
            {
                Write(item, depth + 1);
            }
        }

        Token("]", opening);
    }

    private void WriteMember(AnonymousObjectMemberDeclaratorSyntax member, int depth)
    {
        SyntaxToken? name = member.NameEquals?.Name.Identifier ?? member.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier,
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            _ => null,
        };
        WriteName(name is { } token ? nameOf(token.ValueText) : null, name?.Span ?? member.Span);
        Write(member.Expression, depth + 1);
    }

    // ["name"] = value, { "name", value }
    private void WriteKeyed(ExpressionSyntax member, int depth)
    {
        (ExpressionSyntax? key, ExpressionSyntax? value) = member switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } assignment =>
                (arguments[0].Expression, assignment.Right),
            InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
            _ => (null, (ExpressionSyntax?)null),
        };
        if (key is null || value is null)
        {
            Hole(member.Span);
            return;
        }

        WriteName(model.GetConstantValue(key, cancellationToken).Value as string, key.Span);
        Write(value, depth + 1);
    }

    // A record that was generated: what is not assigned and cannot be null has a value of its own.
    private void WriteRecord(BaseObjectCreationExpressionSyntax creation, INamedTypeSymbol type, int depth)
    {
        ExpressionSyntax[] assigned = [.. creation.Initializer?.Expressions ?? default];
        HashSet<string> names = [.. assigned.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString())];
        string[] others =
        [
            .. type.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property is { IsStatic: false, SetMethod: not null } && !names.Contains(property.Name) && !MayBeAbsent(property.Type))
                .Select(property => nameOf(property.Name))
                .OfType<string>(),
        ];
        TextSpan opening = creation.NewKeyword.Span;
        Token("{", opening);
        bool isFirst = true;
        foreach (ExpressionSyntax member in assigned)
        {
            Separate(ref isFirst, opening);
            WriteAssigned(member, depth);
        }

        foreach (string name in others)
        {
            Separate(ref isFirst, opening);
            WriteName(name, opening);
            Hole(opening);
        }

        Token("}", opening);
    }

    private void WriteAssigned(ExpressionSyntax member, int depth)
    {
        if (member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment)
        {
            WriteName(nameOf(name.Identifier.ValueText), name.Span);
            Write(assignment.Right, depth + 1);
        }
        else
        {
            Hole(member.Span);
        }
    }

    private void WriteName(string? name, TextSpan source)
    {
        if (name is null)
        {
            Hole(source);
        }
        else
        {
            Token(Quoted(name), source);
        }

        Token(":", source);
    }

    private void WriteConstant(ExpressionSyntax expression)
    {
        string? json = model.GetConstantValue(expression, cancellationToken) switch
        {
            { HasValue: false } => EnumText(expression),
            { Value: null } => "null",
            { Value: string text } => Quoted(text),
            { Value: bool value } => value ? "true" : "false",
            { Value: double or float or decimal or int or long or uint or ulong or short or ushort or byte or sbyte } constant when !IsEnum(expression) =>
                ((IFormattable)constant.Value!).ToString(null, CultureInfo.InvariantCulture),
            _ => EnumText(expression),
        };
        if (json is null || json is "NaN" or "Infinity" or "-Infinity")
        {
            Hole(expression.Span);
        }
        else
        {
            Token(json.Replace("E+", "e"), expression.Span);
        }
    }

    // A generated enumeration carries the JSON string of each of its members.
    private string? EnumText(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member
            && JsonNameOf(member) is { } text
                ? Quoted(text)
                : null;

    private bool IsEnum(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type?.TypeKind == TypeKind.Enum;

    private INamedTypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type as INamedTypeSymbol;

    private static bool IsKeyed(InitializerExpressionSyntax initializer) => initializer.Expressions.Count > 0 && initializer.Expressions
        .All(member => member is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } or InitializerExpressionSyntax { Expressions.Count: 2 });

    private static bool MayBeAbsent(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type.Name is "Optional" or "ValueMap";

    private void Separate(ref bool isFirst, TextSpan source)
    {
        if (!isFirst)
        {
            Token(",", source);
        }

        isFirst = false;
    }

    private void Token(string json, TextSpan source) => _json.AddEscape(json, source.Start, source.Length, Style);

    private void Hole(TextSpan source) => _json.AddExpression(null, source);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
