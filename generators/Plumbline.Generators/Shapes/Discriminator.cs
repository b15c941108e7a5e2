using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>A member whose string tells alternatives apart: each requires it, and none allows a string that another one allows.</summary>
/// <param name="Member">Its name in JSON.</param>
/// <param name="Texts">The strings of each alternative.</param>
internal sealed record Discriminator(string Member, IReadOnlyList<EquatableArray<string>> Texts)
{
    /// <summary>Finds the first such member, or null.</summary>
    public static Discriminator? Find(IReadOnlyList<Alternative> alternatives, Conjunctions all)
    {
        if (alternatives.Any(alternative => alternative.IsChoice || alternative.IsMerged || alternative.Types != JsonTypes.Object))
        {
            return null;
        }

        Dictionary<string, EquatableArray<string>>[] texts = [.. alternatives.Select(alternative => TextsOf(alternative.Schema, all))];
        foreach (NamedSchema member in alternatives[0].Schema.Properties())
        {
            if (!texts.All(known => known.ContainsKey(member.Name)))
            {
                continue;
            }

            EquatableArray<string>[] found = [.. texts.Select(known => known[member.Name])];
            string[] values = [.. found.SelectMany(each => each.Items)];
            if (values.Distinct(StringComparer.Ordinal).Count() == values.Length)
            {
                return new Discriminator(member.Name, found);
            }
        }

        return null;
    }

    /// <summary>The one string that a member of an alternative always has, if it has one: a name for the alternative.</summary>
    public static string? NameOf(Alternative alternative, Conjunctions all)
    {
        Dictionary<string, EquatableArray<string>> texts = TextsOf(alternative.Schema, all);
        return alternative.Schema.Properties()
            .Select(member => texts.TryGetValue(member.Name, out EquatableArray<string> found) && found.Count == 1 ? found[0] : null)
            .FirstOrDefault(text => text is not null);
    }

    private static Dictionary<string, EquatableArray<string>> TextsOf(Conjunction schema, Conjunctions all)
    {
        var texts = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        HashSet<string> required = schema.Required();
        foreach (NamedSchema member in schema.Properties().Where(member => required.Contains(member.Name)))
        {
            Conjunction value = all.Of(member.Node);
            JsonLiteral[]? literals = value.All<ConstKeyword>().Select(constant => new[] { constant.Value })
                .Concat(value.All<EnumKeyword>().Select(values => values.Values.Items.ToArray()))
                .FirstOrDefault();
            if (literals is not null && literals.All(literal => literal.Text is { } text && Literals.HasUtf8Form(text)))
            {
                texts[member.Name] = literals.Select(literal => literal.Text!).Distinct(StringComparer.Ordinal).ToEquatableArray();
            }
        }

        return texts;
    }
}
