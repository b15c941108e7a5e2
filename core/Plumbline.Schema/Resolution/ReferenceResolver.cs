using Plumbline.Schema.Json;
using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>Where a reference leads.</summary>
/// <param name="Schema">The schema; null when it leads nowhere.</param>
/// <param name="DynamicAnchor">The anchor that a dynamic scope may override it by; null where none can.</param>
internal readonly record struct ReferenceTarget(SchemaSyntax? Schema, string? DynamicAnchor = null);

/// <summary>Follows references for one root, and tells of those that lead nowhere.</summary>
internal sealed class ReferenceResolver(SchemaSet set, List<SchemaDiagnostic> diagnostics)
{
    // To look for what was meant costs time: beyond so many faults nobody reads the hints.
    private const int MaxSuggested = 100;

    private readonly Dictionary<PositionedValue, ReferenceTarget> _targets = [];
    private int _suggested;

    // Schemas that stand where no keyword says so; found because a reference leads there.
    private readonly Dictionary<PositionedValue, SchemaSyntax> _found = [];

    /// <summary>The schema whose text a value is, or null.</summary>
    public SchemaSyntax? SchemaAt(SchemaFile file, PositionedValue value) =>
        _found.TryGetValue(value, out SchemaSyntax? found) ? found : set.Document(file).SchemaAt(value);

    /// <summary>Follows the reference that a keyword holds.</summary>
    public ReferenceTarget Follow(SchemaSyntax from, KeywordSyntax keyword)
    {
        if (!_targets.TryGetValue(keyword.Value, out ReferenceTarget target))
        {
            target = keyword.Definition.Reference == ReferenceKind.Recursive ? FollowRecursive(from) : FollowText(from, keyword);
            _targets.Add(keyword.Value, target);
        }

        return target;
    }

    // 2019-09, 8.2.4.2.1: the value is always "#", the root of the resource.
    private static ReferenceTarget FollowRecursive(SchemaSyntax from) =>
        new(from.Resource.Root, from.Resource.DynamicAnchors.ContainsKey("") ? "" : null);

    private ReferenceTarget FollowText(SchemaSyntax from, KeywordSyntax keyword)
    {
        string text = keyword.Value.Text!;
        UriReference reference = UriReference.Parse(text);
        UriReference uri = from.Resource.BaseUri.Resolve(reference);
        if (FindResource(from, uri.WithoutFragment().ToString()) is not { } resource)
        {
            return Unresolved(from, keyword, NoResource(uri, reference), SuggestUri(uri, reference));
        }

        string fragment = uri.DecodedFragment;
        if (fragment.Length == 0)
        {
            return new ReferenceTarget(resource.Root);
        }

        if (fragment[0] == '/')
        {
            return FollowPointer(from, keyword, resource, reference, fragment);
        }

        if (!resource.Anchors.TryGetValue(fragment, out SchemaSyntax? anchored))
        {
            string? near = Nearest(fragment, resource.Anchors.Keys);
            string? suggestion = near is null ? null : (reference with { Fragment = near }).ToString();
            return Unresolved(from, keyword, $"no schema there has the anchor \"{fragment}\"", suggestion);
        }

        // A dynamic reference is one only if the place that it leads to first is dynamic itself (2020-12, 8.2.3.2).
        bool isDynamic = keyword.Definition.Reference == ReferenceKind.Dynamic
            && resource.DynamicAnchors.TryGetValue(fragment, out SchemaSyntax? dynamic) && dynamic == anchored;
        return new ReferenceTarget(anchored, isDynamic ? fragment : null);
    }

    private SchemaResource? FindResource(SchemaSyntax from, string uri)
    {
        if (uri == from.Resource.BaseUri.ToString())
        {
            return from.Resource;
        }

        IReadOnlyList<SchemaResource> claims = set.ResourcesAt(uri);
        return claims.FirstOrDefault(resource => resource.File == from.File) ?? (claims.Count > 0 ? claims[0] : set.BuiltInAt(uri));
    }

    private ReferenceTarget FollowPointer(SchemaSyntax from, KeywordSyntax keyword, SchemaResource resource, UriReference reference, string pointer)
    {
        SchemaSyntax enclosing = resource.Root;
        PositionedValue value = enclosing.Value;
        string place = enclosing.Pointer;
        string walked = "";
        foreach (string token in JsonPointer.Tokens(pointer))
        {
            if (JsonPointer.Step(value, token) is not { } next)
            {
                string? near = Nearest(token, value.Members.Select(member => member.Name));
                string rest = pointer.Substring(walked.Length + 1 + JsonPointer.Escape(token).Length);
                string? suggestion = near is null ? null : (reference with { Fragment = JsonPointer.Append(walked, near) + rest }).ToString();
                string at = walked.Length == 0 ? "there" : $"at \"{walked}\"";
                return Unresolved(from, keyword, $"nothing {at} is named \"{token}\"", suggestion);
            }

            value = next;
            walked = JsonPointer.Append(walked, token);
            place = JsonPointer.Append(place, token);
            enclosing = SchemaAt(resource.File, value) ?? enclosing;
        }

        return new ReferenceTarget(enclosing.Value == value ? enclosing : ReadFound(value, place, enclosing));
    }

    private SchemaSyntax ReadFound(PositionedValue value, string pointer, SchemaSyntax enclosing)
    {
        SchemaDocument part = SchemaReader.ReadPart(value, pointer, enclosing, set.FindDialect);
        foreach (SchemaSyntax schema in part.Schemas)
        {
            // A part may hold schemas that an earlier reference led to; those stay, so that each text has one schema.
            if (!_found.TryGetValue(schema.Value, out _))
            {
                _found[schema.Value] = schema;
                diagnostics.AddRange(schema.Diagnostics);
            }
        }

        return _found[value];
    }

    private string NoResource(UriReference uri, UriReference reference)
    {
        string target = uri.WithoutFragment().ToString();
        if (set.FileAt(target) is { } file)
        {
            return file.Text.IsWellFormed ? $"{file.Path} holds no schema" : $"{file.Path} is not valid JSON";
        }

        return reference.WithoutFragment().ToString() == target
            ? "no file given has that identifier, and nothing is fetched"
            : $"no file given is \"{target}\", and nothing is fetched";
    }

    // The reference that names the nearest resource. Only the part that the reference itself spells is compared.
    private string? SuggestUri(UriReference uri, UriReference reference)
    {
        string text = reference.WithoutFragment().ToString();
        string whole = uri.WithoutFragment().ToString();
        string stem = whole.EndsWith(text, StringComparison.Ordinal) ? whole.Remove(whole.Length - text.Length) : "";
        IEnumerable<string> candidates = set.KnownUris.Where(known => known.StartsWith(stem, StringComparison.Ordinal));
        string? near = Nearest(text, candidates.Select(known => known.Substring(stem.Length)));
        return near is null || reference.Fragment is null ? near : $"{near}#{reference.Fragment}";
    }

    private string? Nearest(string name, IEnumerable<string> candidates) =>
        _suggested++ < MaxSuggested ? NearestName.Find(name, [.. candidates]) : null;

    private ReferenceTarget Unresolved(SchemaSyntax from, KeywordSyntax keyword, string reason, string? suggestion)
    {
        string hint = suggestion is null ? "" : $"; did you mean \"{suggestion}\"?";
        string message = $"\"{keyword.Name}\" leads nowhere: {reason}{hint}";
        diagnostics.Add(new SchemaDiagnostic(Rules.UnresolvedReference, message, from.File.Path, keyword.Value.Span) { Suggestion = suggestion });
        return default;
    }
}
