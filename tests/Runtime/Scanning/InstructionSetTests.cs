using System.Diagnostics;
using Plumbline.Scanning;

namespace Plumbline.Runtime.Tests;

/// <summary>Runs the tests of the scanning layer and of the reader again, in processes that are told to do without some instructions: what the JIT then
/// chooses is the narrower path, in the layer and in the framework.</summary>
public class InstructionSetTests
{
    internal const string Asked = "PLUMBLINE_TESTS_WIDEST";
    private const string Repeated =
        "FullyQualifiedName~ScanTests|FullyQualifiedName~StringScanFuzz|FullyQualifiedName~ShortString|FullyQualifiedName~PaddedBuffer" +
        "|FullyQualifiedName~GuardPage|FullyQualifiedName~ReaderTests|FullyQualifiedName~GrammarFuzz|FullyQualifiedName~WidestPath";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public async Task The_same_tests_pass_without_an_instruction_set(string setting, int widest)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [setting] = "0", [Asked] = $"{widest}" },
        };
        foreach (string argument in (string[])["vstest", typeof(InstructionSetTests).Assembly.Location, $"--TestCaseFilter:{Repeated}"])
        {
            start.ArgumentList.Add(argument);
        }

        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, $"{output}{await errors}");
        Assert.Contains("Passed", output, StringComparison.Ordinal);
    }
}

/// <summary>Which path the JIT keeps.</summary>
public class WidestPathTests
{
    [Fact]
    public void The_widest_path_is_the_one_that_was_asked_for()
    {
        int widest = Block512.IsSupported ? 512 : Block256.IsSupported ? 256 : Block128.IsSupported ? 128 : 0;
        Console.WriteLine($"widest path: {widest}");
        int asked = int.TryParse(Environment.GetEnvironmentVariable(InstructionSetTests.Asked), out int bits) ? bits : 512;
        Assert.True(widest <= asked, $"{widest} bits, {asked} asked for");
        Assert.True(!Block512.IsSupported || Block256.IsSupported, "a machine with 512 bits has 256 too");
        Assert.True(!Block256.IsSupported || Block128.IsSupported, "a machine with 256 bits has 128 too");
    }
}
