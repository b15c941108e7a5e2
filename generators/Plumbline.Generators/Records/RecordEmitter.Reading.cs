using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>Prints how the record of an object is read.</summary>
internal sealed partial class RecordEmitter
{
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
}
