namespace Plumbline.Schema.Syntax;

/// <summary>The keywords that both engines evaluate, or that mean nothing to an instance. All others are parsed and linked, and reported as
/// <see cref="Rules.UnsupportedKeyword"/> at their place: never ignored. To enable one, add its line.</summary>
internal static class SupportedKeywords
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // Identifiers and references.
        "$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary", "$comment", "$ref", "$dynamicRef", "$recursiveRef", "$defs", "definitions", "id",

        // Assertions.
        "type", "enum", "const",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains",
        "minProperties", "maxProperties", "required", "dependentRequired",

        // Applicators.
        "properties", "patternProperties", "additionalProperties", "propertyNames", "dependentSchemas", "dependencies", "items", "prefixItems", "additionalItems",
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems",

        // Annotations.
        "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "format",
        "contentEncoding", "contentMediaType", "contentSchema",

        // The tuning vocabulary.
        "x-minTokens", "x-maxTokens", "x-alternates", "x-advice", "x-dataset", "x-message", "x-source",
    };

    /// <summary>Whether the engines evaluate a keyword.</summary>
    public static bool Contains(string keyword) => Names.Contains(keyword);
}
