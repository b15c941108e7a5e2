using Plumbline.Generators.Shapes;
using Plumbline.Generators.Validators;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>Prints one union: an abstract record that nobody else can derive from, with a sealed record for each case.</summary>
internal sealed class UnionEmitter(UnionShape union, RootSpec root, SourceWriter w)
{
    /// <summary>Prints a union.</summary>
    public static void Emit(UnionShape union, RootSpec root, SourceWriter w) => new UnionEmitter(union, root, w).Emit();

    private void Emit()
    {
        Documentation.Emit(union.Summary, union.Remarks, union.IsDeprecated, w);
        w.Line($"[Stj::Serialization.JsonConverter(typeof(Plb::SchemaRecordConverter<{union.Name}>))]");
        using (w.Braces($"{root.Accessibility} abstract partial record {union.Name} : Plb::ISchemaRecord<{union.Name}>"))
        {
            EmitCodecs();
            w.Line($"private {union.Name}()");
            using (w.Braces($""))
            {
            }

            w.Line();
            foreach (CaseShape shape in union.Cases.Items.Where(shape => shape.IsConverted))
            {
                w.Line($"/// <summary>The case {shape.Name}.</summary>");
                w.Line($"public static implicit operator {union.Name}({TypeText.Of(shape.Type)} value) => new {shape.Name}(value);");
                w.Line();
            }

            w.Line("/// <inheritdoc/>");
            w.Line("public void WriteTo(Stj::Utf8JsonWriter writer) => Write(writer);");
            w.Line();
            EmitRead();
            w.Line();
            w.Line("// Nothing outside of this assembly can implement it: the cases are all there are.");
            w.Line("private protected abstract void Write(Stj::Utf8JsonWriter writer);");
            foreach (CaseShape shape in union.Cases)
            {
                w.Line();
                EmitCase(shape);
            }
        }
    }

    private void EmitCodecs()
    {
        CaseShape[] composed = [.. union.Cases.Items.Where(shape => shape.Codec is not null)];
        foreach (CaseShape shape in composed)
        {
            (string start, IReadOnlyList<string> names, string end) = TypeText.CodecParts(shape.Type);
            w.Line($"private static readonly {TypeText.OfCodec(shape.Type)} {shape.Codec} =");
            using (w.Indented())
            {
                if (names.Count == 0)
                {
                    w.Line(start + end + ";");
                }
                else
                {
                    w.List(start, names, end + ";");
                }
            }
        }

        if (composed.Length > 0)
        {
            w.Line();
        }
    }

    private void EmitRead()
    {
        w.Line($"static {union.Name} Plb::ISchemaRecord<{union.Name}>.Read(ref Stj::Utf8JsonReader reader) => reader.TokenType switch");
        w.Line("{");
        using (w.Indented())
        {
            foreach (CaseSelection selection in union.Selections)
            {
                EmitSelection(selection);
            }

            w.Line($"_ => throw {NoCase},");
        }

        w.Line("};");
    }

    private void EmitSelection(CaseSelection selection)
    {
        string token = TokenOf(selection.Type);
        if (selection.Candidates.Count == 1)
        {
            w.Line($"{token} => {Made(selection.Candidates[0])},");
            return;
        }

        if (selection.Member is { } member)
        {
            w.Line($"{token} => Plb::UnionReader.TextOf(reader, {Literals.Utf8(member)}) switch");
            EmitCandidates(selection, (candidate, _) => string.Join(" or ", candidate.Texts.Items.Select(Literals.String)));
            return;
        }

        w.List(
            $"{token} => Plb::UnionReader.FirstThatHolds(reader, [",
            [.. selection.Candidates.Items.Select(candidate => ValidatorEmitter.PartOf(root.ValidatorName, candidate.Node))],
            "]) switch");
        EmitCandidates(selection, (_, index) => Literals.Number(index));
    }

    private void EmitCandidates(CaseSelection selection, Func<CaseCandidate, int, string> label)
    {
        w.Line("{");
        using (w.Indented())
        {
            for (int i = 0; i < selection.Candidates.Count; i++)
            {
                w.Line($"{label(selection.Candidates[i], i)} => {Made(selection.Candidates[i])},");
            }

            w.Line($"_ => throw {NoCase},");
        }

        w.Line("},");
    }

    private void EmitCase(CaseShape shape)
    {
        string type = TypeText.Of(shape.Type);
        w.Doc("summary", shape.Summary);
        w.Line("/// <param name=\"Value\">The value.</param>");
        using (w.Braces($"public sealed record {shape.Name}({type} Value) : {union.Name}"))
        {
            if (shape.Type is ScalarShape { Scalar: Scalar.Any })
            {
                // JsonElement compares by reference.
                w.Line("/// <inheritdoc/>");
                w.Line($"public bool Equals({shape.Name}? other) => other is not null && new Plb::JsonPart(Value) == new Plb::JsonPart(other.Value);");
                w.Line();
                w.Line("/// <inheritdoc/>");
                w.Line("public override int GetHashCode() => new Plb::JsonPart(Value).GetHashCode();");
                w.Line();
            }

            w.Line($"private protected override void Write(Stj::Utf8JsonWriter writer) => {CodecOf(shape)}.Write(writer, Value);");
        }
    }

    private string Made(CaseCandidate candidate)
    {
        CaseShape shape = union.Cases[candidate.Case];
        return $"new {shape.Name}({CodecOf(shape)}.Read(ref reader))";
    }

    private string NoCase => $"Plb::UnionReader.NoCase(ref reader, {Literals.String(union.Name)})";

    private static string CodecOf(CaseShape shape) => shape.Codec ?? TypeText.Codec(shape.Type);

    private static string TokenOf(JsonTypes type) => type switch
    {
        JsonTypes.Object => "Stj::JsonTokenType.StartObject",
        JsonTypes.Array => "Stj::JsonTokenType.StartArray",
        JsonTypes.Boolean => "Stj::JsonTokenType.True or Stj::JsonTokenType.False",
        _ => "Stj::JsonTokenType." + type,
    };
}
