using Plumbline.Cli.Conversion;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline convert</c>: one line after the other, in memory that does not grow with the files.</summary>
internal sealed class ConvertRun : IFindingSink
{
    private const int BufferBytes = 64 * 1024;

    private readonly ConvertRequest _request;
    private readonly ConversationFormat _to;
    private readonly Stream _output;
    private readonly ConversionText _report;
    private readonly Interruption _interruption;
    private readonly LossTally _losses = new();

    private ConvertRun(ConvertRequest request, ConversationFormat to, Stream output, ConversionText report, Interruption interruption)
    {
        _request = request;
        _to = to;
        _output = output;
        _report = report;
        _interruption = interruption;
    }

    /// <summary>Runs a request.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the request cannot be done.</exception>
    public static int Run(ConvertRequest request)
    {
        ConversationFormat to = Find(request.To, "--to");
        var inputs = InputFiles.Find(request.Files);
        foreach (UnreadFile operand in inputs.Unread)
        {
            CommandLine.Say($"cannot read {operand.Path}: {operand.Reason}");
        }

        if (inputs.Unread.Count > 0)
        {
            return ExitCode.Unreadable;
        }

        request = request with { Files = inputs.Paths };
        Check(request);
        JsonValidator? target = BundledFormats.Find(to.Name)?.Validator;
        using var interruption = new Interruption();
        LifeCycleRemark.Say(to.Name, target?.LifeCycle);
        using ReportFile results = ReportFile.Open(null);
        using ReportFile output = ReportFile.Open(request.Output);
        var report = new ConversionText(results.Writer, Palette.ForStandardOutput(), request.MaxErrors);
        using var lines = new BufferedStream(output.Stream, BufferBytes);
        int exitCode = new ConvertRun(request, to, lines, report, interruption).Run();
        bool isWritten = exitCode is ExitCode.Clean or ExitCode.Findings;
        if (isWritten)
        {
            lines.Flush();
            output.Complete();
        }

        results.Complete();
        CommandLine.Say(isWritten ? $"written to {request.Output}" : $"nothing was written to {request.Output}");
        if (isWritten && target?.Dataset is { } rules)
        {
            SayBounds(to, rules, report.Written);
        }

        return exitCode;
    }

    // Lines are right one by one; how many there should be is the user's to mend, so that it fails nothing here.
    private static void SayBounds(ConversationFormat to, DatasetRules rules, long written)
    {
        DatasetBound? broken = written < rules.MinExamples?.Limit ? rules.MinExamples
            : written > rules.MaxExamples?.Limit ? rules.MaxExamples
            : written < rules.RecommendedExamples?.Limit ? rules.RecommendedExamples
            : null;
        if (broken is not null)
        {
            Finding finding = FindingBuilder.BuildForDataset(broken.Assertion, written, path: null);
            CommandLine.Say($"{to.Name}, for a training file as a whole: {finding.Message} ({finding.Rule}); plumbline validate --format {to.Name} judges it");
        }
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => _report.Add(finding);

    private static void Check(ConvertRequest request)
    {
        foreach (string file in request.Files)
        {
            OutputPath.ThrowIfRead(request.Output, file);
            if (file == InputFiles.StandardInput && IsAuto(request))
            {
                throw new UsageException("--from auto looks at a file first: standard input cannot be read twice; name the format");
            }
        }

        if (!IsAuto(request))
        {
            _ = Find(request.From, "--from");
        }
    }

    private static bool IsAuto(ConvertRequest request) => string.Equals(request.From, FormatDetection.Auto, StringComparison.OrdinalIgnoreCase);

    private static ConversationFormat Find(string name, string option)
    {
        if (ConversationFormats.Find(name) is { } format)
        {
            return format;
        }

        string[] names = [.. ConversationFormats.All.Select(known => known.Name)];
        if (BundledFormats.Find(name) is { } bundled)
        {
            throw new UsageException($"{option} {bundled.Name}: its examples have no counterpart in other formats; there are {string.Join(", ", names)}");
        }

        string? meant = NearestName.Find(name, names) ?? Array.Find(names, known => known.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));
        string hint = meant is null ? "" : $": did you mean \"{meant}\"?";
        throw new UsageException($"{option}: unknown format \"{name}\"{hint}; there are {string.Join(", ", names)}");
    }

