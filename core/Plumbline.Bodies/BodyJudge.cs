using System.Collections.Immutable;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>Says all that is wrong with one body: as JSON, by its schema, and as something that somebody is to send.</summary>
public static class BodyJudge
{
    /// <summary>Judges a body. Of a malformed one, what could be read is judged too; what a fault of the text brings about is not told again.</summary>
    /// <param name="text">The body.</param>
    /// <param name="schema">Its schema.</param>
    /// <returns>The findings, in order of offset.</returns>
    public static ImmutableArray<BodyFinding> Judge(PositionedText text, BodySchema schema)
    {
        text = UnclosedObject.Mend(text);
        var places = new PlacesOfText(text);
        var unknown = new UnknownValues();
        ByteSpan[] verbatim = [.. schema.Profile?.VerbatimOf(text.Root).Select(value => value.Span) ?? []];
        foreach (PositionedValue value in schema.IsRequest ? places.Values : [])
        {
            if (value.Text is { } written && Placeholders.Includes(written, schema)
                && !verbatim.Any(span => span.Start <= value.Span.Start && value.Span.End <= span.End))
            {
                unknown.Offsets.Add(value.Span.Start);
            }
        }

        var faults = new FaultList();
        schema.Interpreter.Judge(text, faults, unknown);
        var findings = ImmutableArray.CreateBuilder<BodyFinding>();
        AddSyntax(findings, text, schema, places, unknown);
        AddFaults(findings, text, faults, places);
        if (schema.IsRequest && KeyPair.Judge(text.Root, unknown) is { } mismatch)
        {
            findings.Add(new BodyFinding(FindingBuilder.Build(mismatch, text.Utf8), places.Underlined(mismatch.Offset)) { Fault = mismatch });
        }

        foreach (int offset in unknown.Offsets)
        {
            findings.Add(Placeholder(text, places.Underlined(offset)));
        }

        findings.Sort(static (left, right) => left.Span.Start != right.Span.Start
            ? left.Span.Start.CompareTo(right.Span.Start)
            : string.CompareOrdinal(left.Rule.Id, right.Rule.Id));
        return findings.ToImmutable();
    }

    private static void AddSyntax(
        ImmutableArray<BodyFinding>.Builder findings, PositionedText text, BodySchema schema, PlacesOfText places, UnknownValues unknown)
    {
        foreach (SyntaxError error in text.Errors)
        {
            if (schema.IsRequest && error.Kind == SyntaxErrorKind.Unquoted && places.ValueAt(error.Span.Start) is { Kind: JsonKind.Invalid } word
                && Placeholders.Includes(word.RawText, schema))
            {
                findings.Add(Placeholder(text, word.Span));
                JsonTypes types = unknown.TypesAt(word.Span.Start);
                if (types != JsonTypes.None && (types & JsonTypes.String) == 0)
                {
                    // A number or boolean stands there without quotes once it is filled in.
                    continue;
                }
            }

            var fault = new Fault(new Assertion(error.Rule, "", error.Expected), error.Offset);
            findings.Add(new BodyFinding(FindingBuilder.Build(fault, text.Utf8), error.Span) { Syntax = error });
        }
    }

    private static void AddFaults(ImmutableArray<BodyFinding>.Builder findings, PositionedText text, FaultList faults, PlacesOfText places)
    {
        if (faults.Count == 0)
        {
            return;
        }

        // Members that a fault of the text may have eaten are not missing.
        // Nor is one that stands there under a name that was misspelt.
        HashSet<(int Object, string Name)> misspelt = [.. Enumerable.Range(0, faults.Count).Select(i => Meant(faults[i], places)).OfType<(int, string)>()];
        HashSet<int> torn = [.. text.Errors.Where(LosesMembers).Select(error => places.Around(error.Offset)?.Span.Start ?? -1)];
        faults.Settle(text.Utf8);
        var told = new Findings();
        FindingBuilder.Report(faults, text.Utf8, told);
        // What is not told of a missing member must not make it less of an error: the name that was misspelt weighs as much.
        HashSet<(int Object, string Name)> demanded = [.. Enumerable.Range(0, faults.Count).Where(i => told.Items[i].Severity == Severity.Error)
            .Select(i => (faults[i].Offset, faults[i].Name ?? "")).Where(misspelt.Contains)];
        for (int i = 0; i < faults.Count; i++)
        {
            Fault fault = faults[i];
            if (!(torn.Contains(fault.Offset) && AsksForMore(fault.Assertion.Rule)) && !misspelt.Contains((fault.Offset, fault.Name ?? "")))
            {
                bool isDemanded = Meant(fault, places) is { } meant && demanded.Contains(meant);
                Finding finding = isDemanded ? told.Items[i] with { Severity = Severity.Error } : told.Items[i];
                findings.Add(new BodyFinding(finding, places.Underlined(fault.Offset)) { Fault = fault });
            }
        }
    }

    // The member that an unknown one near it is meant to be.
    private static (int Object, string Name)? Meant(Fault fault, PlacesOfText places) =>
        fault.Assertion.Candidates.Count > 0 && places.MemberAt(fault.Offset) is { } member
            && NearestName.Find(member.Member.Name, fault.Assertion.Candidates) is { } meant ? (member.Owner.Span.Start, meant) : null;

    private static BodyFinding Placeholder(PositionedText text, ByteSpan span)
    {
        const int Longest = 60;
        var assertion = new Assertion(Rules.Placeholder, "", "a value of your own");
        string written = System.Text.Encoding.UTF8.GetString(text.Utf8.Slice(span.Start, span.Length).ToArray());
        string found = "the placeholder " + (written.Length > Longest ? written.Remove(Longest) + "…" : written);
        Finding finding = FindingBuilder.Build(new Fault(assertion, span.Start), text.Utf8);
        return new BodyFinding(finding with { Message = $"expected a value of your own, found {found}", Found = found }, span);
    }

    private static bool LosesMembers(SyntaxError error) => error.Kind is not (SyntaxErrorKind.MissingComma or SyntaxErrorKind.TrailingComma
        or SyntaxErrorKind.Unquoted or SyntaxErrorKind.SingleQuoted or SyntaxErrorKind.BadNumber or SyntaxErrorKind.BadEscape
        or SyntaxErrorKind.ControlCharacter or SyntaxErrorKind.LoneSurrogate or SyntaxErrorKind.InvalidUtf8 or SyntaxErrorKind.MissingValue
        or SyntaxErrorKind.Comment or SyntaxErrorKind.TrailingText);

    private static bool AsksForMore(Rule rule) => ReferenceEquals(rule, Rules.Required) || ReferenceEquals(rule, Rules.DependentRequired)
        || ReferenceEquals(rule, Rules.MinProperties) || ReferenceEquals(rule, Rules.MinItems) || ReferenceEquals(rule, Rules.Contains);

    private sealed class Findings : IFindingSink
    {
        public List<Finding> Items { get; } = [];

        public void Add(Finding finding) => Items.Add(finding);
    }
}
