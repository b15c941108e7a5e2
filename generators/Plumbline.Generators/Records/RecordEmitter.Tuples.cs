using Plumbline.Generators.Shapes;

namespace Plumbline.Generators.Records;

/// <summary>Prints how the record of an array is read and written.</summary>
internal sealed partial class RecordEmitter
{
    private void EmitReadItems()
    {
        using (w.Braces($"static {record.Name} Plb::ISchemaRecord<{record.Name}>.Read(ref Stj::Utf8JsonReader reader)"))
        {
            foreach (MemberShape member in record.Members)
            {
                w.Line($"{LocalType(member)} {member.Local} = {(member.Type.HoldsNull ? "default" : "null")};");
            }

            w.Line("bool more = Plb::RecordReader.OpenArray(ref reader);");
            foreach (MemberShape member in record.Members)
            {
                EmitBranch("if (more)", $"{member.Local} = {CodecOf(member.Codec, member.Type)}.ReadItem(ref reader, out more);");
            }

            if (record.Rest is { } rest)
            {
                w.Line($"var {rest.Local} = {CodecOf(rest.Codec, rest.Type)}.ReadItems(ref reader, more);");
            }
            else
            {
                w.Line("Plb::RecordReader.SkipItems(ref reader, more);");
            }

            EmitReturn(record.Rest is { } others ? others.Local : "");
        }

        w.Line();
    }

    // What follows an absent item would move to its place, so it is left out too.
    private void EmitWriteItems()
    {
        w.Line("/// <inheritdoc/>");
        using (w.Braces($"public void WriteTo(Stj::Utf8JsonWriter writer)"))
        {
            w.Line("writer.WriteStartArray();");
            bool canEnd = false;
            foreach (MemberShape member in record.Members)
            {
                string codec = CodecOf(member.Codec, member.Type);
                if (member.IsRequired)
                {
                    w.Line($"{codec}.Write(writer, {member.Name});");
                    continue;
                }

                string method = member.Type.HoldsNull ? "WriteItem" : "WriteOptionalItem";
                w.Line($"{(canEnd ? "more = more && " : "bool more = ")}{codec}.{method}(writer, {member.Name});");
                canEnd = true;
            }

            if (record.Rest is { } rest)
            {
                string statement = $"{CodecOf(rest.Codec, rest.Type)}.WriteItems(writer, {rest.Name});";
                if (canEnd)
                {
                    EmitBranch("if (more)", statement);
                }
                else
                {
                    w.Line(statement);
                }
            }

            w.Line("writer.WriteEndArray();");
        }
    }
}