    private int Run()
    {
        foreach (string path in _request.Files)
        {
            try
            {
                Read(path);
            }
            catch (OperationCanceledException)
            {
                // Nobody typed on: told below.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                CommandLine.Say($"cannot read {path}: {RequestBody.Reason(path, fault)}");
                return ExitCode.Unreadable;
            }

            if (_interruption.IsRequested)
            {
                break;
            }
        }

        _report.End(_losses, _interruption.IsRequested);
        return _interruption.IsRequested ? ExitCode.Interrupted
            : _report.HasErrors || (_request.IsStrict && _losses.HasLosses) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private void Read(string path)
    {
        ConversationFormat from = IsAuto(_request) ? Detected(path) : Find(_request.From, "--from");
        if (from == _to)
        {
            throw new UsageException($"{path} is {from.Name} already");
        }

        bool isArray = path != InputFiles.StandardInput && JsonArrayStream.IsArray(path);
        var converter = new ExampleConverter(from, _to, _losses, isArray);
        if (path == InputFiles.StandardInput)
        {
            using JsonLines lines = JsonLines.Read(StandardInput.Open(_interruption.Token));
            Convert("stdin", lines, converter, this, null);
        }
        else if (isArray)
        {
            using var items = new JsonArrayStream(File.OpenRead(path));
            using var places = new ArrayPlaces(path, items, this);
            using JsonLines lines = JsonLines.Read(items);
            Convert(path, lines, converter, places, items);
        }
        else
        {
            using JsonLines lines = JsonLines.Open(path);
            Convert(path, lines, converter, this, null);
        }

        _report.EndFile(path == InputFiles.StandardInput ? "stdin" : path, from.Name, _to.Name);
    }

    private static ConversationFormat Detected(string path)
    {
        FormatDetection.Guess guess = FormatDetection.Of(path) ?? throw new UsageException($"--from auto: {path} has no line of JSON to tell its format by");
        if (!guess.IsFit)
        {
            throw new UsageException($"--from auto: {guess.Words}");
        }

        CommandLine.Say(guess.Words);
        return Find(guess.Format.Name, "--from auto");
    }

    private void Convert(string path, JsonLines lines, ExampleConverter converter, IFindingSink sink, JsonArrayStream? array)
    {
        var faults = new List<Finding>();
        foreach (JsonLine line in lines)
        {
            if (_interruption.IsRequested)
            {
                return;
            }

            int indent = line.Text.IndexOfAnyExcept(" \t\r"u8);
            if (indent < 0 && !line.IsTooLong)
            {
                PassOver(path, line.Number, array);
                continue;
            }

            indent = Math.Max(indent, 0);
            faults.Clear();
            if (line.IsTooLong)
            {
                faults.Add(new Finding(Rules.LineTooLong, Severity.Error, "the line is longer than 64 MB") { Line = 1, Column = 1 });
            }
            else if (converter.TryConvert(line.Text, faults, out ReadOnlySpan<byte> converted))
            {
                _output.Write(converted);
                _losses.Settle(path, array?.LineOf(line.ByteOffset + indent).Line ?? line.Number);
                _report.Converted(converted.Count((byte)'\n'));
                continue;
            }

            _losses.Forget();
            _report.LeftOut();
            foreach (Finding fault in faults)
            {
                // What is about the example as a whole stands where the example begins.
                long offset = line.ByteOffset + Math.Max(fault.ByteOffset, indent);
                sink.Add(fault with { Path = path, Line = line.Number, ByteOffset = offset, Column = Math.Max(fault.Column, indent + 1) });
            }
        }
    }

    // Around the items of an array there is white space; among lines an empty one is a mistake that need not be carried on.
    private void PassOver(string path, long line, JsonArrayStream? array)
    {
        if (array is null)
        {
            _losses.Change("an empty line was passed over");
            _losses.Settle(path, line);
        }
    }
}
