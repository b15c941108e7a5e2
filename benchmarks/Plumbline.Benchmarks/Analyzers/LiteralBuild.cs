using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Plumbline.Analyzers.Bodies;
using Plumbline.Benchmarks.Measuring;

namespace Plumbline.Benchmarks.Analyzers;

/// <summary>What the analyzer of bodies adds to a build of 10,000 literals, and to a keystroke in one file of them.</summary>
/// <remarks>A build is parsing, binding and emitting, in this process, without analyzers and with each of two in turns: one that says nothing, so that it costs
/// what any analyzer costs, and ours. Times are processor times, so that a busy machine does not count. A keystroke is
/// the time that the compiler says our analyzer took for the one file that changed.</remarks>
internal static class LiteralBuild
{
    private const int FilesOfCode = 100;
    private const int LiteralsOfFile = 100;
    private const int WarmUps = 3;
    private const int Rounds = 5;
    private const int Keystrokes = 300;

    private const string Body = """"
        Send("""
            {
              "displayName": "NAME",
              "runtimeConfig": {
                "gcsOutputDirectory": "gs://bucket/output",
                "parameterValues": {
                  "project": "p", "model_display_name": "m", "dataset_uri": "gs://bucket/data", "location": "us-central1",
                  "large_model_reference": "chat-bison@002"
                }
              },
              "templateUri": "https://us-kfp.pkg.dev/ml-pipeline/large-language-model-pipelines/tune-large-chat-model/v3.0.0"
            }
            """);
        """";

    // Ten lines of code a literal is what the sources of this project have.
    private const string Around = """
        static int Work(int x)
        {
            int sum = 0;
            for (int i = 0; i < x; i++)
            {
                sum += i * x;
            }

            return sum;
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "Plumbline.Runtime.dll" or "Plumbline.Schemas.dll" or "Plumbline.Assertions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CompilationWithAnalyzersOptions Alone = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    /// <summary>Measures and prints.</summary>
    public static int Run()
    {
        string[] sources = [.. Enumerable.Range(0, FilesOfCode).Select(Source)];
        DiagnosticAnalyzer?[] analyzers = [null, new IdleAnalyzer(), new BodyAnalyzer()];
        List<double>[] times = [.. analyzers.Select(_ => new List<double>())];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            for (int i = 0; i < analyzers.Length; i++)
            {
                double time = Build(sources, analyzers[i]);
                if (round >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        double own = Median(Enumerable.Range(0, Rounds).Select(_ => Own(sources)));
        double bare = Median(times[0]);
        double ratio = Median(times[2].Zip(times[1], (ours, idle) => ours / idle));
        List<double> keystrokes = Typed(sources, new BodyAnalyzer());
        double p95 = keystrokes[Keystrokes * 95 / 100];
        Console.WriteLine(Machine.Name);
        Print($"build of {FilesOfCode * LiteralsOfFile} literals: {bare:F0} ms");
        Print($"with an idle analyzer {Median(times[1]):F0} ms, with ours {Median(times[2]):F0} ms, ratio {ratio:F3}");
        Print($"our analyzer itself, as the compiler tells it: {own:F0} ms, {own / bare:P1} of the build");
        Print($"a keystroke in a file of {LiteralsOfFile} literals: median {keystrokes[Keystrokes / 2]:F2} ms, p95 {p95:F2} ms, most {keystrokes[^1]:F2} ms");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Source(int file)
    {
        var code = new StringBuilder("using Plumbline; using Plumbline.Schemas.Vertex; namespace Load; ");
        code.AppendLine(CultureInfo.InvariantCulture, $"static class File{file} {{");
        code.AppendLine("static void Send([JsonBody(typeof(TuneChatRequest))] string body) { } static void Log(string text) { }");
        for (int i = 0; i < LiteralsOfFile; i++)
        {
            // One literal in ten is a body, one in ten other JSON, the rest are what programs are full of.
            string call = (i % 10) switch
            {
                0 => Body.Replace("NAME", $"job {file} {i}", StringComparison.Ordinal),
                1 => $"Log(\"{{ \\\"other\\\": {i} }}\");",
                _ => $"Log(\"text {file} {i}\");",
            };
            code.AppendLine(CultureInfo.InvariantCulture, $"static int M{i}(int x) {{ {call} return Work{i}(x); }}");
            code.AppendLine(Around.Replace("Work", $"Work{i}", StringComparison.Ordinal));
        }

        return code.AppendLine("}").ToString();
    }

    private static double Build(string[] sources, DiagnosticAnalyzer? analyzer)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        CSharpCompilation compilation = Compile(sources.Select(source => CSharpSyntaxTree.ParseText(source)));
        using var image = new MemoryStream();
        if (!compilation.Emit(image).Success)
        {
            throw new InvalidOperationException(compilation.GetDiagnostics().First(found => found.Severity == DiagnosticSeverity.Error).ToString());
        }

        if (analyzer is not null)
        {
            Analyze(compilation, analyzer);
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static double Own(string[] sources)
    {
        var analyzer = new BodyAnalyzer();
        CompilationWithAnalyzers analyzed = Analyze(Compile(sources.Select(source => CSharpSyntaxTree.ParseText(source))), analyzer);
        return analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds;
    }

    private static CompilationWithAnalyzers Analyze(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([analyzer], Alone);
        ImmutableArray<Diagnostic> found = analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.FirstOrDefault(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info) is { } wrong
            ? throw new InvalidOperationException(wrong.ToString())
            : analyzed;
    }

    private static List<double> Typed(string[] sources, DiagnosticAnalyzer analyzer)
    {
        CSharpCompilation compilation = Compile(sources.Select(source => CSharpSyntaxTree.ParseText(source)));
        var times = new List<double>();
        for (int key = -Keystrokes / 3; key < Keystrokes; key++)
        {
            SyntaxTree old = compilation.SyntaxTrees[0];
            SyntaxTree typed = old.WithChangedText(old.GetText().Replace(old.Length - 3, 0, "\n"));
            compilation = compilation.ReplaceSyntaxTree(old, typed);
            SemanticModel model = compilation.GetSemanticModel(typed);
            CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([analyzer], Alone);
            analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
            if (key >= 0)
            {
                times.Add(analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Load", trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Debug));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>Asks to see literals, as analyzers do, and says nothing of them: what it costs is the compiler's.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1036", Justification = "It runs in this program only; no compiler loads it.")]
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("IDLE", "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(_ => { }, SyntaxKind.StringLiteralExpression);
        }
    }
}
