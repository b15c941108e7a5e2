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
        return inputs.Sum(LengthOf) >= threshold;
    }

    /// <summary>Compiles a program; null where that cannot be done, and the interpreter comes to the same findings.</summary>
    public static JsonValidator? Compile(SchemaProgram program)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported || !IsUntrimmed)
        {
            return null;
        }

        try
        {
            return CompileLate(program);
        }
#pragma warning disable CA1031 // Whatever keeps a schema from being compiled costs time and no finding; the compiler's own faults are of many types.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (CommandLine.IsTracing)
            {
                CommandLine.Say($"not compiled: {fault}");
            }

            return null;
        }
    }

    // A method of its own: the runtime looks for an assembly when it first meets a method that names one of its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [RequiresDynamicCode("Compiles at run time.")]
    [RequiresUnreferencedCode("Compiles at run time.")]
    private static JsonValidator CompileLate(SchemaProgram program) => SchemaCompiler.Compile(program, AssemblyCache.FromEnvironment());

    // What has no length (standard input, what a shell puts in place of <(command)) is taken to be long.
    private static long LengthOf(string path) =>
        path == "-" || path.StartsWith("/dev/", StringComparison.Ordinal) ? DefaultThreshold
        : File.Exists(path) ? new FileInfo(path).Length
        : 0;
}
