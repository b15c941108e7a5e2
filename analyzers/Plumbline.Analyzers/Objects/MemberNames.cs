using System.Runtime.CompilerServices;
using System.Text;
using Plumbline.Bodies;
using Plumbline.Schema.Ir;

namespace Plumbline.Analyzers.Objects;

/// <summary>The JSON names behind the C# names of a schema's records: <c>LargeModelReference</c> is <c>large_model_reference</c>.</summary>
internal sealed class MemberNames
{
    private static readonly ConditionalWeakTable<BodySchema, MemberNames> OfSchemas = new();

    // Null where two JSON names would become one C# name: then nobody can say which is meant.
    private readonly Dictionary<string, string?> _byName = new(StringComparer.Ordinal);

    private MemberNames(BodySchema schema)
    {
        IEnumerable<string> names = schema.Program.Nodes.Items
            .SelectMany(node => node.Keywords.Items.OfType<PropertiesKeyword>())
            .SelectMany(properties => properties.Properties.Items)
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string plain = Plain(name);
            _byName[plain] = _byName.ContainsKey(plain) ? null : name;
        }
    }

    /// <summary>The names of a schema.</summary>
    public static MemberNames Of(BodySchema schema) => OfSchemas.GetValue(schema, static known => new MemberNames(known));

    /// <summary>The JSON name of a property; null where it is not known.</summary>
    public string? Find(string property) => _byName.TryGetValue(Plain(property), out string? name) ? name : null;

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
