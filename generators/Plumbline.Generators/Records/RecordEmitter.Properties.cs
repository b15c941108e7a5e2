using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>Prints the properties of a record, and the codecs that they need.</summary>
internal sealed partial class RecordEmitter
{
    private void EmitCodecs()
    {
        int fields = 0;
        foreach ((string? name, TypeShape type) in record.Members.Items.Select(member => (member.Codec, member.Type))
            .Append((record.Rest?.Codec, record.Rest?.Type!)))
        {
            if (name is null)
            {
                continue;
            }

            fields++;
            string field = $"private static readonly {TypeText.OfCodec(type)} {name} =";
            (string start, IReadOnlyList<string> names, string end) = TypeText.CodecParts(type);
            string codec = $"{start}{string.Join(", ", names)}{end};";
            if (w.Indentation + field.Length + 1 + codec.Length <= SourceWriter.Columns)
            {
                w.Line($"{field} {codec}");
                continue;
            }

            w.Line(field);
            using (w.Indented())
            {
                EmitParts(start, names, end + ";");
            }
        }

        if (fields > 0)
        {
            w.Line();
        }
    }

    private void EmitParts(string start, IReadOnlyList<string> names, string end)
    {
        if (names.Count == 0)
        {
            w.Line(start + end);
        }
        else
        {
            w.List(start, names, end);
        }
    }

    private void EmitProperty(MemberShape member)
    {
        if (NeedsPart(member))
        {
            w.Line($"private readonly Plb::JsonPart {PartOf(member)};");
            w.Line();
        }

        Documentation.Emit(member.Summary, member.Remarks, member.IsDeprecated, w);
        string type = member.IsRequired ? TypeText.Of(member.Type) : TypeText.OfOptional(member.Type);
        string modifier = member.IsRequired && member.Constant is null ? "required " : "";
        if (NeedsPart(member))
        {
            using (w.Braces($"public {modifier}{type} {member.Name}"))
            {
                w.Line($"get => {PartOf(member)}.Element;");
                w.Line($"init => {PartOf(member)} = new(value);");
            }
        }
        else
        {
            string initial = member.IsRequired && member.Constant is { } constant
                ? $" = {(constant.Text is { } text ? Literals.String(text) : constant.Json)};"
                : "";
            w.Line($"public {modifier}{type} {member.Name} {{ get; init; }}{initial}");
        }

        w.Line();
    }

    private void EmitRest()
    {
        if (record.Rest is { } rest)
        {
            bool isTuple = record.Form == RecordForm.Tuple;
            w.Line(isTuple ? "/// <summary>The items after those.</summary>" : "/// <summary>Members that the schema does not name, in order.</summary>");
            w.Line($"public Plb::{(isTuple ? "ValueList" : "ValueMap")}<{TypeText.Of(rest.Type)}> {rest.Name} {{ get; init; }}");
            w.Line();
        }
    }

    // JsonElement compares by reference; a field of a type that compares by value makes the record's own equality right.
    private static bool NeedsPart(MemberShape member) => member is { IsRequired: true, Type: ScalarShape { Scalar: Scalar.Any } };

    private static string PartOf(MemberShape member) => "_" + member.Local.TrimStart('@');
}
