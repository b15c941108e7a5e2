using Plumbline.Cli.Tests;

/// <summary>Runs inside the tool before its first line (DOTNET_STARTUP_HOOKS asks for this very name, in no namespace) and tells at its end which
/// assemblies it has loaded.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        string path = Environment.GetEnvironmentVariable(ObservedRun.Variable)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllLines(path, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
    }
}
