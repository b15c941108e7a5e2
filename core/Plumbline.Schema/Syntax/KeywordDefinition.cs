namespace Plumbline.Schema.Syntax;

/// <summary>How a keyword refers to another schema.</summary>
internal enum ReferenceKind : byte
{
    /// <summary>It does not.</summary>
    None,
    /// <summary><c>$ref</c>.</summary>
    Static,
    /// <summary><c>$dynamicRef</c>.</summary>
    Dynamic,
    /// <summary><c>$recursiveRef</c>.</summary>
    Recursive,
}

/// <summary>A keyword of a vocabulary: one row of its table.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Shape">What its value must look like, and which schemas stand in it.</param>
/// <param name="Build">Adds what it means to a node of a program; null where another keyword does (<c>then</c>) or it means nothing to an instance.</param>
internal sealed record KeywordDefinition(string Name, Shape Shape, Action<KeywordContext>? Build = null)
{
    /// <summary>How it refers to another schema.</summary>
    public ReferenceKind Reference { get; init; }

    /// <summary>Whether a schema that holds the keyword applies the schemas inside it; false for <c>$defs</c>.</summary>
    public bool IsApplied { get; init; } = true;

    /// <summary>Whether the schemas inside apply to the value itself, not to a part of it: a circle of such keywords would never end.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Whether the keyword takes a boolean in draft 4 too, where it is no schema elsewhere (validation 5.3.1 and 5.4.4).</summary>
    public bool HasTakenBooleansFirst { get; init; }

    /// <summary>Whether the keyword has an effect beside its siblings, as <c>then</c> has beside <c>if</c>; null where it always has.</summary>
    public Func<SchemaSyntax, bool>? AppliesBeside { get; init; }

    /// <summary>Whether the schemas inside are applied where the keyword stands in a schema.</summary>
    public bool IsAppliedIn(SchemaSyntax schema) => IsApplied && (AppliesBeside is null || AppliesBeside(schema));
}

/// <summary>A keyword as it stands in a schema, its value of the right shape.</summary>
/// <param name="Definition">The keyword.</param>
/// <param name="Member">Where it stands.</param>
internal sealed record KeywordSyntax(KeywordDefinition Definition, Json.PositionedMember Member)
{
    public string Name => Definition.Name;

    public Json.PositionedValue Value => Member.Value;
}
