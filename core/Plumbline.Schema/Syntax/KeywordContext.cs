using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>What the builder of one keyword sees: its value, its siblings, and the nodes that its schemas have become.</summary>
internal abstract class KeywordContext
{
    /// <summary>The keyword.</summary>
    public abstract KeywordSyntax Keyword { get; }

    /// <summary>The schema that holds it.</summary>
    public abstract SchemaSyntax Schema { get; }

    /// <summary>Its value.</summary>
    public PositionedValue Value => Keyword.Value;

    /// <summary>Adds a meaning to the node.</summary>
    public abstract void Add(Keyword keyword);

    /// <summary>The node of a schema inside the value of this keyword or of a sibling.</summary>
    public abstract int Node(PositionedValue schema);

    /// <summary>The node that the keyword refers to, and the anchor to look for in the dynamic scope, if it is dynamic.</summary>
    public abstract (int Node, string? DynamicAnchor) Reference { get; }

    /// <summary>The location of the keyword.</summary>
    public abstract string Location { get; }

    /// <summary>What a violation of this keyword reports.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="candidates">Names or values that would have been right.</param>
    /// <param name="keyword">The sibling that asserts, where it is not this keyword.</param>
    public abstract AssertionSpec Assert(Rule rule, string expected, IEnumerable<string>? candidates = null, string? keyword = null);

    /// <summary>The value of a sibling of the right shape, or null.</summary>
    public PositionedValue? Sibling(string keyword) => Schema.Find(keyword)?.Value;

    /// <summary>The names of a sibling's members; none where it is absent.</summary>
    public string[] NamesOf(string keyword) => Sibling(keyword) is { } value ? [.. DistinctMembers(value).Select(member => member.Name)] : [];

    /// <summary>The nodes of an array of schemas.</summary>
    public EquatableArray<int> Nodes(PositionedValue schemas) => schemas.Items.Select(Node).ToEquatableArray();

    /// <summary>The nodes of a map of schemas.</summary>
    public EquatableArray<NamedSchema> Named(PositionedValue schemas) => Named(DistinctMembers(schemas));

    /// <summary>The nodes of members whose values are schemas.</summary>
    public EquatableArray<NamedSchema> Named(IEnumerable<PositionedMember> members) =>
        members.Select(member => new NamedSchema(member.Name, Node(member.Value))).ToEquatableArray();

    /// <summary>The strings of an array.</summary>
    public static EquatableArray<string> Strings(PositionedValue array) => array.Items.Select(item => item.Text!).ToEquatableArray();

    /// <summary>The members of an object; of a repeated name (told elsewhere) only the last.</summary>
    public static IEnumerable<PositionedMember> DistinctMembers(PositionedValue value) =>
        value.Members.Where(member => ReferenceEquals(value.Find(member.Name), member));

    /// <summary>A value of the schema as a literal.</summary>
    public static JsonLiteral Literal(PositionedValue value)
    {
        JsonTypes type = value.Kind switch
        {
            JsonKind.Null => JsonTypes.Null,
            JsonKind.True or JsonKind.False => JsonTypes.Boolean,
            JsonKind.Number => JsonNumber.IsInteger(value.Utf8) ? JsonTypes.Integer : JsonTypes.Number,
            JsonKind.String => JsonTypes.String,
            JsonKind.Array => JsonTypes.Array,
            _ => JsonTypes.Object,
        };
        return new JsonLiteral(value.ToCompactJson(), type) { Text = value.Text };
    }
}
