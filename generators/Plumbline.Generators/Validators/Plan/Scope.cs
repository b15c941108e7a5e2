using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// A dynamic scope: the schema resources entered on the way to a schema, outermost first, that had a dynamic anchor which none further out has. It is known
/// when the validator is planned, so that a <c>$dynamicRef</c> costs nothing when a value is read.
/// </summary>
internal readonly record struct Scope(EquatableArray<int> Resources)
{
    /// <summary>The scope inside a schema.</summary>
    public Scope Enter(SchemaProgram program, int node)
    {
        int resource = program.Nodes[node].Resource;
        EquatableArray<int> outer = Resources;
        bool adds = program.DynamicAnchors.Any(anchor =>
            anchor.Resource == resource && !program.DynamicAnchors.Any(other => other.Name == anchor.Name && outer.Contains(other.Resource)));
        return adds ? new Scope(outer.Append(resource).ToEquatableArray()) : this;
    }

    /// <summary>The schema that a dynamic reference leads to: that of the outermost resource with the anchor.</summary>
    public int Resolve(SchemaProgram program, DynamicRefKeyword reference)
    {
        foreach (int resource in Resources)
        {
            foreach (DynamicAnchor anchor in program.DynamicAnchors)
            {
                if (anchor.Resource == resource && anchor.Name == reference.Anchor)
                {
                    return anchor.Node;
                }
            }
        }

        return reference.Node;
    }
}
