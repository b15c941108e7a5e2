using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Bodies;

/// <summary>A schema that bodies are judged by. Immutable; may be shared by threads.</summary>
public sealed class BodySchema
{
    private readonly Lazy<HashSet<string>> _literals;

    private BodySchema(string name, SchemaProgram program, bool isRequest, RequestProfile? profile)
    {
        Name = name;
        Program = program;
        IsRequest = isRequest;
        Profile = profile;
        Interpreter = new SchemaInterpreter(program);
        _literals = new Lazy<HashSet<string>>(() => new HashSet<string>(StringLiterals(program), StringComparer.Ordinal));
    }

    /// <summary>The name by which people ask for it: <c>vertex/tune-chat</c>.</summary>
    public string Name { get; }

    /// <summary>The schema, linked.</summary>
    public SchemaProgram Program { get; }

    /// <summary>Judges by it.</summary>
    public SchemaInterpreter Interpreter { get; }

    /// <summary>Whether it is one of the bundled requests: in these placeholders are looked for, which elsewhere may be meant as they stand.</summary>
    public bool IsRequest { get; }

    /// <summary>What <c>x-request</c> says, or null.</summary>
    internal RequestProfile? Profile { get; }

    /// <summary>Links a schema; null where something that it reaches is broken.</summary>
    /// <param name="name">The name by which people ask for it.</param>
    /// <param name="set">The files that it may refer to.</param>
    /// <param name="root">The file that holds it, one of the set.</param>
    /// <param name="isRequest">Whether it is one of the bundled requests.</param>
    public static BodySchema? Compile(string name, SchemaSet set, SchemaFile root, bool isRequest = false) =>
        set.Compile(root).Program is { } program ? new BodySchema(name, program, isRequest, RequestProfile.Of(name, root.Text.Root)) : null;

    /// <summary>Whether a string is a value that the schema names somewhere (<c>enum</c>, <c>const</c>).</summary>
    public bool Names(string text) => _literals.Value.Contains(text);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static IEnumerable<string> StringLiterals(SchemaProgram program)
    {
        IEnumerable<JsonLiteral> literals = program.Nodes.Items.SelectMany(node => node.Keywords.Items).SelectMany(keyword => keyword switch
        {
            EnumKeyword values => values.Values.Items,
            ConstKeyword value => [value.Value],
            _ => (IEnumerable<JsonLiteral>)[],
        });
        return literals.Select(literal => literal.Text).OfType<string>();
    }
}
