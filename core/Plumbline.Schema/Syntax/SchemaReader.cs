using System.Collections.Immutable;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;

namespace Plumbline.Schema.Syntax;

/// <summary>Finds the schemas in a positioned tree, checks their keywords, and notes identifiers. Iterative: depth costs no stack.</summary>
internal sealed class SchemaReader
{
    private readonly SchemaFile _file;
    private readonly Func<string, Dialect?> _dialects;
    private readonly List<SchemaSyntax> _schemas = [];
    private readonly List<SchemaResource> _resources = [];
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dialect?> _dialectsAsked = new(StringComparer.Ordinal);
    private readonly Stack<Pending> _pending = new();

    private SchemaReader(SchemaFile file, Func<string, Dialect?> dialects)
    {
        _file = file;
        _dialects = dialects;
    }

    /// <summary>Reads a whole file.</summary>
    public static SchemaDocument ReadFile(SchemaFile file, Func<string, Dialect?> dialects) =>
        new SchemaReader(file, dialects).Run(new Pending(file.Text.Root, "", null, file.DefaultDialect));

    /// <summary>Reads a schema that stands where no keyword says that there is one, because a reference leads to it.</summary>
    public static SchemaDocument ReadPart(PositionedValue value, string pointer, SchemaSyntax enclosing, Func<string, Dialect?> dialects) =>
        new SchemaReader(enclosing.File, dialects).Run(new Pending(value, pointer, enclosing.Resource, enclosing.Dialect));

    private SchemaDocument Run(Pending first)
    {
        _pending.Push(first);
        while (_pending.Count > 0)
        {
            _schemas.Add(Read(_pending.Pop()));
        }

        return new SchemaDocument(_schemas[0], _schemas.ToImmutableArray(), _resources.ToImmutableArray(), _dialectsAsked);
    }

    private SchemaSyntax Read(Pending pending)
    {
        PositionedValue value = pending.Value;
        var diagnostics = new List<SchemaDiagnostic>();
        void Report(Rule rule, ByteSpan span, string message, string? suggestion) =>
            diagnostics.Add(new SchemaDiagnostic(rule, message, _file.Path, span) { Suggestion = suggestion });

        Dialect dialect = DialectOf(value, pending, Report);
        SchemaResource resource = ResourceOf(value, pending.Resource, dialect, out string? idAnchor, Report);
        var schema = new SchemaSyntax(_file, value, pending.Pointer, resource, dialect);
        if (resource != pending.Resource)
        {
            resource.Root = schema;
        }

        if (value.Kind == JsonKind.Object)
        {
            schema.Keywords = ReadKeywords(schema, Report);
            NoteAnchors(schema, idAnchor, Report);
            SchemaChecks.Run(schema, Report);
        }
        else if (value.Kind is not (JsonKind.True or JsonKind.False))
        {
            new ShapeReport(Report, "").Wrong(value, "a schema", dialect.Identifiers.HasBooleanSchemas ? "an object or a boolean" : "an object");
        }
        else if (!dialect.Identifiers.HasBooleanSchemas && !pending.TakesBoolean)
        {
            new ShapeReport(Report, "").Wrong(value, $"a schema of {dialect.Name}", "an object");
        }

        schema.Diagnostics = diagnostics.ToImmutableArray();
        return schema;
    }

    // $schema counts where a resource begins: at the top of a file, or beside an identifier.
    private Dialect DialectOf(PositionedValue value, Pending pending, SchemaReport report)
    {
        bool mayChange = pending.Resource is null || value.Find("$id") is not null || value.Find("id") is not null;
        if (!mayChange || value.Find("$schema") is not { Value.Kind: JsonKind.String } declared)
        {
            return pending.Dialect;
        }

        string uri = declared.Value.Text!;
        if (!_dialectsAsked.TryGetValue(uri, out Dialect? dialect))
        {
            dialect = _dialects(uri);
            _dialectsAsked.Add(uri, dialect);
        }

        if (dialect is null)
        {
            string? near = NearestName.Find(uri, Dialect.KnownUris);
            string hint = near is null ? "; known are " + string.Join(", ", Dialect.KnownUris) : $"; did you mean \"{near}\"?";
            report(Rules.UnknownDialect, declared.Value.Span, $"\"{uri}\" is no dialect known here, nor the metaschema of a file given{hint}", near);
        }

        return dialect ?? pending.Dialect;
    }

    private SchemaResource ResourceOf(
        PositionedValue value, SchemaResource? outer, Dialect dialect, out string? anchor, SchemaReport report)
    {
        IdentifierRules rules = dialect.Identifiers;
        PositionedMember? id = rules.RefHidesSiblings && value.Find("$ref") is not null ? null : value.Find(rules.IdKeyword);
        UriReference? reference = id?.Value.Text is { } text ? UriReference.Parse(text) : null;
        anchor = rules.HasAnchorInId && reference?.Fragment is { Length: > 0 } ? reference.DecodedFragment : null;
        if (reference is not null && anchor is null && reference.Fragment is { Length: > 0 })
        {
            string message = $"\"{rules.IdKeyword}\" must have no fragment; name the schema with \"$anchor\"";
            report(Rules.KeywordValue, id!.Value.Span, message, reference.WithoutFragment().ToString());
        }

        bool isOnlyAnchor = reference is not null && anchor is not null && reference.WithoutFragment().ToString().Length == 0;
        if (outer is not null && (reference is null || isOnlyAnchor))
        {
            return outer;
        }

        UriReference outerUri = outer?.BaseUri ?? _file.Uri;
        UriReference uri = reference is null || isOnlyAnchor ? outerUri : outerUri.Resolve(reference).WithoutFragment();
        if (!_identifiers.Add(uri.ToString()))
        {
            report(Rules.DuplicateIdentifier, id!.Value.Span, $"another schema of this file has the identifier \"{uri}\" already");
        }

        var resource = new SchemaResource(_file, uri);
        _resources.Add(resource);
        return resource;
    }

