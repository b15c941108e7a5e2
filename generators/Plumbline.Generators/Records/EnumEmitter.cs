using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>Prints one enumeration of JSON strings.</summary>
internal static class EnumEmitter
{
    /// <summary>Prints an enumeration; its members count from 0, as the runtime's codec expects.</summary>
    public static void Emit(EnumShape shape, string accessibility, SourceWriter w)
    {
        w.Doc("summary", shape.Summary);
        w.Line($"[Stj::Serialization.JsonConverter(typeof(Stj::Serialization.JsonStringEnumConverter<{shape.Name}>))]");
        using (w.Braces($"{accessibility} enum {shape.Name}"))
        {
            foreach (EnumMember member in shape.Members)
            {
                w.Doc("summary", $"The string \"{member.JsonName}\".");
                w.Line($"[Stj::Serialization.JsonStringEnumMemberName({Literals.String(member.JsonName)})]");
                w.Line($"{member.Name},");
            }
        }
    }
}
