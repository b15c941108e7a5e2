using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plumbline.Analyzers.Literals;
using Plumbline.Analyzers.Objects;
using Plumbline.Bodies;

namespace Plumbline.Analyzers.Bodies;

/// <summary>Finds out whether a literal is a body, and of which schema: by a comment before it, by the parameter that it is an argument to, by the generated
/// <c>Parse</c> that reads it, or by the URL that it is sent to.</summary>
internal sealed class BodyFinder(SemanticModel model, KnownSchemas schemas, CancellationToken cancellationToken)
{
    private const string BodyAttribute = "JsonBodyAttribute";

    // A value may be handed from name to name; farther than this nobody looks.
    private const int MostNames = 2;

    // What is done to a text on its way that leaves it the same text.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ToArray", "AsSpan", "AsMemory", "Trim", "ReplaceLineEndings", "ToJsonString",
    };

    private static readonly HashSet<string> Encoding = new(StringComparer.Ordinal) { "GetBytes", "Serialize", "SerializeToUtf8Bytes" };
    private static readonly HashSet<string> ObjectSenders = new(StringComparer.Ordinal) { "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "Create" };

    /// <summary>The body that a literal is; null where it is none.</summary>
    public BodySite? Find(ExpressionSyntax literal)
    {
        if (!JsonLook.IsJson(literal) || JsonLook.Whole(literal) is not { } whole)
        {
            return null;
        }

        if (SchemaComment.Before(whole) is { } comment)
        {
            return schemas.Named(comment.Schema) is { } named ? Site(whole, new Place(_ => named)) : null;
        }

        return Destination(whole, MostNames) is { } place ? Site(whole, place) : null;
    }

    /// <summary>The body that an anonymous object or a JSON object put together in place is; null where it is none.</summary>
    public BodySite? FindObject(ExpressionSyntax creation)
    {
        if (Destination(creation, MostNames) is not { } place)
        {
            return null;
        }

        LiteralText text = new ObjectReader(model, place.IsCamelCased ? CamelCase.Of : name => name, cancellationToken).Read(creation);
        return place.SchemaOf(text) is { } schema ? new BodySite(creation, text, schema) { Url = place.Url } : null;
    }

    /// <summary>The body that a generated record is, made or copied in place; null where the type is no root of a schema.</summary>
    public BodySite? FindRecord(ExpressionSyntax creation, ITypeSymbol type) => schemas.Of(type) is { } schema
        ? new BodySite(creation, new ObjectReader(model, MemberNames.Of(schema).Find, cancellationToken).Read(creation), schema)
        : null;

    private Place? MarkedBy(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (KnownSchemas.IsOurs(attribute, BodyAttribute) && attribute.ConstructorArguments.Length == 1)
            {
                return attribute.ConstructorArguments[0].Value switch
                {
                    string name when schemas.Named(name) is { } schema => new Place(_ => schema),
                    INamedTypeSymbol type when schemas.Of(type) is { } schema => new Place(_ => schema) { Record = type },
                    _ => null,
                };
            }
        }

        return null;
    }

    private BodySite? Site(ExpressionSyntax whole, Place place)
    {
        if (LiteralReader.Read(whole, Constants.In(model, cancellationToken)) is not { } text || place.SchemaOf(text) is not { } schema)
        {
            return null;
        }

        // A text that is read in place becomes the record itself; of one that is only one of several, what surrounds it must stay.
        bool isReadWhole = place.Reading is { } reading
            && !whole.Ancestors().TakeWhile(node => node != reading).Any(node => node is ConditionalExpressionSyntax or BinaryExpressionSyntax);
        return new BodySite(whole, text, schema)
        {
            Url = place.Url,
            Record = place.Reading is null || isReadWhole ? place.Record : null,
            Reading = isReadWhole ? place.Reading : null,
        };
    }

    private Place? Destination(ExpressionSyntax value, int names)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition != value:
                    value = choice;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call } access
                    when access.Expression == value && Passing.Contains(access.Name.Identifier.ValueText):
                    value = call;
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } encoding }
                    when encoding.ArgumentList.Arguments.Count == 1 && Encoding.Contains(called.Name.Identifier.ValueText):
                    value = encoding;
                    break;
                case ArgumentSyntax argument:
                    return OfArgument(argument);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when names > 0:
                    return OfVariable(variable, names - 1);
                default:
                    return null;
            }
        }
    }

    private Place? OfArgument(ArgumentSyntax argument)
    {
        SyntaxNode? call = argument.Parent?.Parent;
        if (call is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax))
        {
            return null;
        }

        SymbolInfo info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) is not IMethodSymbol method)
        {
            return null;
        }

        if (ParameterOf(method, argument) is { } parameter && MarkedBy(parameter) is { } marked)
        {
            return marked;
        }

        if (method.Name is "Parse" or "TryParse" && schemas.Of(method.ContainingType) is { } parsed)
        {
            return method.Name == "Parse"
                ? new Place(_ => parsed) { Record = method.ContainingType, Reading = call as InvocationExpressionSyntax }
                : new Place(_ => parsed);
        }

        bool isText = method is { MethodKind: MethodKind.Constructor, ContainingType: { Name: "StringContent", ContainingNamespace.Name: "Http" } };
        return (isText || SendsObject(method, call)) && new RequestAddress(model, cancellationToken).Of(call) is { } url
            ? new Place(text => RequestKind.Of(url.Url, text.Json) is { } request ? BundledSchemas.Find(request) : null) { Url = url, IsCamelCased = !isText }
            : null;
    }

    // With options of their own nobody can say what the names become.
    private static bool SendsObject(IMethodSymbol method, SyntaxNode call) => ObjectSenders.Contains(method.Name)
        && method.ContainingNamespace is { Name: "Json", ContainingNamespace.Name: "Http" }
        && call is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments }
        && !arguments.Any(argument => ParameterOf(method, argument)?.Type.Name is "JsonSerializerOptions" or "JsonTypeInfo" or "JsonSerializerContext");

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } named)
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText);
        }

        int index = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : method.Parameters.LastOrDefault(parameter => parameter.IsParams);
    }

    // A variable or field that holds a body: the first of its uses that says what it is.
    private Place? OfVariable(VariableDeclaratorSyntax variable, int names)
    {
        SyntaxNode? scope = variable.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax local => local.Parent is GlobalStatementSyntax ? local.SyntaxTree.GetRoot(cancellationToken) : local.Parent,
            FieldDeclarationSyntax field => field.Parent,
            _ => null,
        };
        if (scope is null)
        {
            return null;
        }

        ISymbol? declared = null;
        foreach (IdentifierNameSyntax use in UseIndex.Of(variable.SyntaxTree, cancellationToken).Of(variable.Identifier.ValueText, scope))
        {
            ExpressionSyntax value = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
            if (Destination(value, names) is { } place)
            {
                declared ??= model.GetDeclaredSymbol(variable, cancellationToken);
                if (SymbolEqualityComparer.Default.Equals(declared, model.GetSymbolInfo(use, cancellationToken).Symbol))
                {
                    return place with { Record = null, Reading = null };
                }
            }
        }

        return null;
    }

    /// <summary>Where a text goes: what that says about its schema.</summary>
    private sealed record Place(Func<LiteralText, BodySchema?> SchemaOf)
    {
        public UrlSite? Url { get; init; }

        /// <summary>The record that the text becomes or comes from, where it goes there by no other name; null elsewhere.</summary>
        public INamedTypeSymbol? Record { get; init; }

        /// <summary>The call that makes the record of the text.</summary>
        public InvocationExpressionSyntax? Reading { get; init; }

        /// <summary>Whether the names of C# members are written in camel case, as the defaults of the web have it.</summary>
        public bool IsCamelCased { get; init; }
    }
}
