using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Compilation;

/// <summary>What an assembly is made of: SHA-256 over the text that was compiled, and over the builds that it was compiled by and for.</summary>
internal sealed class AssemblyKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly byte[] _hash;

    private AssemblyKey(byte[] hash)
    {
        _hash = hash;
        Name = Convert.ToHexStringLower(hash);
    }

    /// <summary>The key.</summary>
    public ReadOnlySpan<byte> Bytes => _hash;

    /// <summary>The key in hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>Name of the assembly.</summary>
    public string AssemblyName => $"Plumbline.Compiled.{Name.AsSpan(0, 16)}";

    /// <summary>The key of a text.</summary>
    public static AssemblyKey Of(string source)
    {
        // A module's version id is that of its build: another runtime, though of the same version, has other keys.
        string builds = string.Join(
            '\n',
            typeof(JsonValidator).Module.ModuleVersionId,
            typeof(Assertion).Module.ModuleVersionId,
            typeof(AssemblyKey).Module.ModuleVersionId,
            typeof(object).Module.ModuleVersionId);
        return new(SHA256.HashData(Encoding.UTF8.GetBytes($"{builds}\n{source}")));
    }
}
