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

    private void EmitCodecs()
    {
        int fields = 0;
        foreach ((string? name, TypeShape type) in record.Members.Items.Select(member => (member.Codec, member.Type)).Append((record.Rest?.Codec, record.Rest?.Type!)))
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

    private void EmitRead()
    {
        using (w.Braces($"static {record.Name} Plb::ISchemaRecord<{record.Name}>.Read(ref Stj::Utf8JsonReader reader)"))
        {
            foreach (MemberShape member in record.Members)
            {
                w.Line($"{LocalType(member)} {member.Local} = {(member.Type.HoldsNull ? "default" : "null")};");
            }

            if (record.Rest is { } rest)
            {
                w.Line($"Plb::MemberMap<{TypeText.Of(rest.Type)}> {rest.Local} = new({CodecOf(rest.Codec, rest.Type)});");
            }

            w.Line("Plb::RecordReader.Open(ref reader);");
            using (w.Braces($"while (Plb::RecordReader.NextMember(ref reader))"))
            {
                EmitMembers();
            }

            w.Line();
            EmitReturn(record.Rest is { } others ? others.Local + ".ToMap()" : "");
        }

        w.Line();
    }

    private void EmitReturn(string rest)
    {
        using (w.Braces($"return new()", ";"))
        {
            foreach (MemberShape member in record.Members)
            {
                EmitAssignment(member);
            }

            if (record.Rest is { } others)
            {
                w.Line($"{others.Name} = {rest},");
            }
        }
    }

    private void EmitAssignment(MemberShape member)
    {
        string missing = record.Form == RecordForm.Tuple
            ? $"throw Plb::RecordReader.MissingItem(ref reader, {Literals.String(member.Name)}),"
            : $"throw Plb::RecordReader.Missing(ref reader, {Literals.String(member.JsonName)}),";
        (string value, string rest) = (member.IsRequired, member.Type.HoldsNull) switch
        {
            (false, _) => (member.Local + ",", ""),
            (true, false) => (member.Local, $" ?? {missing}"),
            (true, true) => ($"{member.Local}.HasValue ? {member.Local}.Value", $" : {missing}"),
        };
        string assignment = $"{member.Name} = {value}";
        if (w.Indentation + assignment.Length + rest.Length <= SourceWriter.Columns)
        {
            w.Line(assignment + rest);
            return;
        }

        w.Line(assignment);
        using (w.Indented())
        {
            w.Line(rest.TrimStart());
        }
    }

    private void EmitMembers()
    {
        string start = "";
        foreach (MemberShape member in record.Members)
        {
            string condition = $"{start}if (reader.ValueTextEquals({Literals.Utf8(member.JsonName)}))";
            string statement = $"{member.Local} = {CodecOf(member.Codec, member.Type)}.ReadMember(ref reader);";
            EmitBranch(condition, statement);
            start = "else ";
        }

        string other = record.Rest is { } rest ? $"{rest.Local}.Add(ref reader);" : "Plb::RecordReader.Skip(ref reader);";
        if (start.Length == 0)
        {
            w.Line(other);
        }
        else
        {
            EmitBranch("else", other);
        }
    }

    private void EmitBranch(string condition, string statement)
    {
        if (w.Indentation + condition.Length + statement.Length + 5 <= SourceWriter.Columns)
        {
            w.Line($"{condition} {{ {statement} }}");
            return;
        }

        using (w.Braces($"{condition}"))
        {
            w.Line(statement);
        }
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

    // JsonElement compares by reference; a field of a type that compares by value makes the record's own equality right.
    private static bool NeedsPart(MemberShape member) => member is { IsRequired: true, Type: ScalarShape { Scalar: Scalar.Any } };

    private static string PartOf(MemberShape member) => "_" + member.Local.TrimStart('@');

    private static string CodecOf(string? field, TypeShape type) => field ?? TypeText.Codec(type);

    private static string LocalType(MemberShape member) => TypeText.OfOptional(member.Type);
}
