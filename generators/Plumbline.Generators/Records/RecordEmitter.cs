using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>Prints one record: its properties, then how it is read, then how it is written.</summary>
internal sealed partial class RecordEmitter(RecordShape record, RootSpec root, SourceWriter w)
{
    private bool IsRoot => record.Name == root.TypeName;

    /// <summary>Prints a record.</summary>
    public static void Emit(RecordShape record, RootSpec root, SourceWriter w) => new RecordEmitter(record, root, w).Emit();

    private void Emit()
    {
        Documentation.Emit(record.Summary, record.Remarks, record.IsDeprecated, w);
        w.Line($"[Stj::Serialization.JsonConverter(typeof(Plb::SchemaRecordConverter<{record.Name}>))]");
        if (IsRoot)
        {
            w.Line($"[Plb::GeneratedFrom({Literals.String(root.Schema)})]");
        }

        using (w.Braces($"{root.Accessibility} sealed partial record {record.Name} : Plb::ISchemaRecord<{record.Name}>"))
        {
            EmitCodecs();
            foreach (MemberShape member in record.Members)
            {
                EmitProperty(member);
            }

            EmitRest();
            if (IsRoot)
            {
                EmitParsing();
            }

            if (record.Form == RecordForm.Value)
            {
                EmitWhole(record.Members[0]);
            }
            else if (record.Form == RecordForm.Tuple)
            {
                EmitReadItems();
                EmitWriteItems();
            }
            else
            {
                EmitRead();
                EmitWrite();
            }
        }
    }

    private void EmitParsing()
    {
        w.Lines("/// <summary>Judges JSON against the schema.</summary>");
        w.Line($"public static Plb::JsonValidator Validator => {root.ValidatorName}.Instance;");
        w.Line();
        w.Lines("""
            /// <summary>Validates a JSON text and reads it; of a member that occurs twice, the last is kept.</summary>
            /// <exception cref="Plb::SchemaValidationException">Not valid; the exception tells all findings.</exception>
            """);
        w.Line($"public static {record.Name} Parse(global::System.ReadOnlySpan<byte> utf8Json) =>");
        using (w.Indented())
        {
            w.Line($"Plb::SchemaRecord.Parse<{record.Name}>(utf8Json);");
        }

        w.Line();
        w.Line("/// <summary>Validates a JSON text and reads it; false, with findings in the sink, where it is not valid.</summary>");
        w.Line("public static bool TryParse(");
        using (w.Indented())
        {
            w.Line("global::System.ReadOnlySpan<byte> utf8Json,");
            w.Line($"[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {record.Name}? value,");
            w.Line("Plb::IFindingSink? findings = null) =>");
            w.Line("Plb::SchemaRecord.TryParse(utf8Json, out value, findings);");
        }

        w.Line();
    }

    private void EmitWhole(MemberShape value)
    {
        w.Line($"static {record.Name} Plb::ISchemaRecord<{record.Name}>.Read(ref Stj::Utf8JsonReader reader) =>");
        using (w.Indented())
        {
            w.Line($"new() {{ {value.Name} = {CodecOf(value.Codec, value.Type)}.Read(ref reader) }};");
        }

        w.Line();
        w.Line("/// <inheritdoc/>");
        w.Line($"public void WriteTo(Stj::Utf8JsonWriter writer) => {CodecOf(value.Codec, value.Type)}.Write(writer, {value.Name});");
    }

    private void EmitWrite()
    {
        w.Line("/// <inheritdoc/>");
        using (w.Braces($"public void WriteTo(Stj::Utf8JsonWriter writer)"))
        {
            w.Line("writer.WriteStartObject();");
            foreach (MemberShape member in record.Members)
            {
                string method = member.IsRequired || member.Type.HoldsNull ? "WriteMember" : "WriteOptional";
                string codec = CodecOf(member.Codec, member.Type);
                w.List($"{codec}.{method}(", ["writer", Literals.Utf8(member.JsonName), member.Name], ");");
            }

            if (record.Rest is { } rest)
            {
                w.Line($"{CodecOf(rest.Codec, rest.Type)}.WriteMembers(writer, {rest.Name});");
            }

            w.Line("writer.WriteEndObject();");
        }
    }

    private static string CodecOf(string? field, TypeShape type) => field ?? TypeText.Codec(type);

    private static string LocalType(MemberShape member) => TypeText.OfOptional(member.Type);
}
