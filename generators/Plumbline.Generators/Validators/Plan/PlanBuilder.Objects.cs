using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Objects: for each name, who judges its value.</summary>
internal sealed partial class PlanBuilder
{
    private ObjectPlan? ObjectOf(IReadOnlyList<Subschema> schemas, IReadOnlyList<Tap> taps, string[] told, bool covers)
    {
        ObjectSchema[] objects = [.. schemas.Select(s => new ObjectSchema(program, s)).Where(o => o.SaysSomething)];
        string[] tapped = [.. taps.Select(t => t.Rest[0]).Where(s => s != Tap.EveryItem)];
        if (objects.Length + tapped.Length + told.Length == 0)
        {
            return null;
        }

        var names = new List<string>();
        foreach (string name in objects.SelectMany(o => o.KnownNames).Concat(tapped).Concat(told))
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }
        }

        ObjectSchema[] plain = [.. objects.Where(o => !o.HasPatterns)];
        var plan = new ObjectPlan(Node([.. plain.SelectMany(o => o.ForOthers)], []))
        {
            OthersAreCovered = plain.Any(o => o.CoversOthers),
            OthersLocation = objects.Select(o => o.OthersLocation).FirstOrDefault(l => l.Length > 0) ?? "",
        };
        plan.Unknown.AddRange(plain.SelectMany(o => o.UnknownOthers));
        plan.Patterned.AddRange(objects.Where(o => o.HasPatterns).Select(PatternedOf));
        plan.Members.AddRange(names.Select(name => MemberOf(name, objects, taps)));
        foreach (ObjectSchema schema in objects)
        {
            AddPresence(plan, schema, names, taps);
            plan.Dependent.AddRange(schema.Dependents.Select(d => new DependentSchema(
                names.IndexOf(d.Name), program.Nodes[d.Schema.Node].Location, Node([d.Schema], [], covers))));
        }

        Subschema[] ofNames = [.. objects.SelectMany(o => o.OfNames)];
        plan.Names = ofNames.Length == 0 ? null : Node(ofNames, []);
        return plan;
    }

    private MemberPlan MemberOf(string name, ObjectSchema[] objects, IReadOnlyList<Tap> taps) => new(
        name,
        objects.Select(o => o.DeclaredAt(name)).FirstOrDefault(l => l.Length > 0) ?? "",
        Node([.. objects.SelectMany(o => o.ForMember(name))], Tap.Behind(taps, name)),
        [.. objects.Where(o => !o.Knows(name)).SelectMany(o => o.UnknownOthers)],
        Tap.EndingAt(taps, name, TapKind.Count),
        Tap.EndingAt(taps, name, TapKind.Note),
        Tap.EndingAt(taps, name, TapKind.Place),
        objects.Any(o => o.Knows(name) || o.CoversOthers),
        _watched.IndexOf(name));

    private PatternedMembers PatternedOf(ObjectSchema schema) => new(
        [.. schema.Patterns.Select(p => new PatternMembers(p.Pattern, Node(p.Schema)))],
        Node([.. schema.ForOthers], []),
        [.. schema.UnknownOthers],
        schema.CoversOthers);

    private void AddPresence(ObjectPlan plan, ObjectSchema schema, List<string> names, IReadOnlyList<Tap> taps)
    {
        foreach (Keyword keyword in schema.Source.Keywords)
        {
            switch (keyword)
            {
                case RequiredKeyword { Names.Count: > 0 } required:
                    plan.Required.Add(new RequiredMembers(Numbers(required.Names), -1, schema.Demand(required.Assertion)));
                    break;
                case DependentRequiredKeyword dependent:
                    foreach (Dependency each in dependent.Dependencies.Where(d => d.Required.Count > 0))
                    {
                        plan.Required.Add(new RequiredMembers(Numbers(each.Required), names.IndexOf(each.Name), schema.Demand(each.Assertion)));
                    }

                    break;
                case SizeKeyword { Size: Size.MinProperties or Size.MaxProperties } size:
                    plan.Sizes.Add(new SizeDemand(size.Size, size.Limit, schema.Demand(size.Assertion)));
                    break;
                case LinksKeyword links:
                    plan.Relations.Add(new RelationDemand(
                        "LinkRule", null, [links.From, links.To], PlacesOf(links, taps), _watched.Of(links), schema.Demand(links.Assertion)));
                    break;
                case MaxCountKeyword most:
                    plan.Relations.Add(new RelationDemand(
                        "CountLimitRule", most.Limit, most.Of, PlacesOf(most, taps), _watched.Of(most), schema.Demand(most.Assertion)));
                    break;
                case EqualCountsKeyword counts:
                    plan.Relations.Add(new RelationDemand(
                        "EqualCountsRule", null, counts.Paths, PlacesOf(counts, taps), _watched.Of(counts), schema.Demand(counts.Assertion)));
                    break;
                case TokensKeyword { Of.Count: > 0 } tokens:
                    plan.Tokens.Add(new TokenDemand(tokens.IsMaximum, tokens.Limit, tokens.Of, schema.Demand(tokens.Assertion)));
                    break;
            }
        }

        IReadOnlyList<int> Numbers(EquatableArray<string> required) => [.. required.Select(n => names.IndexOf(n)).Distinct().OrderBy(i => i)];
    }
}
