using System.Text;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Tests.Interpretation;

/// <summary>Schemas and values as tests write them.</summary>
internal static class Judged
{
    public static SchemaInterpreter Interpreter(string schema, ValidationOptions? options = null)
    {
        var file = SchemaFile.Parse("test.json", "test.json", schema);
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        Assert.True(compiled.Program is not null, string.Join('\n', compiled.Diagnostics));
        return new SchemaInterpreter(compiled.Program, options);
    }

    /// <summary>The settled faults, as <c>pointer:rule</c>, with <c>=actual</c> and <c>!name</c> where they have one and <c>?</c> after those of an
    /// advice.</summary>
    public static string Faults(string schema, string value, ValidationOptions? options = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        var faults = new FaultList();
        Interpreter(schema, options).Read(text, faults);
        return string.Join(' ', Enumerable.Range(0, faults.Count).Select(i =>
        {
            Fault fault = faults[i];
            return $"{PointerAt(text, fault.Offset)}:{fault.Assertion.Rule.Slug}{(fault.Actual >= 0 ? $"={fault.Actual}" : "")}" +
                $"{(fault.Name is null ? "" : "!" + fault.Name)}{(fault.Assertion.Advice is null ? "" : "?")}";
        }));
    }

    /// <summary>The pointer of the value or member at an offset.</summary>
    public static string PointerAt(byte[] text, int offset)
    {
        var cursor = new PointerCursor();
        cursor.MoveTo(text, offset);
        return cursor.Pointer(text);
    }
}