    private ImmutableArray<KeywordSyntax> ReadKeywords(SchemaSyntax schema, SchemaReport report)
    {
        ImmutableArray<KeywordSyntax>.Builder keywords = ImmutableArray.CreateBuilder<KeywordSyntax>();
        var inner = new List<Pending>();
        bool onlyRef = schema.Dialect.Identifiers.RefHidesSiblings && schema.Value.Find("$ref") is not null;
        foreach (PositionedMember member in KeywordContext.DistinctMembers(schema.Value))
        {
            if (onlyRef && member.Name != "$ref" && member.Name != "definitions")
            {
                continue;
            }

            if (schema.Dialect.Find(member.Name) is not { } definition)
            {
                ReportUnknown(schema.Dialect, member, report);
                continue;
            }

            if (definition.Shape.Check(member.Value, new ShapeReport(report, member.Name)))
            {
                keywords.Add(new KeywordSyntax(definition, member));
            }

            string pointer = JsonPointer.Append(schema.Pointer, member.Name);
            inner.AddRange(definition.Shape.Subschemas(member.Value)
                .Select(subschema =>
                    new Pending(subschema.Value, pointer + subschema.Pointer, schema.Resource, schema.Dialect, definition.HasTakenBooleansFirst)));
        }

        for (int i = inner.Count - 1; i >= 0; i--)
        {
            _pending.Push(inner[i]);
        }

        return keywords.ToImmutable();
    }

    private static void ReportUnknown(Dialect dialect, PositionedMember member, SchemaReport report)
    {
        bool isExtension = member.Name.StartsWith("x-", StringComparison.Ordinal);
        string[] candidates = [.. dialect.KeywordNames.Where(name => !isExtension || name.StartsWith("x-", StringComparison.Ordinal))];
        string? near = NearestName.Find(member.Name, candidates);
        if (isExtension && near is null)
        {
            // Anybody may have extensions of their own.
            return;
        }

        Dialect? other = Dialect.Known.FirstOrDefault(known => known.Knows(member.Name));
        string hint = other is not null ? $" in {dialect.Name}; {other.Name} has it"
            : near is null ? $" in {dialect.Name}"
            : $"; did you mean \"{near}\"?";
        near = other is null ? near : null;
        report(isExtension ? Rules.ExtensionNearMiss : Rules.UnknownKeyword, member.NameSpan, $"unknown keyword \"{member.Name}\"{hint}", near);
    }

    private static void NoteAnchors(SchemaSyntax schema, string? idAnchor, SchemaReport report)
    {
        if (idAnchor is not null)
        {
            Note(schema, idAnchor, schema.Find(schema.Dialect.Identifiers.IdKeyword)?.Value, report);
        }

        foreach (string keyword in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (schema.Find(keyword)?.Value is not { } value || value.Text is not { } name)
            {
                continue;
            }

            if (!IsAnchorName(name))
            {
                const string form = "must begin with a letter or \"_\" and go on with letters, digits, \"-\", \"_\", \".\"";
                report(Rules.KeywordValue, value.Span, $"\"{keyword}\" {form}, found \"{name}\"");
                continue;
            }

            Note(schema, name, value, report);
            if (keyword == "$dynamicAnchor")
            {
                schema.Resource.DynamicAnchors[name] = schema;
            }
        }

        if (schema.Resource.Root == schema && schema.Find("$recursiveAnchor")?.Value.Kind == JsonKind.True)
        {
            schema.Resource.DynamicAnchors[""] = schema;
        }
    }

    private static void Note(SchemaSyntax schema, string anchor, PositionedValue? place, SchemaReport report)
    {
        if (schema.Resource.Anchors.TryGetValue(anchor, out SchemaSyntax? earlier) && earlier != schema)
        {
            string message = $"another schema of this resource has the anchor \"{anchor}\" already";
            report(Rules.DuplicateIdentifier, (place ?? schema.Value).Span, message);
            return;
        }

        schema.Resource.Anchors[anchor] = schema;
    }

    // 2020-12 (8.2.2); 2019-09 also had ':' in names.
    private static bool IsAnchorName(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            bool isStart = name[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';
            if (!isStart && (i == 0 || name[i] is not (>= '0' and <= '9' or '-' or '.' or ':')))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    /// <summary>A schema still to be read, and what surrounds it.</summary>
    private readonly record struct Pending(PositionedValue Value, string Pointer, SchemaResource? Resource, Dialect Dialect, bool TakesBoolean = false);
}
