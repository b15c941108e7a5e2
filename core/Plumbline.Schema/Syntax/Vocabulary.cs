namespace Plumbline.Schema.Syntax;

/// <summary>A vocabulary: keywords under one URI.</summary>
/// <param name="Uri">The URI that <c>$vocabulary</c> names it by.</param>
/// <param name="Keywords">The keywords.</param>
internal sealed record Vocabulary(string Uri, params KeywordDefinition[] Keywords);
