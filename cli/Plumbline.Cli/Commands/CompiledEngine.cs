using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Plumbline.Compilation;
using Plumbline.Schema.Ir;

namespace Plumbline.Cli.Commands;

/// <summary>The seam to Plumbline.Compilation, which is loaded when a schema is compiled and on no other run.</summary>
internal static class CompiledEngine
{
    /// <summary>Environment variable: bytes of input from which a schema file is compiled; 0 for always. For tests and measurements.</summary>
    public const string ThresholdVariable = "PLUMBLINE_COMPILE_FROM";

    private const string Switch = "Plumbline.Cli.CompiledEngine";

    /// <summary>Bytes of input from which a schema is compiled.</summary>
    private const long DefaultThreshold = 8_000_000;

    /// <summary>Bytes of input for each byte of the schema, which takes the longer to compile the longer it is.</summary>
    private const long InputPerSchemaByte = 200;

    /// <summary>Whether the whole of the runtime is there for compiled code to call. The analyzer takes this property's word for it; the project file
    /// keeps it by turning the switch off wherever the tool is trimmed.</summary>
    [FeatureSwitchDefinition(Switch)]
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    public static bool IsUntrimmed { get; } = !AppContext.TryGetSwitch(Switch, out bool isOn) || isOn;

    /// <summary>Whether there is so much to read that compiling the schema first is the shorter way.</summary>
    /// <param name="inputs">What will be read.</param>
    /// <param name="schemaLength">Bytes of the schema file.</param>
    public static bool IsWorthwhile(IReadOnlyList<string> inputs, int schemaLength)
    {
        long threshold = long.TryParse(Environment.GetEnvironmentVariable(ThresholdVariable), NumberStyles.None, CultureInfo.InvariantCulture, out long asked)
            ? asked
            : Math.Max(DefaultThreshold, schemaLength * InputPerSchemaByte);
        long length = 0;
        foreach (string input in inputs)
        {
            length += LengthOf(input);
        }

        return length >= threshold;
    }

    /// <summary>The validator that an earlier run has compiled of a schema file, or null.</summary>
    /// <param name="name">Logical name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="hasDiagnostics">Whether there is something to say about it.</param>
    public static JsonValidator? Find(string name, byte[] text, bool hasDiagnostics)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported || !IsUntrimmed)
        {
            return null;
        }

        try
        {
            return FindLate(name, text, hasDiagnostics);
        }
#pragma warning disable CA1031 // A cached validator that cannot be loaded costs time and no finding, whatever the reason.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            SayWhy(fault);
            return null;
        }
    }

    /// <summary>Compiles a program; null where that cannot be done, and the interpreter comes to the same findings.</summary>
    /// <param name="program">The program.</param>
    /// <param name="name">Logical name of its file.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="hasDiagnostics">Whether there is something to say about it.</param>
    public static JsonValidator? Compile(SchemaProgram program, string name, byte[] text, bool hasDiagnostics)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported || !IsUntrimmed)
        {
            return null;
        }

        try
        {
            return CompileLate(program, name, text, hasDiagnostics);
        }
#pragma warning disable CA1031 // Whatever keeps a schema from being compiled costs time and no finding; the compiler's own faults are of many types.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            SayWhy(fault);
            return null;
        }
    }

    private static void SayWhy(Exception fault)
    {
        if (CommandLine.IsTracing)
        {
            CommandLine.Say($"not compiled: {fault}");
        }
    }

    // Methods of their own: the runtime looks for an assembly when it first meets a method that names one of its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [RequiresUnreferencedCode("Loads what was compiled at run time.")]
    private static JsonValidator? FindLate(string name, byte[] text, bool hasDiagnostics) =>
        SchemaCompiler.Find(AssemblyKey.Of(name, text, hasDiagnostics), AssemblyCache.FromEnvironment());

    [MethodImpl(MethodImplOptions.NoInlining)]
    [RequiresDynamicCode("Compiles at run time.")]
    [RequiresUnreferencedCode("Compiles at run time.")]
    private static JsonValidator CompileLate(SchemaProgram program, string name, byte[] text, bool hasDiagnostics) =>
        SchemaCompiler.Compile(program, AssemblyKey.Of(name, text, hasDiagnostics), AssemblyCache.FromEnvironment());

    // What has no length (standard input, what a shell puts in place of <(command)) is taken to be long.
    private static long LengthOf(string path) =>
        path == "-" || path.StartsWith("/dev/", StringComparison.Ordinal) ? DefaultThreshold
        : File.Exists(path) ? new FileInfo(path).Length
        : 0;
}
