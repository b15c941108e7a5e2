using System.Buffers.Binary;
using System.Text;

namespace Plumbline.Compilation;

/// <summary>What an assembly is made of, whole: a schema file, and the builds that it was compiled by and for. An entry of the cache begins with it, so that
/// no two schemas are ever taken for each other; the hash in an entry's name only says where to look.</summary>
public sealed class AssemblyKey
{
    private readonly byte[] _bytes;

    private AssemblyKey(byte[] bytes)
    {
        _bytes = bytes;
        Name = Checksum.Of(bytes).ToString("x16", null);
    }

    /// <summary>The key's hash in hexadecimal digits.</summary>
    public string Name { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal string AssemblyName => $"Plumbline.Compiled.{Name}";

    /// <summary>The key of a schema file: its program depends on nothing else.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="hasDiagnostics">Whether there is something to say about it. A file for which an assembly without is found need not be parsed.</param>
    public static AssemblyKey Of(string name, ReadOnlySpan<byte> text, bool hasDiagnostics)
    {
        // A module's version id is that of its build: another runtime, though of the same version, has other keys.
        Guid[] builds =
        [
            typeof(JsonValidator).Module.ModuleVersionId,
            typeof(Assertion).Module.ModuleVersionId,
            typeof(Schema.Ir.SchemaProgram).Module.ModuleVersionId,
            typeof(Generators.Writing.SourceWriter).Module.ModuleVersionId,
            typeof(AssemblyKey).Module.ModuleVersionId,
            typeof(object).Module.ModuleVersionId,
        ];
        const int guidLength = 16;
        byte[] nameText = Encoding.UTF8.GetBytes(name);
        byte[] key = new byte[(builds.Length * guidLength) + 1 + (2 * sizeof(int)) + nameText.Length + text.Length];
        Span<byte> rest = key;
        foreach (Guid build in builds)
        {
            build.TryWriteBytes(rest);
            rest = rest[guidLength..];
        }

        rest[0] = hasDiagnostics ? (byte)1 : (byte)0;
        rest = Write(nameText, rest[1..]);
        Write(text, rest);
        return new(key);
    }

    private static Span<byte> Write(ReadOnlySpan<byte> part, Span<byte> rest)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, part.Length);
        part.CopyTo(rest[sizeof(int)..]);
        return rest[(sizeof(int) + part.Length)..];
    }
}
