using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>What could mend a body that breaks its schema.</summary>
internal sealed class SchemaRepairs(PositionedText text, BodySchema schema)
{
    // Of a longer list of values only those near to what stands there are worth a line in a menu.
    private const int ShortList = 3;

    private readonly SchemaPlaces _places = new(schema.Program);

    /// <summary>Repairs to try, the likeliest first.</summary>
    public IEnumerable<Repair> For(Fault fault)
    {
        Rule rule = fault.Assertion.Rule;
        if (ReferenceEquals(rule, Rules.Required) || ReferenceEquals(rule, Rules.DependentRequired))
        {
            return Additions(fault);
        }

        if (ReferenceEquals(rule, Rules.AdditionalProperty) || ReferenceEquals(rule, Rules.UnevaluatedProperty))
        {
            return Positions.MemberAt(text.Root, fault.Offset) is { } unknown ? OfUnknown(unknown.Owner, unknown.Index, fault) : [];
        }

        if (ReferenceEquals(rule, Rules.DuplicateKey))
        {
            return Positions.MemberAt(text.Root, fault.Offset) is { } twice ? OfDuplicate(twice.Owner, twice.Index) : [];
        }

        if (Positions.ValueAt(text.Root, fault.Offset) is not { } value)
        {
            return [];
        }

        return ReferenceEquals(rule, Rules.Type) ? OfWrongType(value)
            : ReferenceEquals(rule, Rules.Enum) || ReferenceEquals(rule, Rules.Const) ? Replacements(value, fault.Assertion)
            : ReferenceEquals(rule, Rules.KeyMismatch) && KeyPair.KeyOfJob(text.Root) is { } key
                ? [Repair.Of(RepairKind.ReplaceValue, "Use the key of encryption_spec_key_name", value.Span, key, isSafe: false)]
            : [];
    }

    private IEnumerable<Repair> Additions(Fault fault)
    {
        if (fault.Name is not { } name || Positions.ValueAt(text.Root, fault.Offset) is not { Kind: JsonKind.Object } owner)
        {
            yield break;
        }

        if (KeyPair.ValueFor(text.Root, name) is { } key)
        {
            yield return Add(owner, name, key, isSafe: true);
            yield break;
        }

        SchemaSlot slot = _places.MemberSlot(text, owner.Span.Start, name);
        if (slot.Default is { } standard)
        {
            yield return Add(owner, name, standard, isSafe: true);
        }

        foreach (string json in slot.Values.Take(ShortList).Select(value => value.Json))
        {
            yield return Add(owner, name, json, isSafe: slot.Values.Count == 1);
        }
    }

    private static IEnumerable<Repair> OfUnknown(PositionedValue owner, int index, Fault fault)
    {
        PositionedMember member = owner.Members[index];
        if (NearestName.Find(member.Name, fault.Assertion.Candidates) is { } nearest && owner.Find(nearest) is null)
        {
            bool isSlip = IsSlip(member.Name, nearest, fault.Assertion);
            yield return Repair.Of(RepairKind.RenameMember, $"Rename to \"{nearest}\"", member.NameSpan, JsonWords.Quote(nearest), isSlip);
        }

        yield return Remove(owner, index, isSafe: false);
    }

    private static IEnumerable<Repair> OfDuplicate(PositionedValue owner, int index)
    {
        PositionedMember member = owner.Members[index];
        int first = owner.Members.IndexOf(owner.Members.First(earlier => earlier.Name == member.Name));
        bool saysTheSame = JsonEquality.AreEqual(owner.Members[first].Value.Utf8, member.Value.Utf8);
        yield return Remove(owner, index, saysTheSame);
        if (!saysTheSame)
        {
            yield return Remove(owner, first, isSafe: false) with { Title = $"Remove the earlier \"{member.Name}\"" };
        }
    }

    private IEnumerable<Repair> OfWrongType(PositionedValue value)
    {
        SchemaSlot slot = _places.SlotAt(text, value.Span.Start);
        if (value.Text is { } written && JsonWords.Literal(written) is { } literal)
        {
            yield return Repair.Of(RepairKind.Unquote, "Remove the quotes", value.Span, literal, isSafe: true);
        }
        else if (value.Kind is JsonKind.Number or JsonKind.True or JsonKind.False && (slot.Types & JsonTypes.String) != 0)
        {
            yield return Repair.Of(RepairKind.Quote, "Put in double quotes", value.Span, JsonWords.Quote(value.RawText), isSafe: true);
        }
    }

    private static IEnumerable<Repair> Replacements(PositionedValue value, Assertion assertion)
    {
        string written = value.Text ?? value.RawText;
        IReadOnlyList<string> candidates = assertion.Candidates;
        IReadOnlyList<string> near = NearestName.FindAll(written, candidates);
        foreach (string candidate in near)
        {
            yield return ReplaceBy(value, candidate, IsSlip(written, candidate, assertion));
        }

        if (candidates.Count <= ShortList)
        {
            foreach (string candidate in candidates.Except(near))
            {
                yield return ReplaceBy(value, candidate, isSafe: false);
            }
        }
    }

    private static bool IsSlip(string written, string candidate, Assertion assertion) => NearestName.IsSlip(written, candidate, assertion.Candidates);

    private static Repair ReplaceBy(PositionedValue value, string candidate, bool isSafe) =>
        Repair.Of(RepairKind.ReplaceValue, $"Replace by \"{candidate}\"", value.Span, JsonWords.Quote(candidate), isSafe);

    private Repair Add(PositionedValue owner, string name, string json, bool isSafe)
    {
        BodyEdit edit = MemberEdits.Add(text, owner, name, json);
        return Repair.Of(RepairKind.AddMember, $"Add \"{name}\": {json}", edit.Span, edit.Text, isSafe);
    }

    private static Repair Remove(PositionedValue owner, int index, bool isSafe) =>
        Repair.Of(RepairKind.RemoveMember, $"Remove \"{owner.Members[index].Name}\"", MemberEdits.Remove(owner, index), "", isSafe);
}
